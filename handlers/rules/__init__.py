"""Conversations about what the CRM does by itself."""

from handlers.kit.steps import Steps
from handlers.rules import adding, deleting, lists

steps = Steps()
for part in (lists, adding, deleting):
    steps.merge(part.steps)
