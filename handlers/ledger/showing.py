"""A deal's money, an expectation, the history."""

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.ids import row_id, row_ids
from handlers.kit.steps import Steps
from handlers.ledger import screens
from services.access import Actor, Right
from services.conversation.values import Screen, Text
from services.ledger.history import find_entry_card, list_history
from services.ledger.queries import find_deal_money

steps = Steps()


@steps.tap("ledger.deal", right=Right.SEE_MARGIN)
async def show(session: AsyncSession, actor: Actor, arg: str) -> Screen:
    return await deal_screen(session, actor, row_id(arg))


async def deal_screen(session: AsyncSession, actor: Actor, deal_id: int, note: Text | None = None) -> Screen:
    shown = screens.deal(await find_deal_money(session, actor, deal_id))
    return shown.with_first(note) if note else shown


@steps.tap("ledger.entry", right=Right.SEE_MARGIN)
async def show_entry(session: AsyncSession, actor: Actor, arg: str) -> Screen:
    return screens.entry(await find_entry_card(session, actor, row_id(arg)))


@steps.tap("ledger.history", right=Right.SEE_MARGIN)
async def show_history(session: AsyncSession, actor: Actor, arg: str) -> Screen:
    """With the deal and the line that the page before ended with, 0 for the first page."""
    deal_id, before = row_ids(arg)
    return screens.history(deal_id, await list_history(session, actor, deal_id, before=before or None))
