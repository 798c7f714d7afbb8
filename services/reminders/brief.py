"""Sends a person's morning in one message: his day, what comes up in the days ahead, what he hears for others, and
whose birthday it is; nothing when there is nothing.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.reminder import WAITING, Reminder, ReminderSettings, ReminderSubject, StopReason
from models.user import Role, User
from services.access import Actor, Right, role_may
from services.brokerage import Brokerage
from services.conversation.outgoing import notify
from services.day.queries import Day, DayLine, find_day
from services.reminders.birthdays import Birthday, list_birthdays
from services.reminders.brief_words import brief_notice, greetings
from services.reminders.hours import Hours, find_hours
from services.reminders.ladders import Planned
from services.reminders.rows import deliver, put, stop
from services.reminders.sorting import Due

MOST_AHEAD = 8
READERS = tuple(role for role in Role if role_may(role, Right.SEE_DEALS))
_WAITS = select(Reminder.id).where(WAITING, Reminder.user_id == User.id, Reminder.subject == ReminderSubject.BRIEF)
_WANTS_NONE = select(ReminderSettings.user_id).where(
    ReminderSettings.user_id == User.id, ~ReminderSettings.brief, ~ReminderSettings.birthdays
)
_MISSING = select(User.id).where(
    *(User.role.in_(READERS), User.disabled_at.is_(None), ~_WAITS.exists(), ~_WANTS_NONE.exists())
)


async def send_brief(
    session: AsyncSession,
    person: User,
    briefs: Sequence[Reminder],
    due: Sequence[Due],
    *,
    hours: Hours,
    now: datetime,
    today: date,
) -> list[Due]:
    """Of `due` what does not stand in it. However late it is, the next one is tomorrow's."""
    brief_ids = [brief.id for brief in briefs]
    if person.role not in READERS or hours.morning_at is None:
        await stop(session, brief_ids, StopReason.NOBODY, now=now)
        return list(due)
    await plan_brief(session, person.id, today + timedelta(days=1), hours)
    birthdays = await _birthdays(session, person, briefs, hours, today)
    correlation_id = f"brief-{person.id}-{today}"
    if hours.brief_at is None:
        outside, notice = list(due), greetings(birthdays)
    else:
        actor = Actor(person.id, person.telegram_id, person.name, person.role, person.language, correlation_id)
        day = await find_day(session, actor, today=today)
        inside, outside = _part(day, due)
        notice = brief_notice(day, inside, birthdays, today)
    left = {each.row.id for each in outside}
    told = [each.row.id for each in due if each.row.id not in left]
    if notice is None:
        await stop(session, [*brief_ids, *told], StopReason.NOTHING, now=now)
        return outside
    await notify(session, [person.id], notice, now=now, correlation_id=correlation_id)
    await deliver(session, [*brief_ids, *told], now=now)
    return outside


async def leave_brief_out(
    session: AsyncSession, person: User, briefs: Sequence[Reminder], *, brokerage: Brokerage, now: datetime
) -> None:
    """He is not there to read it. Tomorrow it is looked at again, unless he has left."""
    await stop(session, [brief.id for brief in briefs], StopReason.AWAY, now=now)
    if person.disabled_at is None:
        hours = await find_hours(session, person.id, brokerage)
        await plan_brief(session, person.id, brokerage.today(now) + timedelta(days=1), hours)


async def plan_brief(session: AsyncSession, user_id: int, on: date, hours: Hours) -> None:
    if hours.morning_at is not None:
        await put(session, [Planned((ReminderSubject.BRIEF, user_id, 0, on), (on, hours.morning_at), None, user_id)])


async def is_brief_missing(session: AsyncSession, *, now: datetime) -> bool:  # noqa: ARG001 - as a look
    return (await session.execute(_MISSING.limit(1))).first() is not None


async def plan_missing_briefs(session: AsyncSession, *, now: datetime, brokerage: Brokerage) -> int:
    """Of people for whom none waits: newcomers, and those who had none until now."""
    today, at = brokerage.wall(now)
    for user_id in (await session.execute(_MISSING)).scalars().all():
        hours = await find_hours(session, user_id, brokerage)
        is_over = hours.morning_at is not None and at >= hours.morning_at
        await plan_brief(session, user_id, today + timedelta(days=is_over), hours)
    return 0


async def _birthdays(
    session: AsyncSession, person: User, briefs: Sequence[Reminder], hours: Hours, today: date
) -> Sequence[Birthday]:
    """Since the day that the brief was for."""
    if not hours.birthdays:
        return []
    first = min(brief.occurrence for brief in briefs)
    return await list_birthdays(session, person.id, first=first, today=today)


def _part(day: Day, due: Sequence[Due]) -> tuple[list[Due], list[Due]]:
    """What the brief tells besides the day itself, and what has to be told apart from it."""
    ahead = [each for each in due if not _stands_in(day, each)]
    woken = [each for each in ahead if each.row.subject is ReminderSubject.DEAL]
    others = [each for each in ahead if each not in woken]
    return others[:MOST_AHEAD], [*woken, *others[MOST_AHEAD:]]


def _stands_in(day: Day, due: Due) -> bool:
    """A deal that woke does with whatever of it is due."""
    if due.row.subject is ReminderSubject.DEAL:
        return any(line.deal_id == due.line.deal_id for line in day.lines)
    lines = [*day.lines, *(late.line for late in day.late)]
    return any(_key(line) == _key(due.line) for line in lines)


def _key(line: DayLine) -> tuple[object, ...]:
    return line.source, line.id, line.what, line.due_on
