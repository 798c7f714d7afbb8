"""Lists of deals: mine, my turn, today, asleep, closed, all."""

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.ids import named_page
from handlers.deals import list_screens as screens
from handlers.kit.steps import Steps
from services.access import Actor, Right
from services.conversation.values import Screen
from services.deals.lists import DealFilter, list_deals
from services.errors import ScreenOutdated

steps = Steps()


@steps.command("deals", right=Right.SEE_DEALS)
async def show_mine(session: AsyncSession, actor: Actor, today: date) -> Screen:
    page = await list_deals(session, actor, DealFilter.MINE, today=today)
    return screens.deal_list(page, DealFilter.MINE, actor)


@steps.tap("deal.list", right=Right.SEE_DEALS)
async def show_list(session: AsyncSession, actor: Actor, today: date, arg: str) -> Screen:
    """`arg` is the filter and, after a colon, the last deal of the page before."""
    name, before = named_page(arg)
    try:
        which = DealFilter(name)
    except ValueError as error:
        raise ScreenOutdated from error
    page = await list_deals(session, actor, which, today=today, before=before)
    return screens.deal_list(page, which, actor)
