"""Conversations about policies and what clients pay for them."""

from handlers.kit.steps import Steps
from handlers.policies import card, changing, ending, endorsing, fixing, papers, paying, refunding

steps = Steps()
for part in (card, changing, ending, endorsing, fixing, papers, paying, refunding):
    steps.merge(part.steps)
