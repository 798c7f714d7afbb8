"""What to wake once the transaction has committed."""

from enum import StrEnum

from sqlalchemy.ext.asyncio import AsyncSession


class Signal(StrEnum):
    INBOX = "inbox"
    EVENTS = "events"
    OUTGOING = "outgoing"


def signal(session: AsyncSession, topic: Signal) -> None:
    session.info.setdefault("signals", set()).add(topic)


def signals_of(session: AsyncSession) -> set[Signal]:
    found: set[Signal] = session.info.get("signals", set())
    return found
