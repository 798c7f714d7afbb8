"""Conversations about people and their access."""

from handlers.kit.steps import Steps
from handlers.users import absence, capacity, changing, inviting, lists

steps = Steps()
for part in (lists, inviting, changing, capacity, absence):
    steps.merge(part.steps)
