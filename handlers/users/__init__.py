"""Conversations about people and their access."""

from handlers.kit.steps import Steps
from handlers.users import capacity, changing, inviting, lists

steps = Steps()
for part in (lists, inviting, changing, capacity):
    steps.merge(part.steps)
