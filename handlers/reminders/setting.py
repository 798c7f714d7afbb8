"""A person's brief, quiet hours and pause."""

from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.kit.calendar import chosen_day
from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Steps
from handlers.parsing.result import Day
from handlers.reminders import screens
from handlers.reminders.parse import parse_hour, parse_quiet_hours, typed_later
from handlers.reminders.states import BriefHourFlow, PauseFlow, QuietHoursFlow
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.conversation.values import Screen
from services.errors import ScreenOutdated
from services.reminders.hours import Hours, Wall
from services.reminders.settings import OwnHours, find_own_hours, set_hours

steps = Steps()
for flow in (BriefHourFlow, QuietHoursFlow, PauseFlow):
    steps.flow(flow, right=Right.SEE_DEALS)


@steps.command("reminders", right=Right.SEE_DEALS)
async def show_by_command(session: AsyncSession, actor: Actor, brokerage: Brokerage, now: datetime) -> Screen:
    return _screen(actor, await find_own_hours(session, actor, brokerage), brokerage.wall(now))


@steps.tap("remind.settings", right=Right.SEE_DEALS)
async def show(session: AsyncSession, actor: Actor, brokerage: Brokerage, now: datetime) -> Screen:
    return _screen(actor, await find_own_hours(session, actor, brokerage), brokerage.wall(now))


@steps.tap("remind.brief", right=Right.SEE_DEALS)
async def switch_brief(session: AsyncSession, actor: Actor, brokerage: Brokerage, now: datetime, arg: str) -> Screen:
    """`arg` is on or off."""
    if arg not in ("on", "off"):
        raise ScreenOutdated
    return await _save(session, actor, brokerage, OwnHours(brief=arg == "on"), now)


@steps.tap("remind.birthdays", right=Right.OPEN_DEAL)
async def switch_birthdays(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, now: datetime, arg: str
) -> Screen:
    """`arg` is on or off."""
    if arg not in ("on", "off"):
        raise ScreenOutdated
    return await _save(session, actor, brokerage, OwnHours(birthdays=arg == "on"), now)


@steps.tap("remind.hour", right=Right.SEE_DEALS)
async def start_hour() -> Start:
    return Start(BriefHourFlow.hour)


@steps.question(BriefHourFlow.hour)
async def ask_hour() -> Screen:
    return screens.ask_hour()


@steps.answer(BriefHourFlow.hour)
async def on_hour(session: AsyncSession, actor: Actor, brokerage: Brokerage, now: datetime, text: str) -> Ask | Done:
    hour = parse_hour(text)
    if hour is None:
        return Ask(BriefHourFlow.hour, problem=screens.hour_problem(text))
    return Done(await _save(session, actor, brokerage, OwnHours(brief=True, brief_at=hour), now))


@steps.pick(BriefHourFlow.hour)
async def on_hour_chip(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, now: datetime, value: str
) -> Ask | Done:
    return await on_hour(session, actor, brokerage, now, value[:5])


@steps.tap("remind.quiet", right=Right.SEE_DEALS)
async def start_quiet() -> Start:
    return Start(QuietHoursFlow.hours)


@steps.question(QuietHoursFlow.hours)
async def ask_quiet() -> Screen:
    return screens.ask_quiet()


@steps.answer(QuietHoursFlow.hours)
async def on_quiet(session: AsyncSession, actor: Actor, brokerage: Brokerage, now: datetime, text: str) -> Ask | Done:
    hours = parse_quiet_hours(text)
    if hours is None:
        return Ask(QuietHoursFlow.hours, problem=screens.quiet_problem(text))
    begins, ends = hours
    return Done(await _save(session, actor, brokerage, OwnHours(quiet_from=begins, quiet_to=ends), now))


@steps.pick(QuietHoursFlow.hours)
async def on_quiet_chip(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, now: datetime, value: str
) -> Ask | Done:
    return await on_quiet(session, actor, brokerage, now, value)


@steps.tap("remind.pause", right=Right.SEE_DEALS)
async def start_pause() -> Start:
    return Start(PauseFlow.day)


@steps.question(PauseFlow.day)
async def ask_pause(draft: Draft, today: date) -> Screen:
    return screens.ask_pause(draft.view, today)


@steps.pick(PauseFlow.day)
async def on_pause(session: AsyncSession, actor: Actor, brokerage: Brokerage, now: datetime, value: str) -> Done:
    return Done(await _save(session, actor, brokerage, OwnHours(paused_until=chosen_day(value), paused_at=None), now))


@steps.answer(PauseFlow.day)
async def on_pause_typed(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, now: datetime, text: str
) -> Ask | Done:
    said = typed_later(text, actor, brokerage, now)
    if not isinstance(said, Day):
        return Ask(PauseFlow.day, problem=said)
    return Done(await _save(session, actor, brokerage, OwnHours(paused_until=said.date, paused_at=said.time), now))


@steps.tap("remind.resume", right=Right.SEE_DEALS)
async def resume(session: AsyncSession, actor: Actor, brokerage: Brokerage, now: datetime) -> Screen:
    return await _save(session, actor, brokerage, OwnHours(paused_until=None, paused_at=None), now)


async def _save(session: AsyncSession, actor: Actor, brokerage: Brokerage, values: OwnHours, now: datetime) -> Screen:
    hours = await set_hours(session, actor, values, brokerage=brokerage, now=now)
    return _screen(actor, hours, brokerage.wall(now)).with_first(screens.saved())


def _screen(actor: Actor, hours: Hours, wall: Wall) -> Screen:
    return screens.settings(hours, wall, sells=actor.may(Right.OPEN_DEAL))
