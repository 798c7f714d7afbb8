"""Conversations about leads."""

from handlers.kit.steps import Steps
from handlers.leads import (
    assigning,
    capturing,
    card,
    choosing,
    deleted,
    deleting,
    editing,
    exporting,
    handling,
    lists,
    moving,
    noting,
    transferring,
)

steps = Steps()
for part in (
    *(capturing, card, lists, choosing, handling, exporting, deleted),
    *(moving, noting, assigning, editing, transferring, deleting),
):
    steps.merge(part.steps)
