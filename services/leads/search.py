"""Leads by any part of a name, phone or number."""

from sqlalchemy import Select, and_, or_
from sqlalchemy.ext.asyncio import AsyncSession

from models.lead import Lead, LeadStage
from services.access import Actor, Right, check_right
from services.conversation.paging import Page
from services.leads.access import visible_leads
from services.leads.lists import LeadLine, lead_lines
from services.live import live
from services.search.match import newest_matches, unindexed

PAGE_SIZE = 5


def seen_leads(actor: Actor) -> tuple[type[Lead], Select[int]]:
    """Of a transferred one the client and the deal are found, but a company's client is not called as its person is."""
    of_a_company = and_(Lead.company.is_not(None), Lead.name.is_not(None))
    seen = unindexed(and_(visible_leads(actor), or_(Lead.stage != LeadStage.TRANSFERRED, of_a_company)))
    return Lead, live(Lead).with_only_columns(Lead.id).where(seen)


async def search_leads(session: AsyncSession, actor: Actor, query: str, *, before: int | None = None) -> Page[LeadLine]:
    """Newest first, only those the actor may see; `before` is the id of the last one on the page before."""
    check_right(actor, Right.SEE_LEADS)
    found = await newest_matches(session, actor, seen_leads, query, before=before, limit=PAGE_SIZE + 1)
    return await page_of_leads(session, found)


async def page_of_leads(session: AsyncSession, lead_ids: list[int]) -> Page[LeadLine]:
    """Of those that a search found, one more than a page holds. Part of it."""
    return Page.of(await lead_lines(session, lead_ids), PAGE_SIZE)
