"""Every table: importing this module makes `Base.metadata` complete."""

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
    task,
    user,
)
from models.base import Base

__all__ = [
    "Base",
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
    "task",
    "user",
]
