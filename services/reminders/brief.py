"""A person's morning in one message: his day, and what comes up in the days ahead; nothing when there is nothing."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.reminder import Reminder, ReminderState, ReminderSubject, StopReason
from models.user import Role, User
from services.access import Actor, Right, role_may
from services.brokerage import Brokerage
from services.conversation.listed import listed
from services.conversation.outgoing import notify
from services.conversation.values import Button, Notice, Text, text
from services.day.queries import Day, DayLine, find_day
from services.day.words import late_lines, number_rows, numbered, opened, owing_lines
from services.reminders.hours import Hours, find_hours
from services.reminders.ladders import Planned
from services.reminders.rows import deliver, put, stop
from services.reminders.sorting import Due

MOST_AHEAD = 8
READERS = tuple(role for role in Role if role_may(role, Right.SEE_DEALS))


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
    if person.role not in READERS or hours.brief_at is None or briefs[0].user_id != person.id:
        await stop(session, brief_ids, StopReason.NOBODY, now=now)
        return list(due)
    await plan_brief(session, person.id, today + timedelta(days=1), hours)
    actor = Actor(
        person.id, person.telegram_id, person.name, person.role, person.language, f"brief-{person.id}-{today}"
    )
    day = await find_day(session, actor, today=today)
    ahead = [each for each in due if not _stands_in(day, each)]
    woken = [each for each in ahead if each.row.subject is ReminderSubject.DEAL]
    others = [each for each in ahead if each not in woken]
    inside, outside = others[:MOST_AHEAD], [*woken, *others[MOST_AHEAD:]]
    if not (day.count or inside or day.late or day.owing):
        await stop(session, brief_ids, StopReason.NOTHING, now=now)
        return []
    notice = _brief(day, [each.line for each in inside], today)
    await notify(session, [person.id], notice, now=now, correlation_id=actor.correlation_id)
    left = {each.row.id for each in outside}
    await deliver(session, [*brief_ids, *(each.row.id for each in due if each.row.id not in left)], now=now)
    return outside


async def plan_brief(session: AsyncSession, user_id: int, on: date, hours: Hours) -> None:
    if hours.brief_at is not None:
        await put(session, [Planned((ReminderSubject.BRIEF, user_id, 0, on), (on, hours.brief_at), None, user_id)])


async def plan_missing_briefs(session: AsyncSession, *, now: datetime, brokerage: Brokerage) -> int:
    """Of people for whom none waits: newcomers, and those who had none until now."""
    today, at = brokerage.wall(now)
    waits = select(Reminder.user_id).where(
        *(Reminder.state == ReminderState.WAITING, Reminder.user_id == User.id),
        Reminder.subject == ReminderSubject.BRIEF,
    )
    missing = select(User.id).where(User.role.in_(READERS), User.disabled_at.is_(None), ~waits.exists())
    for user_id in (await session.execute(missing)).scalars().all():
        hours = await find_hours(session, user_id, brokerage)
        is_over = hours.brief_at is not None and at >= hours.brief_at
        await plan_brief(session, user_id, today + timedelta(days=is_over), hours)
    return 0


def _stands_in(day: Day, due: Due) -> bool:
    """A deal that woke does with whatever of it is due."""
    if due.row.subject is ReminderSubject.DEAL:
        return any(line.deal_id == due.line.deal_id for line in day.lines)
    return any(_key(line) == _key(due.line) for line in day.lines)


def _key(line: DayLine) -> tuple[object, ...]:
    return line.source, line.id, line.what, line.due_on


def _brief(day: Day, ahead: Sequence[DayLine], today: date) -> Notice:
    """One's own day as on its screen, then what comes up, numbered on."""
    lines: list[Text] = [text("ntf-brief", count=day.count)]
    if day.at_risk:
        amounts = listed([text("scr-day-amount", amount=amount) for amount in day.at_risk])
        lines.append(text("scr-day-risk", amounts=amounts))
    lines += numbered(day.lines, today)
    if day.count > len(day.lines):
        lines.append(text("scr-day-more", count=day.count - len(day.lines)))
    if day.late:
        lines += late_lines(day, today)
    if day.owing:
        lines += owing_lines(day, today)
    cards = [*opened(day.lines), *opened([task.line for task in day.late])]
    cards += [("day.person", owing.user_id) for owing in day.owing]
    if ahead:
        lines += [text("ntf-brief-ahead"), *numbered(ahead, today, start=len(cards) + 1)]
        cards += opened(ahead)
    return Notice(lines, [*number_rows(cards), [Button(text("btn-my-day"), "day.show")]])
