"""Deletes several leads; each can be restored."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.lead import LeadAction
from services.access import Actor, Right, check_right
from services.events.publish import publish_many
from services.leads.bulk.held import BulkResult, check_number, hold_leads
from services.leads.change import add_histories, change_leads
from services.leads.delete import set_contacts_live
from services.leads.events import LeadDeleted


async def delete_leads(session: AsyncSession, actor: Actor, lead_ids: Sequence[int], *, now: datetime) -> BulkResult:
    """Closed ones too."""
    check_right(actor, Right.DELETE_LEADS)
    check_number(lead_ids)
    held, refused = await hold_leads(session, actor, lead_ids, right=Right.DELETE_LEADS, closed=True)
    gone = [lead.id for lead in held]
    if gone:
        await change_leads(session, gone, deleted_at=now, deleted_by=actor.id)
        await set_contacts_live(session, gone, live=False)
        await add_histories(session, actor, LeadAction.DELETED, [{"lead_id": lead_id} for lead_id in gone], now=now)
        await publish_many(session, actor, [LeadDeleted(lead_id=lead_id) for lead_id in gone], now=now)
    return BulkResult(gone, refused)
