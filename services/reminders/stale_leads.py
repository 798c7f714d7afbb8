"""Leads that nobody has touched for a week come back to whoever works on them.

- Contacted and qualified ones that are somebody's. A reminder is no activity.
- Every six hours, so many a run for the whole installation: the longest silent of each person first, then his next.
- One per lead and week of silence; what was snoozed comes back on its day instead.
"""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from sqlalchemy import Row, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.lead import SILENT, Lead, LeadAction, LeadStage, of_one
from models.reminder import Reminder, ReminderState, ReminderSubject, StopReason
from models.user import User
from services.brokerage import Brokerage
from services.conversation.outgoing import notify
from services.conversation.values import Button, Notice, Style, text
from services.leads.change import add_system_history
from services.leads.words import score_words, who
from services.live import live
from services.reminders.hearers import find_hearers
from services.reminders.hours import MORNING, Wall
from services.reminders.ladders import Planned
from services.reminders.rows import deliver, pass_on, put, put_off, stop
from services.upsert import insert_or_none

EVERY_HOURS = 6
SILENCE = timedelta(days=7)
STAGES = frozenset({LeadStage.CONTACTED, LeadStage.QUALIFIED})
SNOOZES = (1, 3, 7)


async def is_search_due(session: AsyncSession, *, now: datetime, brokerage: Brokerage) -> bool:
    today, begun = _quarter(brokerage.wall(now))
    looked = select(Reminder.id).where(
        *(Reminder.subject == ReminderSubject.SEARCH, Reminder.subject_id == 0),
        *(Reminder.step == begun.hour, Reminder.occurrence == today),
    )
    return (await session.execute(looked)).first() is None


async def find_stale_leads(session: AsyncSession, *, now: datetime, brokerage: Brokerage) -> int:
    """How many people will be reminded of now; none when this quarter of the day has been looked through."""
    today, begun = _quarter(brokerage.wall(now))
    run = {
        "subject": ReminderSubject.SEARCH,
        "subject_id": 0,
        "step": begun.hour,
        "occurrence": today,
        "due_on": today,
        "due_time": begun,
        "state": ReminderState.DELIVERED,
        "settled_at": now,
    }
    if await insert_or_none(session, Reminder, run, returning=Reminder.id) is None:
        return 0
    found = await _list_stale(session, now, brokerage.reminders.stale_leads_a_run)
    await put(session, [_planned(*lead, now=now, brokerage=brokerage) for lead in found])
    return len(found)


def _quarter(wall: Wall) -> Wall:
    """The day, and when its quarter began."""
    return wall[0], time(wall[1].hour - wall[1].hour % EVERY_HOURS)


def _planned(
    lead_id: int, assignee_id: int, last_activity_at: datetime, *, now: datetime, brokerage: Brokerage
) -> Planned:
    weeks = (now - last_activity_at) // SILENCE
    key = (ReminderSubject.LEAD, lead_id, weeks, brokerage.wall(last_activity_at)[0])
    return Planned(key, brokerage.wall(now), None, assignee_id)


async def _list_stale(session: AsyncSession, now: datetime, most: int) -> Sequence[Row[int, int, datetime]]:
    told = select(Reminder.id).where(
        *(Reminder.subject == ReminderSubject.LEAD, Reminder.subject_id == Lead.id),
        or_(Reminder.state == ReminderState.WAITING, Reminder.settled_at > now - SILENCE),
    )
    in_turn = func.row_number().over(partition_by=Lead.assignee_id, order_by=(Lead.last_activity_at, Lead.id))
    silent = (
        select(Lead.id, Lead.assignee_id, Lead.last_activity_at, in_turn.label("turn"))
        .join(User, User.id == Lead.assignee_id)
        .where(SILENT, Lead.last_activity_at <= now - SILENCE, User.disabled_at.is_(None), ~told.exists())
        .subquery()
    )
    of_all = select(silent.c.id, silent.c.assignee_id, silent.c.last_activity_at)
    chosen = of_all.order_by(silent.c.turn, silent.c.last_activity_at, silent.c.id).limit(most)
    return (await session.execute(chosen)).all()


async def tell_of_stale_leads(
    session: AsyncSession, person: User, rows: Sequence[Reminder], *, now: datetime, brokerage: Brokerage
) -> None:
    """Each in a message of its own, with the buttons to act upon it."""
    found = live(Lead).where(Lead.id.in_([row.subject_id for row in rows]))
    leads = {lead.id: lead for lead in (await session.execute(found)).scalars()}
    today = brokerage.today(now)
    hearers = await find_hearers(session, {lead.assignee_id for lead in leads.values()}, today=today)
    for row in rows:
        lead = leads.get(row.subject_id)
        if lead is None or lead.assignee_id is None or not is_still_silent(lead, row, brokerage):
            await stop(session, [row.id], StopReason.DONE, now=now)
            continue
        hearer = hearers.of(lead.assignee_id)
        if hearer is None:
            await put_off(session, [row.id], (today + timedelta(days=1), MORNING))
        elif hearer != person.id:
            await pass_on(session, [row.id], hearer)
        else:
            whose = None if hearer == lead.assignee_id else hearers.name(lead.assignee_id)
            await _tell(session, person, row, lead, whose, now)


def is_still_silent(lead: Lead, row: Reminder, brokerage: Brokerage) -> bool:
    return lead.stage in STAGES and brokerage.wall(lead.last_activity_at)[0] == row.occurrence


async def _tell(
    session: AsyncSession, person: User, row: Reminder, lead: Lead, whose: str | None, now: datetime
) -> None:
    correlation_id = f"stale-{lead.id}-{row.id}-{now:%Y%m%d}"
    days = (now - lead.last_activity_at).days
    named = who(lead.name, lead.company, None, None)
    score = None if lead.score is None else of_one(lead.score)
    lines = [
        text("ntf-lead-stale", lead=str(lead.id), who=named, days=days),
        text("ntf-lead-stale-score", score=score_words(score, lead.tier, lead.trend)),
    ]
    if whose is not None:
        lines.append(text("ntf-for-other", name=whose))
    notice = Notice(lines, _rows(row, lead), subject=f"lead:{lead.id}")
    await notify(session, [person.id], notice, now=now, correlation_id=correlation_id)
    await add_system_history(session, lead.id, LeadAction.NURTURE, now=now, correlation_id=correlation_id)
    await deliver(session, [row.id], now=now)


def _rows(row: Reminder, lead: Lead) -> list[list[Button]]:
    called = Button(text("btn-lead-called"), "lead.called", lead.id, Style.SUCCESS)
    lose = Button(text("btn-lose"), "lead.lose", lead.id, Style.DANGER)
    later = [Button(text("btn-snooze-days", days=days), "remind.later", f"{row.id}:{days}") for days in SNOOZES]
    other = Button(text("btn-snooze-until"), "remind.until", row.id)
    return [[called, lose], [*later, other], [Button(text("btn-lead-open"), "lead.card", lead.id)]]
