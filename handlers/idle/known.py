"""Who has a phone or an address already: the client's card, else the lead's."""

from collections.abc import Iterable

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.clients import finding_screens as found
from handlers.clients.cards import existing_client
from handlers.kit.draft import Memory
from handlers.leads.known import known_lead
from models.client import ContactKind
from services.access import Actor, Right
from services.clients.queries import find_client_by_contact
from services.conversation.values import Button, Screen, text
from services.leads.contacts import find_lead_by_contact


async def who_has(
    session: AsyncSession, actor: Actor, memory: Memory, contacts: Iterable[tuple[ContactKind, str]]
) -> Screen | None:
    """Of one who is both, the lead's card is a tap away."""
    for kind, value in contacts:
        client = await find_client_by_contact(session, actor, kind, value)
        lead_id = await find_lead_by_contact(session, kind, value) if actor.may(Right.SEE_LEADS) else None
        if client is not None:
            screen = await existing_client(session, actor, memory, client.id, found.known_contact())
            to_lead = [Button(text("btn-lead-open"), "lead.card", lead_id)] if lead_id is not None else []
            return screen.with_rows(to_lead) if to_lead else screen
        if lead_id is not None:
            return await known_lead(session, actor, memory, lead_id)
    return None
