"""Puts dead letters back: they are tried again, from the first attempt on.

- A letter that is dead no more is left as it is, so a second tap changes nothing.
- Who did it is an event of each letter's own.
- An update whose text has been erased can't be tried again.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.delivery import Delivery, DeliveryState
from models.inbox import InboxState, InboxUpdate
from models.reminder import Reminder, ReminderState
from services.access import Actor, Right, check_right
from services.dead_letters.alarm import outdate_alarm
from services.dead_letters.errors import UpdateErased
from services.dead_letters.events import DeliveryRequeued, ReminderRequeued, UpdateRequeued
from services.dead_letters.letter import LetterKind, LetterRef
from services.dead_letters.queries import DEAD, ID, dead_like
from services.events.event import Event
from services.events.publish import publish
from services.signals import Signal, signal

BATCH = 500


@dataclass(frozen=True, slots=True)
class Requeued:
    """`left` of the group are dead still: there were more than a batch, or their texts are erased."""

    count: int
    left: int


async def requeue_letter(session: AsyncSession, actor: Actor, ref: LetterRef, *, now: datetime) -> bool:
    """False when it is dead no more. Raises UpdateErased."""
    check_right(actor, Right.SORT_DEAD_LETTERS)
    this = [*DEAD[ref.kind], ID[ref.kind] == ref.id]
    if await _requeue(session, actor, ref.kind, this, now):
        return True
    if await _count(session, ref.kind, this):
        raise UpdateErased
    return False


async def requeue_all(session: AsyncSession, actor: Actor, like: LetterRef, *, now: datetime) -> Requeued:
    """At most a batch of the letters of this one's consumer, oldest first; of an update, updates."""
    check_right(actor, Right.SORT_DEAD_LETTERS)
    dead = await dead_like(session, like)
    return Requeued(await _requeue(session, actor, like.kind, dead, now), await _count(session, like.kind, dead))


async def _requeue(
    session: AsyncSession, actor: Actor, kind: LetterKind, dead: Sequence[ColumnElement[bool]], now: datetime
) -> int:
    requeued = await _REQUEUE[kind](session, dead, now)
    for event in requeued:
        await publish(session, actor, event, now=now)
    if requeued:
        await outdate_alarm(session)
    return len(requeued)


async def _requeue_work(
    session: AsyncSession, dead: Sequence[ColumnElement[bool]], now: datetime
) -> Sequence[DeliveryRequeued]:
    oldest = select(Delivery.id).where(*dead).order_by(Delivery.id).limit(BATCH).with_for_update(skip_locked=True)
    found = await session.execute(
        update(Delivery)
        .where(Delivery.id.in_(oldest), *DEAD[LetterKind.WORK])
        .values(state=DeliveryState.PENDING, next_at=now, **_AFRESH, reason=None)
        .returning(Delivery.id, Delivery.consumer)
        .execution_options(synchronize_session=False)
    )
    requeued = sorted(found.all())
    if requeued:
        signal(session, Signal.EVENTS)
    return [DeliveryRequeued(delivery_id=delivery_id, consumer=consumer) for delivery_id, consumer in requeued]


async def _requeue_updates(
    session: AsyncSession, dead: Sequence[ColumnElement[bool]], now: datetime
) -> Sequence[UpdateRequeued]:
    readable = [*dead, InboxUpdate.payload.is_not(None)]
    oldest = select(InboxUpdate.id).where(*readable).order_by(InboxUpdate.id).limit(BATCH)
    found = await session.execute(
        update(InboxUpdate)
        .where(InboxUpdate.id.in_(oldest.with_for_update(skip_locked=True)), *DEAD[LetterKind.UPDATE])
        .values(state=InboxState.NEW, next_at=now, **_AFRESH, error=None, incident=None)
        .returning(InboxUpdate.id, InboxUpdate.lane)
        .execution_options(synchronize_session=False)
    )
    requeued = sorted(found.all())
    for _, lane in requeued:
        signal(session, Signal.INBOX, lane)
    return [UpdateRequeued(update_id=row_id) for row_id, _ in requeued]


async def _requeue_reminders(
    session: AsyncSession,
    dead: Sequence[ColumnElement[bool]],
    now: datetime,  # noqa: ARG001 - as the others
) -> Sequence[ReminderRequeued]:
    """Their day has come already: the next tick tells them."""
    oldest = select(Reminder.id).where(*dead).order_by(Reminder.settled_at).limit(BATCH)
    found = await session.execute(
        update(Reminder)
        .where(Reminder.id.in_(oldest.with_for_update(skip_locked=True)), *DEAD[LetterKind.REMINDER])
        .values(state=ReminderState.WAITING, reason=None, settled_at=None)
        .returning(Reminder.id)
        .execution_options(synchronize_session=False)
    )
    return [ReminderRequeued(reminder_id=reminder_id) for reminder_id in sorted(found.scalars())]


_REQUEUE: Mapping[LetterKind, Callable[..., Awaitable[Sequence[Event]]]] = {
    LetterKind.WORK: _requeue_work,
    LetterKind.UPDATE: _requeue_updates,
    LetterKind.REMINDER: _requeue_reminders,
}
_AFRESH: dict[str, Any] = {"attempts": 0, "done_at": None}


async def _count(session: AsyncSession, kind: LetterKind, dead: Sequence[ColumnElement[bool]]) -> int:
    return (await session.execute(select(func.count(ID[kind])).where(*dead))).scalar_one()
