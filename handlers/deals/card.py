"""The deal's card and the lists of deals."""

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.ids import row_id
from handlers.common.parse import parse_deal_number
from handlers.deals import list_screens, screens
from handlers.kit.steps import Steps
from services.access import Actor, Right
from services.conversation.values import Screen
from services.deals.errors import DealNotFound, DealOfOthers
from services.deals.queries import find_deal_card

steps = Steps()


@steps.command("deal", right=Right.SEE_DEALS)
async def show_by_number(session: AsyncSession, actor: Actor, arg: str, today: date) -> Screen:
    """`arg` is the deal's number. Whether there is a deal that he may not see, nobody learns."""
    number = parse_deal_number(arg)
    if number is None:
        return list_screens.which_deal()
    try:
        return screens.card(await find_deal_card(session, actor, number, today=today), actor)
    except (DealNotFound, DealOfOthers):
        return list_screens.not_among_yours(number)


@steps.tap("deal.card", right=Right.SEE_DEALS)
async def show_card(session: AsyncSession, actor: Actor, arg: str, today: date) -> Screen:
    return screens.card(await find_deal_card(session, actor, row_id(arg), today=today), actor)


@steps.tap("deal.more", right=Right.SEE_DEALS)
async def show_more(session: AsyncSession, actor: Actor, arg: str, today: date) -> Screen:
    return screens.card(await find_deal_card(session, actor, row_id(arg), today=today), actor, more=True)
