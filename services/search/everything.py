"""Clients, leads, deals and policies in one go."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from services.access import Actor, Right
from services.clients.search import ClientLine, list_clients
from services.conversation.paging import Page
from services.deals.lists import DealLine
from services.deals.search import search_deals
from services.leads.lists import LeadLine
from services.leads.search import search_leads
from services.policies.keys import number_key
from services.policies.search import FoundPolicy, find_policies_by_number, search_policies


@dataclass(frozen=True, slots=True)
class Found:
    """`exact`: the first policies are those whose very number this is."""

    clients: Page[ClientLine]
    leads: Page[LeadLine]
    deals: Page[DealLine]
    policies: Page[FoundPolicy]
    exact: bool

    def __bool__(self) -> bool:
        return bool(self.clients.lines or self.leads.lines or self.deals.lines or self.policies.lines)


async def search_everything(session: AsyncSession, actor: Actor, query: str) -> Found:
    """The first page of each, of what the actor may see."""
    key = number_key(query)
    exact = await find_policies_by_number(session, actor, key) if any(map(str.isdigit, key)) else []
    same = {policy.id for policy in exact}
    policies = await search_policies(session, actor, query)
    others = [policy for policy in policies.lines if policy.id not in same]
    return Found(
        clients=await list_clients(session, actor, query=query),
        leads=await search_leads(session, actor, query) if actor.may(Right.SEE_LEADS) else Page([], None),
        deals=await search_deals(session, actor, query),
        policies=Page([*exact, *others], policies.next_before),
        exact=bool(exact),
    )
