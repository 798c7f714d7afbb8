"""Conversations about leads."""

from handlers.kit.steps import Steps
from handlers.leads import (
    assigning,
    attaching,
    capturing,
    card,
    choosing,
    deleted,
    deleting,
    editing,
    exporting,
    from_packet,
    handling,
    lists,
    moving,
    noting,
    transferring,
)

steps = Steps()
for part in (
    *(capturing, from_packet, card, lists, choosing, handling, exporting, deleted),
    *(moving, noting, attaching, assigning, editing, transferring, deleting),
):
    steps.merge(part.steps)
