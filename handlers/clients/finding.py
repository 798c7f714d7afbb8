"""Clients, leads, deals and policies by a part of a name, phone or number: typed at any idle moment, or after /find."""

from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.clients import finding_screens as found
from handlers.clients.parse import parse_client
from handlers.common.ids import row_id
from handlers.common.parse import parse_deal_number
from handlers.deals import screens as deal_screens
from handlers.deals.states import OpenDealFlow
from handlers.kit.draft import Memory, Search
from handlers.kit.replies import Start
from handlers.kit.steps import Steps
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.clients.search import list_clients
from services.conversation.values import Screen
from services.deals.errors import DealNotFound, DealOfOthers
from services.deals.queries import find_deal_card
from services.deals.search import search_deals
from services.errors import ScreenOutdated
from services.leads.search import search_leads
from services.policies.search import search_policies
from services.search.everything import search_everything
from services.search.match import can_search
from services.search.respell import respelled

steps = Steps()

LONGEST_QUERY = 200


@steps.command("clients", right=Right.SEE_CLIENTS)
async def show_clients(session: AsyncSession, actor: Actor, memory: Memory, arg: str, today: date) -> Screen:
    """`arg` is what to search for, empty for the whole list."""
    if arg:
        return await find(session, actor, memory, arg, today) or nothing_found(actor, memory)
    memory.search = None
    return found.clients(await list_clients(session, actor), actor)


@steps.command("find", right=Right.SEE_CLIENTS)
async def find_typed(session: AsyncSession, actor: Actor, memory: Memory, arg: str, today: date) -> Screen:
    """`arg` is what to search for; without it the next words are."""
    if arg:
        return await find(session, actor, memory, arg, today) or nothing_found(actor, memory)
    memory.search = None
    return found.how_to_find()


@steps.tap("client.list", right=Right.SEE_CLIENTS)
async def list_page(session: AsyncSession, actor: Actor, memory: Memory, arg: str) -> Screen:
    """`arg` is the last client of the page before."""
    memory.search = None
    return found.clients(await list_clients(session, actor, before=row_id(arg) if arg else None), actor)


@steps.tap("client.found", right=Right.SEE_CLIENTS)
async def results_page(session: AsyncSession, actor: Actor, memory: Memory, arg: str) -> Screen:
    """`arg` is the token of the search and what follows: `c`, `l`, `d` or `p` with the last one shown, or nothing."""
    token, _, page = arg.partition(":")
    search = search_of(memory, token)
    if not page:
        return await _results(session, actor, search) or found.nothing(search, actor)
    last = row_id(page[1:])
    match page[0]:
        case "c":
            clients = await list_clients(session, actor, query=search.words, before=last)
            return found.more(search, found.clients_group(clients))
        case "l":
            return found.more(search, found.leads_group(await search_leads(session, actor, search.words, before=last)))
        case "d":
            deals = await search_deals(session, actor, search.words, before=last)
            return found.more(search, found.deals_group(deals))
        case "p":
            policies = await search_policies(session, actor, search.words, before=last)
            return found.more(search, found.policies_group(policies))
    raise ScreenOutdated


@steps.tap("client.deal-new", right=Right.OPEN_DEAL)
async def open_deal_with(brokerage: Brokerage, memory: Memory, now: datetime, arg: str) -> Start:
    """A deal for the client that was searched for in vain; `arg` is the token of that search."""
    typed = parse_client(search_of(memory, arg).words, brokerage.region, now.astimezone(brokerage.zone))
    phone = typed.phones[0] if typed.phones else None
    values = {"client_id": None, "name": typed.name, "phone": phone}
    if typed.name is None:
        return Start(OpenDealFlow.client_name if phone else OpenDealFlow.client, values)
    return Start(OpenDealFlow.kind if phone else OpenDealFlow.phone, values)


async def find(session: AsyncSession, actor: Actor, memory: Memory, typed: str, today: date) -> Screen | None:
    """The deal whose bare number this is, else what matches; None when nothing does.

    Whether there is a deal that he may not see, nobody learns.
    """
    memory.search = None
    number = parse_deal_number(typed)
    if number is None:
        return await _search(session, actor, memory, typed)
    try:
        return deal_screens.card(await find_deal_card(session, actor, number, today=today), actor)
    except (DealNotFound, DealOfOthers):
        return await _search(session, actor, memory, _digits(typed))


def _digits(typed: str) -> str:
    """As they were typed: what ends in 0042 is not what ends in 42."""
    return "".join(filter(str.isdigit, typed))


def nothing_found(actor: Actor, memory: Memory, *, a_lead: bool = False) -> Screen:
    """`a_lead`: the words would make one."""
    return found.nothing(memory.search, actor, a_lead=a_lead) if memory.search else found.not_searchable(actor)


def search_of(memory: Memory, token: str) -> Search:
    if memory.search is None or memory.search.token != token:
        raise ScreenOutdated
    return memory.search


async def _search(session: AsyncSession, actor: Actor, memory: Memory, typed: str) -> Screen | None:
    words = " ".join(typed.split())
    if len(words) > LONGEST_QUERY or not can_search(words):
        return None
    memory.search = Search(words)
    results = await _results(session, actor, memory.search)
    if results is None and (meant := respelled(words)):
        search = Search(meant)
        results = await _results(session, actor, search)
        memory.search = search if results else memory.search
    return results


async def _results(session: AsyncSession, actor: Actor, search: Search) -> Screen | None:
    everything = await search_everything(session, actor, search.words)
    return found.results(search, everything, actor) if everything else None
