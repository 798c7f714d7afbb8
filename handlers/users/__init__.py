"""Conversations about people and their access."""

from handlers.kit.steps import Steps
from handlers.users import changing, inviting, lists

steps = Steps()
for part in (lists, inviting, changing):
    steps.merge(part.steps)
