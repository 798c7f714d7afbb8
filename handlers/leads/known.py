"""The card of the lead who has a phone or an address already."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.kit.conversation import RESUME
from handlers.kit.draft import Memory
from handlers.leads import question_screens as ask
from handlers.leads.draft_lead import contacts_of
from handlers.leads.packet_screens import add
from handlers.leads.shown import screen_of
from services.access import Actor
from services.conversation.values import Button, Screen, text
from services.leads.contacts import find_lead_by_contact
from services.leads.errors import LeadOfOthers
from services.leads.queries import find_lead_card


async def find_known(session: AsyncSession, values: Mapping[str, Any]) -> int | None:
    """Who has one of the draft's contacts, whoever works on him."""
    for kind, value in contacts_of(values):
        known = await find_lead_by_contact(session, kind, value)
        if known is not None:
            return known
    return None


async def known_lead(
    session: AsyncSession,
    actor: Actor,
    memory: Memory,
    lead_id: int,
    *,
    packet_id: int | None = None,
    who: str = "",
    not_added_to: int | None = None,
) -> Screen:
    """The dialogue in progress is put aside: it can go on with another phone. Somebody else's lead is only named.

    What came with the packet may be added to him instead; `who` of its senders was said to be the lead. What was typed
    may have been meant for another lead, who did not get it.
    """
    memory.set_aside()
    try:
        lead = await find_lead_card(session, actor, lead_id)
    except LeadOfOthers as refusal:
        screen = ask.known_of_others(refusal, not_added_to)
    else:
        screen = screen_of(lead, actor, ask.known(not_added_to))
        if packet_id is not None and not lead.closed:
            screen = screen.with_rows(add(packet_id, lead.id, who))
    if memory.parked is None:
        return screen
    return screen.with_rows([Button(text("btn-resume"), RESUME, memory.parked.token)])
