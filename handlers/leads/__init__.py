"""Conversations about leads."""

from handlers.kit.steps import Steps
from handlers.leads import (
    assigning,
    capturing,
    card,
    deleting,
    editing,
    lists,
    moving,
    noting,
    transferring,
)

steps = Steps()
for part in (capturing, card, lists, moving, noting, assigning, editing, transferring, deleting):
    steps.merge(part.steps)
