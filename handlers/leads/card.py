"""A lead's card: looking, calling, taking it from the pool, asking for an analysis."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.ids import row_id, row_ids, row_page
from handlers.deals.states import OpenDealFlow
from handlers.kit.replies import Start
from handlers.kit.steps import Steps
from handlers.leads import screens
from handlers.leads.shown import card_screen
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.clients.queries import find_client_by_contact
from services.conversation.values import Screen, Toast, text
from services.leads.access import access_lead
from services.leads.analyse import request_analysis
from services.leads.assign import assign_lead
from services.leads.past import find_note, list_lead_history, list_notes, list_scores
from services.leads.queries import find_lead_card
from services.leads.reveal import reveal_lead
from services.leads.rules import check_closed

steps = Steps()


@steps.tap("lead.card", right=Right.SEE_LEADS)
async def show_card(session: AsyncSession, actor: Actor, arg: str) -> Screen:
    return await card_screen(session, actor, row_id(arg))


@steps.tap("lead.more", right=Right.SEE_LEADS)
async def show_more(session: AsyncSession, actor: Actor, arg: str) -> Screen:
    return screens.more(await find_lead_card(session, actor, row_id(arg)), actor)


@steps.tap("lead.reveal", right=Right.REVEAL_PERSONAL_DATA)
async def reveal(session: AsyncSession, actor: Actor, now: datetime, arg: str) -> Screen:
    return screens.revealed(await reveal_lead(session, actor, row_id(arg), now=now))


@steps.tap("lead.notes", right=Right.SEE_LEADS)
async def show_notes(session: AsyncSession, actor: Actor, arg: str) -> Screen:
    """`arg` is the lead and, after a colon, the last note of the page before."""
    lead_id, before = row_page(arg)
    page = await list_notes(session, actor, lead_id, before=before)
    return screens.notes(lead_id, page)


@steps.tap("lead.read", right=Right.SEE_LEADS)
async def read_note(session: AsyncSession, actor: Actor, arg: str) -> Screen:
    """`arg` is the lead and, after a colon, the note."""
    lead_id, note_id = row_ids(arg)
    return screens.note_in_full(lead_id, await find_note(session, actor, lead_id, note_id))


@steps.tap("lead.history", right=Right.SEE_LEADS)
async def show_history(session: AsyncSession, actor: Actor, arg: str) -> Screen:
    """`arg` is the lead and, after a colon, the last line of the page before."""
    lead_id, before = row_page(arg)
    page = await list_lead_history(session, actor, lead_id, before=before)
    return screens.history(lead_id, page)


@steps.tap("lead.scores", right=Right.SEE_LEADS)
async def show_scores(session: AsyncSession, actor: Actor, arg: str) -> Screen:
    """`arg` is the lead and, after a colon, the last analysis of the page before."""
    lead_id, before = row_page(arg)
    page = await list_scores(session, actor, lead_id, before=before)
    return screens.scores(lead_id, page)


@steps.tap("lead.take", right=Right.WORK_LEADS)
async def take(session: AsyncSession, actor: Actor, brokerage: Brokerage, now: datetime, arg: str) -> Screen:
    limits = brokerage.lead_limits
    lead = await assign_lead(session, actor, row_id(arg), to_user_id=actor.id, limits=limits, now=now)
    return await card_screen(session, actor, lead.id, screens.taken())


@steps.tap("lead.analyse", right=Right.WORK_LEADS)
async def analyse(session: AsyncSession, actor: Actor, brokerage: Brokerage, now: datetime, arg: str) -> Screen | Toast:
    """The card brings itself up to date when the answer is there."""
    under_way = (await access_lead(session, actor, row_id(arg), right=Right.WORK_LEADS)).analysing_for
    lead = await request_analysis(session, actor, row_id(arg), brokerage=brokerage, now=now)
    if lead.analysing_for == under_way:
        return Toast(text("toast-lead-analysing"))
    return await card_screen(session, actor, lead.id)


@steps.tap("lead.deal", right=Right.OPEN_DEAL)
async def open_deal_for(session: AsyncSession, actor: Actor, arg: str) -> Start:
    """A new deal for one whose lead is closed: the client, where he is one already, else his name and phone."""
    lead = await find_lead_card(session, actor, row_id(arg))
    check_closed(lead.stage)
    card = f"lead.card:{lead.id}"
    for contact in lead.contacts:
        known = await find_client_by_contact(session, actor, contact.kind, contact.value)
        if known is not None:
            values = {"client_id": known.id, "name": known.name, "phone": known.phone}
            return Start(OpenDealFlow.kind, values, origin=card)
    values = {"client_id": None, "name": lead.name or lead.company, "phone": lead.phone}
    if values["name"] is None:
        return Start(OpenDealFlow.client_name if lead.phone else OpenDealFlow.client, values, origin=card)
    return Start(OpenDealFlow.kind if lead.phone else OpenDealFlow.phone, values, origin=card)
