"""Deals by any part of what is insured, or of their client's name, phone or number."""

from sqlalchemy import Select, bindparam
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from services.access import Actor, Right, check_right
from services.conversation.paging import Page
from services.deals.access import visible_deals
from services.deals.lists import LINES, DealLine, line_of
from services.live import live
from services.search.match import newest_matches, unindexed

PAGE_SIZE = 5
_FOUND = LINES.where(Deal.id.in_(bindparam("ids", expanding=True))).order_by(Deal.id.desc())


def seen_deals(actor: Actor) -> tuple[type[Deal], Select[int]]:
    return Deal, live(Deal).with_only_columns(Deal.id).where(unindexed(visible_deals(actor)))


async def search_deals(session: AsyncSession, actor: Actor, query: str, *, before: int | None = None) -> Page[DealLine]:
    """Newest first, only those the actor may see; `before` is the id of the last one on the page before."""
    check_right(actor, Right.SEE_DEALS)
    found = await newest_matches(session, actor, seen_deals, query, before=before, limit=PAGE_SIZE + 1)
    return await page_of_deals(session, found)


async def page_of_deals(session: AsyncSession, deal_ids: list[int]) -> Page[DealLine]:
    """Of those that a search found, one more than a page holds. Part of it."""
    rows = await session.execute(_FOUND, {"ids": deal_ids}) if deal_ids else ()
    return Page.of([line_of(row) for row in rows], PAGE_SIZE)
