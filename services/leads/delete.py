"""Removes a lead from every list, and brings it back.

- A deleted lead's phones and addresses are free for others; a restore that collides with one of these is refused
  with the other's card.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from models.lead import Lead, LeadAction, LeadContact
from services.access import Actor, Right, check_right
from services.events.publish import publish
from services.leads.access import access_lead
from services.leads.change import add_history, change_lead
from services.leads.contacts import check_lead_contacts_free, list_contacts
from services.leads.errors import LeadNotFound
from services.leads.events import LeadDeleted, LeadRestored


async def delete_lead(session: AsyncSession, actor: Actor, lead_id: int, *, now: datetime) -> None:
    lead = await access_lead(session, actor, lead_id, right=Right.DELETE_LEADS, lock=True)
    await change_lead(session, lead, deleted_at=now, deleted_by=actor.id)
    await set_contacts_live(session, [lead.id], live=False)
    await add_history(session, actor, lead.id, LeadAction.DELETED, now=now)
    await publish(session, actor, LeadDeleted(lead_id=lead.id), now=now)


async def restore_lead(session: AsyncSession, actor: Actor, lead_id: int, *, now: datetime) -> None:
    """One that is there already is left as it is."""
    check_right(actor, Right.MANAGE_LEADS)
    wanted = select(Lead).where(Lead.id == lead_id).with_for_update().execution_options(populate_existing=True)
    lead = (await session.execute(wanted)).scalar_one_or_none()
    if lead is None:
        raise LeadNotFound(lead=str(lead_id))
    if lead.deleted_at is None:
        return
    await _check_free(session, lead_id)
    try:
        async with session.begin_nested():
            await change_lead(session, lead, deleted_at=None, deleted_by=None)
            await set_contacts_live(session, [lead_id], live=True)
    except IntegrityError:
        await _check_free(session, lead_id)
        raise
    await add_history(session, actor, lead_id, LeadAction.RESTORED, now=now)
    await publish(session, actor, LeadRestored(lead_id=lead_id), now=now)


async def _check_free(session: AsyncSession, lead_id: int) -> None:
    await check_lead_contacts_free(session, await list_contacts(session, lead_id))


async def set_contacts_live(session: AsyncSession, lead_ids: Sequence[int], *, live: bool) -> None:
    changed = update(LeadContact).where(LeadContact.lead_id.in_(lead_ids)).values(live=live)
    await session.execute(changed.execution_options(synchronize_session=False))
