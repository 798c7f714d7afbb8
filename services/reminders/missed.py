"""What others heard for a person while he was away, told to him when he is back: as it stands now, and only what does
not stand in his day anyway.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from models.lead import Lead
from models.reminder import WAITING, Reminder, ReminderState, ReminderSubject, StopReason
from models.task import Task
from models.user import User
from services.brokerage import Brokerage
from services.conversation.outgoing import notify
from services.conversation.values import Button, Notice, Text, text
from services.day.words import number_rows, opened
from services.leads.words import who
from services.live import live
from services.reminders.as_of_now import find_matters
from services.reminders.hearers import find_hearers
from services.reminders.hours import MORNING
from services.reminders.ladders import Planned
from services.reminders.rows import deliver, put, put_off, stop
from services.reminders.sorting import Due
from services.reminders.stale_leads import is_still_silent
from services.reminders.words import due_lines

MOST_SHOWN = 12


async def plan_return(
    session: AsyncSession, user_id: int, until: date | None, *, now: datetime, brokerage: Brokerage
) -> None:
    """Part of the use case that says until when he is away; None: he is back now."""
    his = (Reminder.subject == ReminderSubject.RETURN, Reminder.subject_id == user_id)
    waiting = (await session.execute(select(Reminder).where(WAITING, *his))).scalar_one_or_none()
    if until is None:
        await put_off(session, [waiting.id] if waiting else [], brokerage.wall(now))
        return
    began = brokerage.today(now) if waiting is None else waiting.occurrence
    await session.execute(delete(Reminder).where(*his).execution_options(synchronize_session=False))
    back = (until + timedelta(days=1), MORNING)
    await put(session, [Planned((ReminderSubject.RETURN, user_id, 0, began), back, None, user_id)])


async def tell_what_was_missed(
    session: AsyncSession, person: User, returns: Sequence[Reminder], *, now: datetime, brokerage: Brokerage
) -> None:
    ids = [row.id for row in returns]
    began = min(row.occurrence for row in returns)
    since = datetime.combine(began, time.min, brokerage.zone)
    today = brokerage.today(now)
    ladders = await _list_ladders(session, person, since, today)
    leads = await _list_leads(session, person, since, brokerage)
    if not (ladders or leads):
        await stop(session, ids, StopReason.NOTHING, now=now)
        return
    notice = _notice(ladders[:MOST_SHOWN], leads[:MOST_SHOWN], today)
    rest = len(ladders[MOST_SHOWN:]) + len(leads[MOST_SHOWN:])
    if rest:
        notice = Notice([*notice.lines, text("scr-day-more", count=rest)], notice.rows)
    await notify(session, [person.id], notice, now=now, correlation_id=f"back-{person.id}-{began}")
    await deliver(session, ids, now=now)


async def _list_ladders(session: AsyncSession, person: User, since: datetime, today: date) -> list[Due]:
    """The newest step of each that is his still; with the name of who heard it."""
    his = (
        select(Deal.id)
        .where(Deal.seller_id == person.id)
        .union(select(Task.deal_id).where(Task.to_user_id == person.id))
    )
    heard = (
        select(Reminder)
        .where(Reminder.deal_id.in_(his), Reminder.state == ReminderState.DELIVERED, Reminder.settled_at >= since)
        .where(Reminder.user_id != person.id)
        .order_by(Reminder.settled_at.desc(), Reminder.id.desc())
    )
    rows = (await session.execute(heard)).scalars().all()
    matters = await find_matters(session, rows, today=today)
    names = await find_hearers(session, {row.user_id for row in rows}, today=today)
    newest: dict[tuple[ReminderSubject, int], Due] = {}
    for row in rows:
        key = (row.subject, row.subject_id)
        matter = matters.get(key)
        if matter is None or matter.reason is not None or matter.user_id != person.id or row.user_id is None:
            continue
        newest.setdefault(key, Due(row, matter.line, names.name(row.user_id)))
    return sorted(newest.values(), key=lambda due: due.line.due_on)


async def _list_leads(session: AsyncSession, person: User, since: datetime, brokerage: Brokerage) -> list[Lead]:
    heard = (
        live(Lead)
        .add_columns(Reminder)
        .join(Reminder, (Reminder.subject == ReminderSubject.LEAD) & (Reminder.subject_id == Lead.id))
        .where(Lead.assignee_id == person.id, Reminder.user_id != person.id)
        .where(Reminder.state == ReminderState.DELIVERED, Reminder.settled_at >= since)
        .order_by(Lead.id)
    )
    found = (await session.execute(heard)).all()
    return list({lead.id: lead for lead, row in found if is_still_silent(lead, row, brokerage)}.values())


def _notice(ladders: Sequence[Due], leads: Sequence[Lead], today: date) -> Notice:
    lines: list[Text] = [text("ntf-missed"), *due_lines(ladders, today)]
    lines += [
        text("ntf-missed-lead", number=str(number), lead=str(lead.id), who=who(lead.name, lead.company, None, None))
        for number, lead in enumerate(leads, len(ladders) + 1)
    ]
    cards = [*opened([each.line for each in ladders]), *(("lead.card", lead.id) for lead in leads)]
    return Notice(lines, [*number_rows(cards), [Button(text("btn-my-day"), "day.show")]])
