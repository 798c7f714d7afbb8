"""Deletes several leads; each can be restored."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.lead import LeadAction
from services.access import Actor, Right, check_right
from services.events.publish import publish_many
from services.leads.bulk.held import BulkResult, check_number, hold_leads, tell_together
from services.leads.change import add_histories, change_leads
from services.leads.delete import set_contacts_live
from services.leads.events import LeadDeleted


async def delete_leads(
    session: AsyncSession, actor: Actor, lead_ids: Sequence[int], *, reason: str | None = None, now: datetime
) -> BulkResult:
    """Closed ones too; `reason` is that of all of them."""
    check_right(actor, Right.DELETE_LEADS)
    check_number(lead_ids)
    held, refused = await hold_leads(session, actor, lead_ids, right=Right.DELETE_LEADS, closed=True)
    gone = [lead.id for lead in held]
    if gone:
        await change_leads(session, gone, deleted_at=now, deleted_by=actor.id)
        await set_contacts_live(session, gone, live=False)
        history = [{"lead_id": lead_id, "reason": reason} for lead_id in gone]
        await add_histories(session, actor, LeadAction.DELETED, history, now=now)
        events = [LeadDeleted(lead_id=lead_id, reason=reason, in_bulk=True) for lead_id in gone]
        await publish_many(session, actor, events, now=now)
        people = {lead.id: lead.assignee_id for lead in held}
        await tell_together(session, actor, "deleted", people, reason=reason, now=now)
    return BulkResult(gone, refused)
