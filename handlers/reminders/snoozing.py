"""A stale lead is heard of again later."""

from datetime import date, datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.ids import row_id
from handlers.kit.calendar import chosen_day
from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Steps
from handlers.leads.shown import card_screen, done_with_lead
from handlers.parsing.result import Day
from handlers.reminders import screens
from handlers.reminders.parse import typed_later
from handlers.reminders.states import SnoozeLeadFlow
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.conversation.values import Screen
from services.errors import ScreenOutdated
from services.reminders.hours import MORNING, Wall
from services.reminders.snooze import access_reminder, snooze
from services.reminders.stale_leads import SNOOZES

steps = Steps()
steps.flow(SnoozeLeadFlow, right=Right.WORK_LEADS)


@steps.tap("remind.later", right=Right.WORK_LEADS)
async def snooze_days(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, now: datetime, today: date, arg: str
) -> Screen:
    """`arg` is the reminder and for how many days."""
    reminder, _, days = arg.partition(":")
    if days not in {str(usual) for usual in SNOOZES}:
        raise ScreenOutdated
    until = today + timedelta(days=int(days))
    lead_id = await snooze(session, actor, row_id(reminder), until=(until, MORNING), wall=brokerage.wall(now))
    return await card_screen(session, actor, lead_id, screens.snoozed(Day(until)))


@steps.tap("remind.until", right=Right.WORK_LEADS)
async def start(session: AsyncSession, actor: Actor, arg: str) -> Start:
    reminder = await access_reminder(session, actor, row_id(arg))
    return Start(SnoozeLeadFlow.day, {"reminder_id": reminder.id, "lead_id": reminder.subject_id})


@steps.question(SnoozeLeadFlow.day)
async def ask_day(draft: Draft, today: date) -> Screen:
    return screens.ask_snooze(draft["lead_id"], draft.view, today)


@steps.pick(SnoozeLeadFlow.day)
async def on_day(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, value: str
) -> Done:
    return await _snooze(session, actor, draft, Day(chosen_day(value)), brokerage.wall(now))


@steps.answer(SnoozeLeadFlow.day)
async def on_day_typed(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, text: str
) -> Ask | Done:
    said = typed_later(text, actor, brokerage, now)
    if not isinstance(said, Day):
        return Ask(SnoozeLeadFlow.day, problem=said)
    return await _snooze(session, actor, draft, said, brokerage.wall(now))


async def _snooze(session: AsyncSession, actor: Actor, draft: Draft, until: Day, wall: Wall) -> Done:
    at = (until.date, until.time or MORNING)
    lead_id = await snooze(session, actor, draft["reminder_id"], until=at, wall=wall)
    return await done_with_lead(session, actor, lead_id, screens.snoozed(until))
