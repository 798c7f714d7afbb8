"""Conversations about clients."""

from handlers.clients import adding, card, deleting, editing, finding
from handlers.kit.steps import Steps

steps = Steps()
for part in (finding, card, adding, editing, deleting):
    steps.merge(part.steps)
