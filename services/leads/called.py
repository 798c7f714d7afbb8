"""Somebody has called a lead: the silence is over, whatever is written about it then."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.lead import Lead
from services.access import Actor
from services.events.publish import publish
from services.leads.access import access_open_lead
from services.leads.change import change_lead
from services.leads.events import LeadCalled


async def call_lead(session: AsyncSession, actor: Actor, lead_id: int, *, now: datetime) -> Lead:
    lead = await access_open_lead(session, actor, lead_id)
    await change_lead(session, lead, now=now)
    await publish(session, actor, LeadCalled(lead_id=lead.id), now=now)
    return lead
