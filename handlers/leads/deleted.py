"""Deleted leads, and the way back for each of them."""

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.ids import row_id
from handlers.kit.draft import Listing, Memory
from handlers.kit.steps import Steps
from handlers.leads import deleted_screens as screens
from handlers.leads.listing import cursor_of, going_on, place_of, turn_to
from handlers.leads.shown import card_screen
from services.access import Actor, Right
from services.conversation.values import Screen
from services.leads.deleted import find_deleted_lead, list_deleted_leads
from services.leads.errors import LeadNotFound
from services.leads.queries import find_deleted_lead_card

steps = Steps()


@steps.command("deleted", right=Right.MANAGE_LEADS)
async def show_by_command(session: AsyncSession, actor: Actor, memory: Memory) -> Screen:
    return await _screen(session, actor, memory, "")


@steps.tap("lead.deleted", right=Right.MANAGE_LEADS)
async def show(session: AsyncSession, actor: Actor, memory: Memory, arg: str) -> Screen:
    """`arg` is a cursor; without one the first page."""
    return await _screen(session, actor, memory, arg)


@steps.tap("lead.gone", right=Right.MANAGE_LEADS)
async def look(session: AsyncSession, actor: Actor, arg: str) -> Screen:
    """One that is back by now is shown as it stands."""
    lead_id = row_id(arg)
    try:
        lead = await find_deleted_lead_card(session, actor, lead_id)
    except LeadNotFound:
        return await card_screen(session, actor, lead_id)
    return screens.deleted_lead(lead, await find_deleted_lead(session, actor, lead_id))


async def _screen(session: AsyncSession, actor: Actor, memory: Memory, cursor: str) -> Screen:
    """Its cursors are sealed with the key of the list of leads, which stays where it was."""
    listing = Listing({"deleted": True}, key=going_on(memory, actor).key)
    turn_to(listing, cursor)
    page = await list_deleted_leads(session, actor, after=place_of(listing))
    return screens.deleted(page.lines, cursor_of(listing, page.after), first=not cursor)
