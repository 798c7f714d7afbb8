"""Deals by any part of what is insured, or of their client's name, phone or number."""

from sqlalchemy.ext.asyncio import AsyncSession

from models.client import Client
from models.deal import Deal
from models.insurance_kind import InsuranceKind
from services.access import Actor, Right, check_right
from services.conversation.paging import Page
from services.deals.access import visible_deals
from services.deals.queries import DealLine
from services.live import live
from services.search.match import matching

PAGE_SIZE = 5


async def search_deals(session: AsyncSession, actor: Actor, query: str, *, before: int | None = None) -> Page[DealLine]:
    """Newest first, only those the actor may see; `before` is the id of the last one on the page before."""
    check_right(actor, Right.SEE_DEALS)
    wanted = (
        live(Deal)
        .with_only_columns(Deal, InsuranceKind, Client.name)
        .join(InsuranceKind, InsuranceKind.id == Deal.kind_id)
        .join(Client, Client.id == Deal.client_id)
        .where(visible_deals(actor), matching(session, Deal, query))
        .order_by(Deal.id.desc())
        .limit(PAGE_SIZE + 1)
    )
    if before is not None:
        wanted = wanted.where(Deal.id < before)
    lines = [
        DealLine(deal.id, kind.icon, kind.names, deal.object, name, deal.stage, deal.turn, deal.review_on)
        for deal, kind, name in (await session.execute(wanted)).all()
    ]
    return Page.of(lines, PAGE_SIZE)
