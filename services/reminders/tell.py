"""Tells people what they are due to be reminded of, each in as few messages as hold it.

- What is due of one who is away or has left is heard by others, see `hearers.py`, in their own hours.
- In his quiet hours a person is told nothing; what came up then is told at their end. What is due in the morning of a
  day waits for his brief, where he has one, and stands in it.
- Everything is looked at again as it stands now: a ladder whose work is done says nothing.
- A person is held while he is told: of two schedulers one tells him.
- What goes wrong is set aside, see `trial.py`, and keeps nobody else's.
"""

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial

from sqlalchemy import Date, Select, Time, bindparam, or_, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from models.reminder import WAITING, Reminder, ReminderState, ReminderSubject, StopReason
from models.user import User
from services.brokerage import Brokerage
from services.conversation.outgoing import notify
from services.conversation.values import Button, Notice, text
from services.day.words import number_rows, opened
from services.reminders.brief import leave_brief_out, send_brief
from services.reminders.hearers import is_there
from services.reminders.hours import MORNING, Hours, Wall, find_hours
from services.reminders.missed import tell_what_was_missed
from services.reminders.rows import deliver, put_off, stop
from services.reminders.sorting import Due, sort_out
from services.reminders.stale_leads import tell_of_stale_leads
from services.reminders.trial import tell_or_set_aside
from services.reminders.woken import tell_executor, tell_seller
from services.reminders.words import due_lines

MOST_PEOPLE = 20
MOST_ROWS = 500
MOST_IN_ONE = 20
NO_LADDERS = (ReminderSubject.BRIEF, ReminderSubject.RETURN, ReminderSubject.LEAD)
_IS_DUE = (
    WAITING,
    tuple_(Reminder.due_on, Reminder.due_time) <= tuple_(bindparam("today", type_=Date), bindparam("at", type_=Time)),
)
_FIRST_DUE = (
    select(Reminder.user_id)
    .where(*_IS_DUE, Reminder.user_id.is_not(None))
    .order_by(Reminder.due_on, Reminder.due_time)
    .limit(MOST_ROWS)
)
_FIRST_OF_ABSENT = _FIRST_DUE.join(User, User.id == Reminder.user_id).where(
    or_(User.disabled_at.is_not(None), User.away_until >= bindparam("today", type_=Date))
)
_DUE_OF_PERSON = (
    select(Reminder)
    .where(*_IS_DUE, Reminder.user_id == bindparam("user_id"))
    .order_by(Reminder.due_on, Reminder.due_time, Reminder.id)
    .limit(MOST_ROWS)
    .execution_options(populate_existing=True)
)


async def is_reminder_due(session: AsyncSession, *, now: datetime, brokerage: Brokerage) -> bool:
    return (await session.execute(_FIRST_DUE.limit(1), _until(brokerage.wall(now)))).first() is not None


async def tell_due_reminders(session: AsyncSession, *, now: datetime, brokerage: Brokerage) -> int:
    """How many reminders were settled, or put off to an hour at which they may be told."""
    wall = brokerage.wall(now)
    handled = 0
    for person in await _hold_people(session, wall):
        rows = await _list_due(session, person.id, wall if is_there(person, wall[0]) else _early(wall))
        handled += len(rows)
        tell = partial(_tell, session, person, now=now, brokerage=brokerage)
        await tell_or_set_aside(session, person.id, rows, tell, now=now)
    return handled


async def _hold_people(session: AsyncSession, wall: Wall) -> Sequence[User]:
    """Some of those who are to be told, not whom somebody else is telling; who is not there before all others, whose
    mornings are the richer for it.
    """
    first = await _list_first(session, _FIRST_DUE, wall)
    if not first:
        return []
    first = await _list_first(session, _FIRST_OF_ABSENT, _early(wall)) or first
    held = (
        select(User)
        .where(User.id.in_(first[:MOST_PEOPLE]))
        .order_by(User.id)
        .with_for_update(key_share=True, skip_locked=True)
    )
    return (await session.execute(held)).scalars().all()


async def _list_first(session: AsyncSession, due: Select[int | None], wall: Wall) -> list[int]:
    found = (await session.execute(due, _until(wall))).scalars()
    return list(dict.fromkeys(user_id for user_id in found if user_id is not None))


def _early(wall: Wall) -> Wall:
    """What is due in the morning is passed on before it."""
    return wall[0], max(wall[1], MORNING)


def _until(wall: Wall) -> dict[str, object]:
    return {"today": wall[0], "at": wall[1]}


async def _list_due(session: AsyncSession, user_id: int, wall: Wall) -> Sequence[Reminder]:
    found = await session.execute(_DUE_OF_PERSON, {"user_id": user_id, **_until(wall)})
    return found.scalars().all()


async def _tell(
    session: AsyncSession, person: User, rows: Sequence[Reminder], *, now: datetime, brokerage: Brokerage
) -> None:
    wall, hours = brokerage.wall(now), await find_hours(session, person.id, brokerage)
    if not is_there(person, wall[0]):
        await _pass_on(session, person, rows, now=now, brokerage=brokerage)
        return
    silent_until = hours.silent_until(wall)
    if silent_until is not None:
        await _put_off_all(session, rows, silent_until, hours)
        return
    briefs = [row for row in rows if row.subject is ReminderSubject.BRIEF]
    leads = [row for row in rows if row.subject is ReminderSubject.LEAD]
    returns = [row for row in rows if row.subject is ReminderSubject.RETURN]
    others = [row for row in rows if row.subject not in NO_LADDERS]
    if briefs:
        others = [*others, *await _list_until_morning(session, person.id, wall)]
    to_tell = await _without_morning(session, [*others, *returns], hours, wall)
    if any(row in to_tell for row in returns):
        await tell_what_was_missed(session, person, returns, now=now, brokerage=brokerage)
    to_tell = [row for row in to_tell if row not in returns]
    due = await sort_out(session, to_tell, person.id, now=now, brokerage=brokerage)
    if briefs:
        due = await send_brief(session, person, briefs, due, hours=hours, now=now, today=wall[0])
    due = await _tell_of_woken(session, person, due, now=now, today=wall[0])
    for begin in range(0, len(due), MOST_IN_ONE):
        await _say(session, person, due[begin : begin + MOST_IN_ONE], now=now, wall=wall)
    await tell_of_stale_leads(session, person, leads, now=now, brokerage=brokerage)


async def _pass_on(
    session: AsyncSession, person: User, rows: Sequence[Reminder], *, now: datetime, brokerage: Brokerage
) -> None:
    """To whoever hears of it for him; the mornings of one who is away are left out."""
    briefs = [row for row in rows if row.subject is ReminderSubject.BRIEF]
    leads = [row for row in rows if row.subject is ReminderSubject.LEAD]
    returns = [row.id for row in rows if row.subject is ReminderSubject.RETURN]
    await sort_out(
        session, [row for row in rows if row.subject not in NO_LADDERS], person.id, now=now, brokerage=brokerage
    )
    await tell_of_stale_leads(session, person, leads, now=now, brokerage=brokerage)
    await stop(session, returns, StopReason.NOBODY, now=now)
    if briefs:
        await leave_brief_out(session, person, briefs, brokerage=brokerage, now=now)


async def _tell_of_woken(
    session: AsyncSession, hearer: User, due: Sequence[Due], *, now: datetime, today: date
) -> list[Due]:
    """Each on a card of its own, with what to do next; what the card is about is not told besides."""
    woken = [each for each in due if each.row.subject is ReminderSubject.DEAL]
    about = {(each.line.deal_id, each.line.due_on) for each in woken}
    for each in woken:
        deal = await session.get_one(Deal, each.row.subject_id)
        told = f"woke-{deal.id}-{each.row.occurrence}"
        await tell_seller(session, deal, hearer.id, each.whose, now=now, correlation_id=told)
        await tell_executor(session, deal, now=now, today=today, correlation_id=told)
    on_cards = [each for each in due if (each.line.deal_id, each.line.due_on) in about]
    await deliver(session, [each.row.id for each in on_cards], now=now)
    return [each for each in due if each not in on_cards]


async def _put_off_all(session: AsyncSession, rows: Sequence[Reminder], until: Wall, hours: Hours) -> None:
    """His brief to its own hour of that day."""
    briefs = [row.id for row in rows if row.subject is ReminderSubject.BRIEF]
    await put_off(session, briefs, (until[0], max(until[1], hours.brief_at or until[1])))
    await put_off(session, [row.id for row in rows if row.id not in briefs], until)


async def _without_morning(session: AsyncSession, rows: Sequence[Reminder], hours: Hours, wall: Wall) -> list[Reminder]:
    """What waits for the brief is put off to its hour."""
    waits = {row.id for row in rows if hours.waits_for_brief((row.due_on, row.due_time), wall)}
    if waits and hours.brief_at is not None:
        await put_off(session, sorted(waits), (wall[0], hours.brief_at))
    return [row for row in rows if row.id not in waits]


async def _list_until_morning(session: AsyncSession, user_id: int, wall: Wall) -> Sequence[Reminder]:
    """What a brief that is earlier takes along."""
    today, at = wall
    ahead = select(Reminder).where(
        *(Reminder.state == ReminderState.WAITING, Reminder.user_id == user_id, Reminder.due_on == today),
        *(Reminder.due_time > at, Reminder.due_time <= MORNING),
    )
    return (await session.execute(ahead)).scalars().all()


async def _say(session: AsyncSession, hearer: User, due: Sequence[Due], *, now: datetime, wall: Wall) -> None:
    notice = Notice(
        [text("ntf-reminders", count=len(due)), *due_lines(due, wall[0], at=wall[1])],
        [*number_rows(opened([each.line for each in due])), [Button(text("btn-my-day"), "day.show")]],
    )
    await notify(session, [hearer.id], notice, now=now, correlation_id=f"remind-{hearer.id}-{due[0].row.id}")
    await deliver(session, [each.row.id for each in due], now=now)
