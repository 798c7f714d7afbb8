"""Conversations about clients."""

from handlers.clients import adding, card, deleting, editing, erasing, finding
from handlers.kit.steps import Steps

steps = Steps()
for part in (finding, card, adding, editing, deleting, erasing):
    steps.merge(part.steps)
