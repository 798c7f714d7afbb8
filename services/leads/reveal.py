"""Shows how a lead is reached in full, and records who looked at what."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from services.access import Actor, Right, check_right
from services.events.publish import publish
from services.leads.events import LeadPersonalDataRevealed
from services.leads.queries import LeadCard, find_lead_card


async def reveal_lead(session: AsyncSession, actor: Actor, lead_id: int, *, now: datetime) -> LeadCard:
    check_right(actor, Right.REVEAL_PERSONAL_DATA)
    card = await find_lead_card(session, actor, lead_id)
    fields = sorted({contact.kind.value for contact in card.contacts})
    if card.tax_number:
        fields.append("tax_number")
    await publish(session, actor, LeadPersonalDataRevealed(lead_id=card.id, fields=fields), now=now)
    return card
