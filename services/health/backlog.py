"""How much waits, and since when."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ScalarSelect, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.inbox import InboxState, InboxUpdate
from models.outgoing import Outgoing, OutgoingKind, OutgoingState

DIALOGUE = (OutgoingKind.SCREEN, OutgoingKind.ANSWER)


@dataclass(frozen=True, slots=True)
class Queue:
    """`age` is that of the oldest row, in seconds; 0 when nothing waits."""

    depth: int
    age: float


@dataclass(frozen=True, slots=True)
class Backlog:
    """`dialogue` is the part of `outgoing` that answers people: bulk notices may rightly take minutes."""

    inbox: Queue
    outgoing: Queue
    dialogue: Queue


async def measure_backlog(session: AsyncSession, *, now: datetime, lane_in_hand: int | None = None) -> Backlog:
    """Updates that are neither done nor dead; messages that could be sent or failed to be (not those that wait for
    a flood limit to pass). Both reads are of partial indexes that hold unfinished rows only.

    The first update of `lane_in_hand` is being processed, so it does not wait.
    """
    inbox = select(func.count(), func.min(InboxUpdate.received_at)).where(InboxUpdate.state == InboxState.NEW)
    if lane_in_hand is not None:
        inbox = inbox.where(InboxUpdate.id.is_distinct_from(_head(lane_in_hand)))
    answers = Outgoing.kind.in_(DIALOGUE)
    outgoing = select(
        func.count(),
        func.min(Outgoing.created_at),
        func.count().filter(answers),
        func.min(Outgoing.created_at).filter(answers),
    ).where(Outgoing.state == OutgoingState.PENDING, or_(Outgoing.next_at <= now, Outgoing.attempts > 0))
    updates, oldest_update = (await session.execute(inbox)).one()
    messages, oldest_message, replies, oldest_reply = (await session.execute(outgoing)).one()
    return Backlog(
        inbox=_queue(updates, oldest_update, now),
        outgoing=_queue(messages, oldest_message, now),
        dialogue=_queue(replies, oldest_reply, now),
    )


def _head(lane: int) -> ScalarSelect[int]:
    unfinished = (InboxUpdate.state == InboxState.NEW, InboxUpdate.lane == lane)
    return select(func.min(InboxUpdate.id)).where(*unfinished).scalar_subquery()


def _queue(depth: int, oldest: datetime | None, now: datetime) -> Queue:
    return Queue(depth, max(0.0, (now - oldest).total_seconds()) if oldest else 0.0)
