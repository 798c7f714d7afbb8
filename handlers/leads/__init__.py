"""Conversations about leads."""

from handlers.kit.steps import Steps
from handlers.leads import (
    assigning,
    attaching,
    capturing,
    card,
    deleting,
    editing,
    from_packet,
    lists,
    moving,
    noting,
    transferring,
)

steps = Steps()
for part in (
    *(capturing, from_packet, card, lists, moving, noting, attaching),
    *(assigning, editing, transferring, deleting),
):
    steps.merge(part.steps)
