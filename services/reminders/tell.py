"""Tells people what they are due to be reminded of, each in as few messages as hold it.

- In his quiet hours a person is told nothing; what came up then is told at their end. What is due in the morning of a
  day waits for his brief, where he has one, and stands in it.
- Everything is looked at again as it stands now: a ladder whose work is done says nothing.
- A person is held while he is told: of two schedulers one tells him. What goes wrong with one person's reminders is
  set aside as failed and keeps nobody else's.
"""

from collections.abc import Sequence
from datetime import date, datetime

import structlog
from sqlalchemy import Date, Time, bindparam, select, tuple_
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from models.reminder import WAITING, Reminder, ReminderState, ReminderSubject, StopReason
from models.user import Role, User
from services.brokerage import Brokerage
from services.conversation.outgoing import notify
from services.conversation.values import Button, Notice, text
from services.day.words import number_rows, numbered, opened
from services.reminders.brief import send_brief
from services.reminders.hours import MORNING, Hours, Wall, find_hours
from services.reminders.rows import deliver, fail, put_off, stop
from services.reminders.sorting import Due, sort_out
from services.reminders.stale_leads import tell_of_stale_leads
from services.reminders.woken import tell_executor, tell_seller
from services.users.queries import list_by_role

log = structlog.get_logger(service="scheduler")

MOST_PEOPLE = 20
MOST_ROWS = 500
MOST_IN_ONE = 20
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
_DUE_OF_PERSON = (
    select(Reminder)
    .where(*_IS_DUE, Reminder.user_id == bindparam("user_id"))
    .order_by(Reminder.due_on, Reminder.due_time, Reminder.id)
    .limit(MOST_ROWS)
    .execution_options(populate_existing=True)
)


async def tell_due_reminders(session: AsyncSession, *, now: datetime, brokerage: Brokerage) -> int:
    """How many reminders were settled, or put off to an hour at which they may be told."""
    wall = brokerage.wall(now)
    handled = 0
    for person in await _hold_people(session, wall):
        rows = await _list_due(session, person.id, wall)
        ids = [row.id for row in rows]
        handled += len(ids)
        try:
            async with session.begin_nested():
                await _tell(session, person, rows, now=now, brokerage=brokerage)
        except SQLAlchemyError:
            raise
        except Exception as error:
            log.exception("reminders.failed", user_id=person.id, count=len(ids))
            await fail(session, ids, type(error).__name__, now=now)
    return handled


async def _hold_people(session: AsyncSession, wall: Wall) -> Sequence[User]:
    """Some of those who are to be told; not whom somebody else is telling."""
    first = {user_id: None for (user_id,) in await session.execute(_FIRST_DUE, _until(wall))}
    if not first:
        return []
    held = (
        select(User)
        .where(User.id.in_(list(first)[:MOST_PEOPLE]))
        .order_by(User.id)
        .with_for_update(key_share=True, skip_locked=True)
    )
    return (await session.execute(held)).scalars().all()


def _until(wall: Wall) -> dict[str, object]:
    return {"today": wall[0], "at": wall[1]}


async def _list_due(session: AsyncSession, user_id: int, wall: Wall) -> Sequence[Reminder]:
    found = await session.execute(_DUE_OF_PERSON, {"user_id": user_id, **_until(wall)})
    return found.scalars().all()


async def _tell(
    session: AsyncSession, person: User, rows: Sequence[Reminder], *, now: datetime, brokerage: Brokerage
) -> None:
    wall, hours = brokerage.wall(now), await find_hours(session, person.id, brokerage)
    silent_until = hours.silent_until(wall)
    if silent_until is not None:
        await _put_off_all(session, rows, silent_until, hours)
        return
    hearer = await _find_hearer(session, person)
    if hearer is None:
        await stop(session, [row.id for row in rows], StopReason.NOBODY, now=now)
        return
    briefs = [row for row in rows if row.subject is ReminderSubject.BRIEF]
    leads = [row for row in rows if row.subject is ReminderSubject.LEAD]
    others = [row for row in rows if row not in (*briefs, *leads)]
    if briefs:
        others = [*others, *await _list_until_morning(session, person.id, wall)]
    to_tell = await _without_morning(session, others, hours, wall)
    due = await sort_out(session, to_tell, person.id, now=now, brokerage=brokerage)
    if briefs:
        due = await send_brief(session, hearer, briefs, due, hours=hours, now=now, today=wall[0])
    due = await _tell_of_woken(session, hearer, due, now)
    for begin in range(0, len(due), MOST_IN_ONE):
        await _say(session, hearer, due[begin : begin + MOST_IN_ONE], now=now, today=wall[0])
    await tell_of_stale_leads(session, hearer, leads, now=now, brokerage=brokerage)


async def _tell_of_woken(session: AsyncSession, hearer: User, due: Sequence[Due], now: datetime) -> list[Due]:
    """Each on a card of its own, with what to do next; what the card is about is not told besides."""
    woken = [each for each in due if each.row.subject is ReminderSubject.DEAL]
    about = {(each.line.deal_id, each.line.due_on) for each in woken}
    for each in woken:
        deal = await session.get_one(Deal, each.row.subject_id)
        told = f"woke-{deal.id}-{each.row.occurrence}"
        await tell_seller(session, deal, hearer.id, now=now, correlation_id=told)
        await tell_executor(session, deal, now=now, correlation_id=told)
    on_cards = [each for each in due if (each.line.deal_id, each.line.due_on) in about]
    await deliver(session, [each.row.id for each in on_cards], now=now)
    return [each for each in due if each not in on_cards]


async def _put_off_all(session: AsyncSession, rows: Sequence[Reminder], until: Wall, hours: Hours) -> None:
    """His brief to its own hour of that day."""
    briefs = [row.id for row in rows if row.subject is ReminderSubject.BRIEF]
    await put_off(session, briefs, (until[0], max(until[1], hours.brief_at or until[1])))
    await put_off(session, [row.id for row in rows if row.id not in briefs], until)


async def _find_hearer(session: AsyncSession, person: User) -> User | None:
    """Himself; of one who has left, a manager or an admin."""
    if person.disabled_at is None:
        return person
    leaders = [*await list_by_role(session, Role.MANAGER), *await list_by_role(session, Role.ADMIN)]
    return leaders[0] if leaders else None


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


async def _say(session: AsyncSession, hearer: User, due: Sequence[Due], *, now: datetime, today: date) -> None:
    lines = [each.line for each in due]
    notice = Notice(
        [text("ntf-reminders", count=len(due)), *numbered(lines, today)],
        [*number_rows(opened(lines)), [Button(text("btn-my-day"), "day.show")]],
    )
    await notify(session, [hearer.id], notice, now=now, correlation_id=f"remind-{hearer.id}-{due[0].row.id}")
    await deliver(session, [each.row.id for each in due], now=now)
