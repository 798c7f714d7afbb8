"""Marks leads in a list, so that something is done with all of them at once."""

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.ids import row_id
from handlers.kit.draft import Listing, Memory
from handlers.kit.steps import Steps
from handlers.leads import choosing_screens as screens
from handlers.leads.listing import cursor_of, filter_of, idle_before, listing_of, page_of, turn_to
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.conversation.values import Screen, Text
from services.errors import ScreenOutdated
from services.leads.bulk.held import MOST_AT_ONCE
from services.leads.errors import TooManyLeads
from services.leads.lists import list_lead_ids

steps = Steps()


@steps.tap("lead.choose", right=Right.WORK_LEADS)
async def choose(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, memory: Memory, today: date, arg: str
) -> Screen:
    return await _screen(session, actor, brokerage, today, listing_of(memory, arg))


@steps.tap("lead.turn", right=Right.WORK_LEADS)
async def turn(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, memory: Memory, today: date, arg: str
) -> Screen:
    """`arg` is the token of the list and the cursor; what is marked stays so."""
    token, _, cursor = arg.partition(":")
    listing = listing_of(memory, token)
    turn_to(listing, cursor)
    return await _screen(session, actor, brokerage, today, listing)


@steps.tap("lead.mark", right=Right.WORK_LEADS)
async def mark(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, memory: Memory, today: date, arg: str
) -> Screen:
    """`arg` is the token and `+5` or `-5` for one lead, `page`, `all` or `none`: tapping twice is tapping once."""
    token, _, which = arg.partition(":")
    listing = listing_of(memory, token)
    note = None
    match which[:1]:
        case "+":
            _add(listing, [row_id(which[1:])])
        case "-":
            listing.marked = [one for one in listing.marked if one != row_id(which[1:])]
        case _:
            note = await _mark_several(session, actor, brokerage, today, listing, which)
    screen = await _screen(session, actor, brokerage, today, listing)
    return screen.with_first(note) if note else screen


async def _mark_several(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, today: date, listing: Listing, which: str
) -> Text | None:
    """What to say of it."""
    match which:
        case "none":
            listing.marked = []
        case "page":
            page = await page_of(session, actor, brokerage, today, listing)
            _add(listing, [line.id for line in page.lines])
        case "all":
            wanted = filter_of(listing)
            silent = idle_before(listing, brokerage, today)
            ids = await list_lead_ids(session, actor, wanted, idle_before=silent, limit=MOST_AT_ONCE + 1)
            listing.marked = ids[:MOST_AT_ONCE]
            return screens.more_than(MOST_AT_ONCE) if len(ids) > MOST_AT_ONCE else None
        case _:
            raise ScreenOutdated
    return None


def _add(listing: Listing, lead_ids: list[int]) -> None:
    marked = list(dict.fromkeys([*listing.marked, *lead_ids]))
    if len(marked) > MOST_AT_ONCE:
        raise TooManyLeads(count=len(marked), most=MOST_AT_ONCE)
    listing.marked = marked


async def _screen(session: AsyncSession, actor: Actor, brokerage: Brokerage, today: date, listing: Listing) -> Screen:
    page = await page_of(session, actor, brokerage, today, listing)
    return screens.choosing(page.lines, listing, cursor_of(listing, page.after), actor)
