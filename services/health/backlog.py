"""How much waits, and since when."""

from dataclasses import dataclass, fields
from datetime import datetime

from sqlalchemy import ScalarSelect, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.delivery import Delivery, DeliveryState
from models.inbox import InboxState, InboxUpdate
from models.outgoing import Outgoing, OutgoingKind, OutgoingState

MOST_EVENTS = 10_000
DIALOGUE = (OutgoingKind.SCREEN, OutgoingKind.ANSWER)


@dataclass(frozen=True, slots=True)
class Queue:
    """`age` is that of the oldest row, in seconds; 0 when nothing waits."""

    depth: int
    age: float


@dataclass(frozen=True, slots=True)
class Backlog:
    """`dialogue` is the part of `outgoing` that answers people: bulk notices may rightly take minutes.

    `events` are those that a consumer should have by now, up to `MOST_EVENTS`.
    """

    inbox: Queue
    outgoing: Queue
    dialogue: Queue
    events: Queue

    def by_name(self) -> dict[str, Queue]:
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def late(self, longest: float) -> list[str]:
        """Queues whose oldest row waits longer than so many seconds."""
        return [name for name, queue in self.by_name().items() if name != "outgoing" and queue.age > longest]


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
        events=await _measure_events(session, now),
    )


async def _measure_events(session: AsyncSession, now: datetime) -> Queue:
    """Those that are neither being worked on nor wait for their next try."""
    due = (
        select(Delivery.next_at)
        .where(Delivery.state == DeliveryState.PENDING, Delivery.next_at <= now, Delivery.lease_until <= now)
        .order_by(Delivery.id)
        .limit(MOST_EVENTS)
        .subquery()
    )
    depth, oldest = (await session.execute(select(func.count(), func.min(due.c.next_at)))).one()
    return _queue(depth, oldest, now)


def _head(lane: int) -> ScalarSelect[int]:
    unfinished = (InboxUpdate.state == InboxState.NEW, InboxUpdate.lane == lane)
    return select(func.min(InboxUpdate.id)).where(*unfinished).scalar_subquery()


def _queue(depth: int, oldest: datetime | None, now: datetime) -> Queue:
    return Queue(depth, max(0.0, (now - oldest).total_seconds()) if oldest else 0.0)
