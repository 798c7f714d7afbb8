"""A deal's offers side by side, one in full, and what is done with those that no longer hold."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.calculations import screens
from handlers.common.ids import row_id
from handlers.kit.replies import Done
from handlers.kit.steps import Steps
from models.calculation import CalculationState
from services.access import Actor, Right
from services.calculations.again import calculate_again, is_being_calculated
from services.calculations.comparison import find_comparison
from services.calculations.queries import OfferLine, find_offer
from services.calculations.revise import decline_offer
from services.conversation.values import Screen, Text

steps = Steps()


@steps.tap("offers.list", right=Right.SEE_DEALS)
async def show(session: AsyncSession, actor: Actor, today: date, arg: str) -> Screen:
    return await _list(session, actor, row_id(arg), today)


async def done_with_list(session: AsyncSession, actor: Actor, deal_id: int, note: Text, *, today: date) -> Done:
    return Done((await _list(session, actor, deal_id, today)).with_first(note))


async def _list(session: AsyncSession, actor: Actor, deal_id: int, today: date) -> Screen:
    found = await find_comparison(session, actor, deal_id, today=today)
    return screens.comparison(found, actor, may_ask=await _may_ask_again(session, actor, found.offers))


async def _may_ask_again(session: AsyncSession, actor: Actor, offers: Sequence[OfferLine]) -> bool:
    """What has expired, and nobody calculates yet."""
    expired = [offer for offer in offers if offer.state is CalculationState.EXPIRED]
    if not expired or not actor.may(Right.SET_TASKS):
        return False
    return not await is_being_calculated(session, expired[0].deal_id)


@steps.tap("offer.card", right=Right.SEE_DEALS)
async def show_one(session: AsyncSession, actor: Actor, today: date, arg: str) -> Screen:
    offer = await find_offer(session, actor, row_id(arg), today=today)
    return screens.card(offer, actor, may_ask=await _may_ask_again(session, actor, [offer]))


@steps.tap("offer.drop", right=Right.ENTER_OFFERS)
async def drop(session: AsyncSession, actor: Actor, now: datetime, today: date, arg: str) -> Screen:
    deal_id = await decline_offer(session, actor, row_id(arg), now=now)
    return (await _list(session, actor, deal_id, today)).with_first(screens.dropped())


@steps.tap("offers.again", right=Right.SET_TASKS)
async def again(session: AsyncSession, actor: Actor, now: datetime, today: date, arg: str) -> Screen:
    """One tap: the same executor, by tomorrow."""
    deal_id, due = row_id(arg), today + timedelta(days=1)
    name = await calculate_again(session, actor, deal_id, due_on=due, now=now, today=today)
    return (await _list(session, actor, deal_id, today)).with_first(screens.again(name, due))
