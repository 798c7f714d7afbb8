"""The list of leads that a person looks at, as his record keeps it, and its page as a screen."""

import json
from contextlib import suppress
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.ids import row_id
from handlers.kit.draft import Listing, Memory
from handlers.leads import list_screens as screens
from services.access import Actor
from services.brokerage import Brokerage
from services.conversation.cursors import Position, seal, unseal
from services.conversation.values import Screen
from services.errors import ScreenOutdated
from services.leads.describe import describe_filter
from services.leads.filters import LeadFilter, first_filter
from services.leads.lists import LeadPage, count_leads, list_leads


def begin(memory: Memory, wanted: LeadFilter) -> Listing:
    memory.listing = Listing(wanted.to_json())
    return memory.listing


def going_on(memory: Memory, actor: Actor) -> Listing:
    """The one that was looked at last, else the first one of this person: also when another release wrote it."""
    if memory.listing is not None:
        with suppress(ScreenOutdated):
            filter_of(memory.listing)
            place_of(memory.listing)
            return memory.listing
    return begin(memory, first_filter(actor))


def listing_of(memory: Memory, token: str) -> Listing:
    if memory.listing is None or memory.listing.token != token:
        raise ScreenOutdated
    return memory.listing


def filter_of(listing: Listing) -> LeadFilter:
    try:
        return LeadFilter.from_json(listing.wanted)
    except (TypeError, ValueError) as error:
        raise ScreenOutdated from error


def narrow(listing: Listing, key: str, value: str) -> None:
    """Puts one part of the filter into place, an empty value takes it away; the list begins anew."""
    values = {**listing.wanted, key: row_id(value) if value.isdigit() else value}
    if not value:
        del values[key]
    try:
        wanted = LeadFilter.from_json({**values, "best": bool(values.get("best"))})
    except (TypeError, ValueError) as error:
        raise ScreenOutdated from error
    listing.wanted, listing.page, listing.marked = wanted.to_json(), "", []


def turn_to(listing: Listing, cursor: str) -> None:
    """Raises ScreenOutdated for a cursor that this list has not given out."""
    if cursor:
        unseal(cursor, key=listing.key, about=_about(listing))
    listing.page = cursor


def cursor_of(listing: Listing, after: Position | None) -> str | None:
    return seal(after, key=listing.key, about=_about(listing)) if after is not None else None


def place_of(listing: Listing) -> Position | None:
    """Behind which the page begins."""
    return unseal(listing.page, key=listing.key, about=_about(listing)) if listing.page else None


def _about(listing: Listing) -> str:
    return json.dumps(listing.wanted, sort_keys=True)


def idle_before(listing: Listing, brokerage: Brokerage, today: date) -> datetime | None:
    return filter_of(listing).idle_before(today, brokerage)


async def page_of(session: AsyncSession, actor: Actor, brokerage: Brokerage, today: date, listing: Listing) -> LeadPage:
    silent = idle_before(listing, brokerage, today)
    return await list_leads(session, actor, filter_of(listing), idle_before=silent, after=place_of(listing))


async def list_screen(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, today: date, listing: Listing
) -> Screen:
    page = await page_of(session, actor, brokerage, today, listing)
    wanted = filter_of(listing)
    silent = idle_before(listing, brokerage, today)
    shown = screens.Shown(
        token=listing.token,
        wanted=wanted,
        words=await describe_filter(session, actor, wanted),
        count=await count_leads(session, actor, wanted, idle_before=silent),
        older=cursor_of(listing, page.after),
        first=not listing.page,
    )
    return screens.leads(page.lines, shown, actor)
