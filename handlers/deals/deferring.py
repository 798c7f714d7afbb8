"""Puts a deal to sleep until a day or an hour of it, and wakes it by hand."""

from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.days import typed_future_moment
from handlers.common.ids import row_id
from handlers.deals import question_screens as ask
from handlers.deals.shown import done_with_card
from handlers.deals.states import DeferDealFlow
from handlers.kit.calendar import chosen_day
from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Steps
from handlers.parsing.result import Day
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.conversation.values import Screen
from services.deals.access import access_open_deal
from services.deals.defer import defer_deal, keep_call_back, wake_deal

steps = Steps()
steps.flow(DeferDealFlow, right=Right.MOVE_DEAL)


@steps.tap("deal.defer", right=Right.MOVE_DEAL)
async def start(session: AsyncSession, actor: Actor, arg: str) -> Start:
    deal = await access_open_deal(session, actor, row_id(arg), right=Right.MOVE_DEAL)
    return Start(DeferDealFlow.day, {"deal_id": deal.id})


@steps.tap("deal.called", right=Right.MOVE_DEAL)
async def start_after_call(session: AsyncSession, actor: Actor, today: date, now: datetime, arg: str) -> Start:
    """What was promised is kept; when to look at the deal again is asked at once."""
    deal = await keep_call_back(session, actor, row_id(arg), today=today, now=now)
    return Start(DeferDealFlow.day, {"deal_id": deal.id})


@steps.question(DeferDealFlow.day)
async def ask_day(draft: Draft, today: date) -> Screen:
    return ask.review_day(draft["deal_id"], draft.view, today)


@steps.pick(DeferDealFlow.day)
async def on_day(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, value: str
) -> Done:
    return await _defer(session, actor, brokerage, draft, Day(chosen_day(value)), now)


@steps.answer(DeferDealFlow.day)
async def on_day_typed(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, text: str
) -> Ask | Done:
    said = typed_future_moment(text, actor, brokerage, now)
    if not isinstance(said, Day):
        return Ask(DeferDealFlow.day, problem=said)
    return await _defer(session, actor, brokerage, draft, said, now)


async def _defer(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, until: Day, now: datetime
) -> Done:
    deal_id, zone = draft["deal_id"], brokerage.zone
    await defer_deal(session, actor, deal_id, review_on=until.date, review_time=until.time, zone=zone, now=now)
    note = ask.deferred(until.date, until.time)
    return await done_with_card(session, actor, deal_id, note, today=brokerage.today(now))


@steps.tap("deal.wake", right=Right.MOVE_DEAL)
async def wake(session: AsyncSession, actor: Actor, now: datetime, arg: str, today: date) -> Done:
    deal = await wake_deal(session, actor, row_id(arg), now=now)
    return await done_with_card(session, actor, deal.id, ask.woken(), today=today)
