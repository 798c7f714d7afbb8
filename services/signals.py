"""What is to happen once the transaction has committed: whom to wake, which events to tell of."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from sqlalchemy.ext.asyncio import AsyncSession

from services.events.event import Published


class Signal(StrEnum):
    INBOX = "inbox"
    EVENTS = "events"
    OUTGOING = "outgoing"


AFTERMATH = "aftermath"
Wake: TypeAlias = tuple[Signal, int | None]


@dataclass(slots=True)
class Aftermath:
    """Of a unit of work; without its commit nothing of it comes true."""

    wakes: set[Wake] = field(default_factory=set)
    published: list[Published] = field(default_factory=list)

    def copy(self) -> "Aftermath":
        return Aftermath(set(self.wakes), list(self.published))

    def add(self, other: "Aftermath") -> None:
        """What a part of the unit has asked for."""
        self.wakes |= other.wakes
        self.published += other.published


def aftermath_of(session: AsyncSession) -> Aftermath:
    found: Aftermath = session.info.setdefault(AFTERMATH, Aftermath())
    return found


def signal(session: AsyncSession, topic: Signal, who: int | None = None) -> None:
    """`who` is the lane or chat that has work now; without it the loop looks for itself."""
    aftermath_of(session).wakes.add((topic, who))
