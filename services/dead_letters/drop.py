"""Leaves a dead letter undone for good, with a reason; the row stays, its event says who decided so."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from models.delivery import Delivery
from models.inbox import InboxUpdate
from models.reminder import Reminder, ReminderState, StopReason
from services.access import Actor, Right, check_right
from services.dead_letters.alarm import outdate_alarm
from services.dead_letters.events import DeliveryDropped, ReminderDropped, UpdateDropped
from services.dead_letters.letter import LetterKind, LetterRef
from services.dead_letters.queries import DEAD
from services.events.publish import publish


class DropReason(StrEnum):
    NOT_NEEDED = "not-needed"
    BY_HAND = "by-hand"


async def drop_letter(session: AsyncSession, actor: Actor, ref: LetterRef, *, reason: str, now: datetime) -> bool:
    """False when it is dead no more. `reason` is a DropReason or as typed."""
    check_right(actor, Right.SORT_DEAD_LETTERS)
    drop = {LetterKind.WORK: _drop_work, LetterKind.UPDATE: _drop_update, LetterKind.REMINDER: _drop_reminder}
    event = await drop[ref.kind](session, ref.id, reason, now)
    if event is None:
        return False
    await publish(session, actor, event, now=now)
    await outdate_alarm(session)
    return True


async def _drop_work(session: AsyncSession, delivery_id: int, reason: str, now: datetime) -> DeliveryDropped | None:
    dropped = await session.execute(
        update(Delivery)
        .where(*DEAD[LetterKind.WORK], Delivery.id == delivery_id)
        .values(dropped_at=now)
        .returning(Delivery.consumer)
        .execution_options(synchronize_session=False)
    )
    consumer = dropped.scalar_one_or_none()
    return DeliveryDropped(delivery_id=delivery_id, consumer=consumer, reason=reason) if consumer else None


async def _drop_update(session: AsyncSession, row_id: int, reason: str, now: datetime) -> UpdateDropped | None:
    dropped = await session.execute(
        update(InboxUpdate)
        .where(*DEAD[LetterKind.UPDATE], InboxUpdate.id == row_id)
        .values(dropped_at=now)
        .returning(InboxUpdate.id)
        .execution_options(synchronize_session=False)
    )
    return UpdateDropped(update_id=row_id, reason=reason) if dropped.first() else None


async def _drop_reminder(session: AsyncSession, row_id: int, reason: str, now: datetime) -> ReminderDropped | None:
    dropped = await session.execute(
        update(Reminder)
        .where(*DEAD[LetterKind.REMINDER], Reminder.id == row_id)
        .values(state=ReminderState.STOPPED, reason=StopReason.DROPPED.value, settled_at=now)
        .returning(Reminder.id)
        .execution_options(synchronize_session=False)
    )
    return ReminderDropped(reminder_id=row_id, reason=reason) if dropped.first() else None
