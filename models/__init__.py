"""Tables. Importing the package makes `Base.metadata` complete."""

from models import (
    client,
    conversation,
    deal,
    delivery,
    document,
    event,
    inbox,
    insurance_kind,
    invite,
    journal_entry,
    outgoing,
    packet,
    user,
)

__all__ = [
    "client",
    "conversation",
    "deal",
    "delivery",
    "document",
    "event",
    "inbox",
    "insurance_kind",
    "invite",
    "journal_entry",
    "outgoing",
    "packet",
    "user",
]
