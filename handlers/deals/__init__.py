"""Conversations about deals."""

from handlers.deals import card, deferring, handing, lists, losing, moving, opening
from handlers.kit.steps import Steps

steps = Steps()
for part in (opening, card, lists, moving, handing, deferring, losing):
    steps.merge(part.steps)
