"""Deals by any part of what is insured, or of their client's name, phone or number."""

from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from services.access import Actor, Right, check_right
from services.conversation.paging import Page
from services.deals.access import visible_deals
from services.deals.lists import DealLine, deal_lines, line_of
from services.live import live
from services.search.match import newest_matches

PAGE_SIZE = 5


async def search_deals(session: AsyncSession, actor: Actor, query: str, *, before: int | None = None) -> Page[DealLine]:
    """Newest first, only those the actor may see; `before` is the id of the last one on the page before."""
    check_right(actor, Right.SEE_DEALS)
    seen = live(Deal).with_only_columns(Deal.id).where(visible_deals(actor))
    found = await newest_matches(session, seen, Deal, query, before=before, limit=PAGE_SIZE + 1)
    wanted = deal_lines().where(Deal.id.in_(found)).order_by(Deal.id.desc())
    return Page.of([line_of(row) for row in await session.execute(wanted)] if found else [], PAGE_SIZE)
