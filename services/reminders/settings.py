"""A person sets when he wants to hear of things."""

from datetime import date, datetime, time, timedelta
from typing import Any, TypedDict

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.reminder import Reminder, ReminderSettings, ReminderState, ReminderSubject
from services.access import Actor, Right, check_right
from services.brokerage import Brokerage
from services.events.publish import publish
from services.reminders.brief import plan_brief
from services.reminders.errors import BriefInQuietHours
from services.reminders.events import ReminderSettingsChanged
from services.reminders.hours import Hours, find_hours
from services.upsert import insert_or_update


class OwnHours(TypedDict, total=False):
    """Columns of ReminderSettings and what they become."""

    brief: bool
    birthdays: bool
    brief_at: time | None
    quiet_from: time | None
    quiet_to: time | None
    paused_until: date | None
    paused_at: time | None


async def find_own_hours(session: AsyncSession, actor: Actor, brokerage: Brokerage) -> Hours:
    check_right(actor, Right.SEE_DEALS)
    return await find_hours(session, actor.id, brokerage)


async def set_hours(
    session: AsyncSession, actor: Actor, values: OwnHours, *, brokerage: Brokerage, now: datetime
) -> Hours:
    """The next brief is at the new hour: today's unless it has been told or is over."""
    check_right(actor, Right.SEE_DEALS)
    own = (
        await session.execute(select(ReminderSettings).where(ReminderSettings.user_id == actor.id))
    ).scalar_one_or_none()
    row: dict[str, Any] = {
        "user_id": actor.id,
        "brief": True,
        "birthdays": False,
        **(_columns(own) if own else {}),
        **values,
    }
    await insert_or_update(session, ReminderSettings, row, key=ReminderSettings.user_id)
    session.expire_all()
    hours = await find_hours(session, actor.id, brokerage)
    if hours.brief_at is not None and hours.is_quiet(hours.brief_at):
        raise BriefInQuietHours
    await _plan_anew(session, actor.id, hours, now=now, brokerage=brokerage)
    changed = {name: None if value is None else str(value) for name, value in values.items()}
    await publish(session, actor, ReminderSettingsChanged(user_id=actor.id, changed=changed), now=now)
    return hours


def _columns(own: ReminderSettings) -> OwnHours:
    return OwnHours(
        brief=own.brief,
        birthdays=own.birthdays,
        brief_at=own.brief_at,
        quiet_from=own.quiet_from,
        quiet_to=own.quiet_to,
        paused_until=own.paused_until,
        paused_at=own.paused_at,
    )


async def _plan_anew(session: AsyncSession, user_id: int, hours: Hours, *, now: datetime, brokerage: Brokerage) -> None:
    today, at = brokerage.wall(now)
    which = (Reminder.subject == ReminderSubject.BRIEF, Reminder.subject_id == user_id)
    await session.execute(delete(Reminder).where(*which, Reminder.state == ReminderState.WAITING))
    if hours.morning_at is None:
        return
    told = select(Reminder.id).where(*which, Reminder.occurrence == today)
    is_over = at >= hours.morning_at or (await session.execute(told)).first() is not None
    await plan_brief(session, user_id, today + timedelta(days=is_over), hours)
