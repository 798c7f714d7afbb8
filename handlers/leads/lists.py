"""Lists of leads: a page, what they are narrowed down to, and the words they are looked for by."""

from dataclasses import replace
from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.answers import short_text
from handlers.kit.draft import Listing, Memory
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Steps
from handlers.leads import filter_screens as ask
from handlers.leads.list_screens import Shown
from handlers.leads.listing import begin, filter_of, going_on, list_screen, listing_of, narrow, turn_to
from handlers.leads.parse import parse_filter
from handlers.leads.states import FindLeadsFlow
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.conversation.values import Screen
from services.domains.queries import list_domains
from services.errors import ScreenOutdated
from services.leads.assign import list_lead_assignees
from services.leads.describe import describe_filter
from services.leads.filters import EVERY, LeadFilter, Whose, first_filter
from services.search.match import can_search

steps = Steps()
steps.flow(FindLeadsFlow, right=Right.SEE_LEADS)

PARTS = frozenset({"whose", "stage", "source", "domain_id", "tier", "idle", "best", "words"})
LONGEST_WORDS = 100


@steps.command("leads", right=Right.SEE_LEADS)
async def show_by_command(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, memory: Memory, today: date, arg: str
) -> Screen:
    """`arg` may say what to narrow it down to, or whom to look for."""
    listing = begin(memory, parse_filter(arg[:LONGEST_WORDS], first_filter(actor)))
    return await list_screen(session, actor, brokerage, today, listing)


@steps.tap("lead.list", right=Right.SEE_LEADS)
async def show(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, memory: Memory, today: date, arg: str
) -> Screen:
    """Where it was left; `arg` may ask for the plain one, or for one's own."""
    match arg:
        case "anew":
            listing = begin(memory, first_filter(actor))
        case "mine":
            listing = begin(memory, LeadFilter(whose=Whose.MINE))
        case _:
            listing = going_on(memory, actor)
    return await list_screen(session, actor, brokerage, today, listing)


@steps.tap("lead.page", right=Right.SEE_LEADS)
async def show_page(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, memory: Memory, today: date, arg: str
) -> Screen:
    """`arg` is the token of the list and the cursor; without one the first page."""
    token, _, cursor = arg.partition(":")
    listing = listing_of(memory, token)
    turn_to(listing, cursor)
    return await list_screen(session, actor, brokerage, today, listing)


@steps.tap("lead.put", right=Right.SEE_LEADS)
async def put(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, memory: Memory, today: date, arg: str
) -> Screen:
    """`arg` is the token, a part of the filter and its value; the list follows."""
    return await list_screen(session, actor, brokerage, today, _narrowed(memory, arg))


@steps.tap("lead.set", right=Right.SEE_LEADS)
async def put_and_go_on(session: AsyncSession, actor: Actor, memory: Memory, arg: str) -> Screen:
    """The same, and more can be chosen."""
    return ask.narrowing(await _shown(session, actor, _narrowed(memory, arg)), actor)


@steps.tap("lead.filter", right=Right.SEE_LEADS)
async def show_filter(session: AsyncSession, actor: Actor, memory: Memory, arg: str) -> Screen:
    return ask.narrowing(await _shown(session, actor, listing_of(memory, arg)), actor)


@steps.tap("lead.narrow", right=Right.SEE_LEADS)
async def choose_part(session: AsyncSession, actor: Actor, memory: Memory, arg: str) -> Screen:
    """`arg` is the token and the part whose values are too many for one screen."""
    token, _, part = arg.partition(":")
    shown = await _shown(session, actor, listing_of(memory, token))
    match part:
        case "source":
            return ask.sources(shown)
        case "domain_id":
            return ask.domains(shown, await list_domains(session))
        case "whose":
            return ask.people(shown, await list_lead_assignees(session, actor))
    raise ScreenOutdated


@steps.tap("lead.words", right=Right.SEE_LEADS)
async def start_words(memory: Memory, arg: str) -> Start:
    listing_of(memory, arg)
    return Start(FindLeadsFlow.words)


@steps.question(FindLeadsFlow.words)
async def ask_words() -> Screen:
    return ask.words()


@steps.answer(FindLeadsFlow.words)
async def on_words(
    session: AsyncSession,
    actor: Actor,
    brokerage: Brokerage,
    memory: Memory,
    today: date,
    text: str,
) -> Ask | Done:
    """A name is looked for among all stages."""
    said = short_text(text, limit=LONGEST_WORDS)
    if not can_search(said):
        return Ask(FindLeadsFlow.words, problem=ask.too_short())
    wanted = filter_of(going_on(memory, actor))
    listing = begin(memory, replace(wanted, words=said, stage=EVERY))
    return Done(await list_screen(session, actor, brokerage, today, listing))


@steps.pick(FindLeadsFlow.words)
async def on_no_words(session: AsyncSession, actor: Actor, brokerage: Brokerage, memory: Memory, today: date) -> Done:
    listing = begin(memory, replace(filter_of(going_on(memory, actor)), words=None))
    return Done(await list_screen(session, actor, brokerage, today, listing))


def _narrowed(memory: Memory, arg: str) -> Listing:
    token, _, rest = arg.partition(":")
    part, _, value = rest.partition("=")
    if part not in PARTS or (part == "words" and value):
        raise ScreenOutdated
    listing = listing_of(memory, token)
    narrow(listing, part, value)
    return listing


async def _shown(session: AsyncSession, actor: Actor, listing: Listing) -> Shown:
    """The filter alone."""
    wanted = filter_of(listing)
    words = await describe_filter(session, actor, wanted)
    return Shown(token=listing.token, wanted=wanted, words=words, count=None, older=None, first=True)
