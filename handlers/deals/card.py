"""The deal's card and the lists of deals."""

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.ids import row_id
from handlers.deals import screens
from handlers.kit.steps import Steps
from services.access import Actor, Right
from services.conversation.values import Screen
from services.deals.queries import find_deal_card

steps = Steps()


@steps.tap("deal.card", right=Right.SEE_DEALS)
async def show_card(session: AsyncSession, actor: Actor, arg: str, today: date) -> Screen:
    return screens.card(await find_deal_card(session, actor, row_id(arg), today=today), actor)


@steps.tap("deal.more", right=Right.SEE_DEALS)
async def show_more(session: AsyncSession, actor: Actor, arg: str, today: date) -> Screen:
    return screens.card(await find_deal_card(session, actor, row_id(arg), today=today), actor, more=True)
