"""What to wake once the transaction has committed."""

from enum import StrEnum
from typing import TypeAlias

from sqlalchemy.ext.asyncio import AsyncSession


class Signal(StrEnum):
    INBOX = "inbox"
    EVENTS = "events"
    OUTGOING = "outgoing"


Wake: TypeAlias = tuple[Signal, int | None]


def signal(session: AsyncSession, topic: Signal, who: int | None = None) -> None:
    """`who` is the lane or chat that has work now; without it the loop looks for itself."""
    session.info.setdefault("wakes", set()).add((topic, who))


def wakes_of(session: AsyncSession) -> set[Wake]:
    found: set[Wake] = session.info.get("wakes", set())
    return found


def wake_too(session: AsyncSession, wakes: set[Wake]) -> None:
    """What a part of a unit of work has asked for."""
    session.info.setdefault("wakes", set()).update(wakes)
