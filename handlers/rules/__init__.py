"""Conversations about what the CRM does by itself."""

from handlers.kit.steps import Steps
from handlers.rules import deleting, filling, lists

steps = Steps()
for part in (lists, filling, deleting):
    steps.merge(part.steps)
