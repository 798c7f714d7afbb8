"""Clients, leads, deals and policies in one go."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from services.access import Actor, Right, check_right
from services.clients.search import ClientLine, page_of_clients, seen_clients
from services.conversation.paging import Page
from services.deals.lists import DealLine
from services.deals.search import page_of_deals, seen_deals
from services.leads.lists import LeadLine
from services.leads.search import page_of_leads, seen_leads
from services.policies.keys import number_key
from services.policies.search import FoundPolicy, find_ids_by_number, found_policies, seen_policies
from services.search.match import newest_of_each

PAGE_SIZE = 5
_SEEN = (seen_clients, seen_deals, seen_policies)
_SEEN_SELLING = (*_SEEN, seen_leads)


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
    for right in (Right.SEE_CLIENTS, Right.SEE_DEALS):
        check_right(actor, right)
    key = number_key(query)
    exact = await find_ids_by_number(session, actor, key) if any(map(str.isdigit, key)) else []
    seen = _SEEN_SELLING if actor.may(Right.SEE_LEADS) else _SEEN
    clients, deals, policies, *more = await newest_of_each(session, actor, seen, query, limit=PAGE_SIZE + 1)
    leads = more[0] if more else []
    lines = {policy.id: policy for policy in await found_policies(session, [*{*exact, *policies}])}
    shown = Page.of([lines[policy_id] for policy_id in policies], PAGE_SIZE)
    others = [policy for policy in shown.lines if policy.id not in exact]
    return Found(
        clients=await page_of_clients(session, clients),
        leads=await page_of_leads(session, leads),
        deals=await page_of_deals(session, deals),
        policies=Page([*(lines[policy_id] for policy_id in exact), *others], shown.next_before),
        exact=bool(exact),
    )
