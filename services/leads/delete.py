"""Removes a lead from every list, and brings it back.

- A deleted lead's phones and addresses are free for others; a restore that collides with one of these is refused
  with the other's card.
- It comes back to whoever worked on it, as long as he works on leads and has room for it; else to the pool.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from models.lead import Lead, LeadAction, LeadContact
from models.user import User
from services.access import Actor, Right, check_right
from services.brokerage import LeadLimits
from services.errors import ScreenOutdated
from services.events.publish import publish
from services.leads.access import access_lead
from services.leads.assign import assign_lead, is_assignable
from services.leads.change import add_history, change_lead
from services.leads.contacts import check_lead_contacts_free, list_contacts
from services.leads.errors import LeadNotFound
from services.leads.events import LeadDeleted, LeadRestored
from services.leads.limits import hold_user, room_for_leads


async def delete_lead(
    session: AsyncSession, actor: Actor, lead_id: int, *, reason: str | None = None, now: datetime
) -> None:
    """`reason` is a LeadDeleteReason, the person's own words or nothing."""
    lead = await access_lead(session, actor, lead_id, right=Right.DELETE_LEADS, lock=True)
    await change_lead(session, lead, deleted_at=now, deleted_by=actor.id)
    await set_contacts_live(session, [lead.id], live=False)
    await add_history(session, actor, lead.id, LeadAction.DELETED, now=now, reason=reason)
    await publish(session, actor, LeadDeleted(lead_id=lead.id, reason=reason), now=now)


async def restore_lead(session: AsyncSession, actor: Actor, lead_id: int, *, limits: LeadLimits, now: datetime) -> bool:
    """Whether it went to the pool instead of whoever had it. One that is there already is left as it is."""
    check_right(actor, Right.MANAGE_LEADS)
    user = await _hold_who_had(session, lead_id)
    wanted = select(Lead).where(Lead.id == lead_id).with_for_update().execution_options(populate_existing=True)
    lead = (await session.execute(wanted)).scalar_one_or_none()
    if lead is None:
        raise LeadNotFound(lead=str(lead_id))
    if lead.deleted_at is None:
        return False
    if lead.assignee_id != (user.id if user else None):
        raise ScreenOutdated
    to_pool = not lead.closed and user is not None and not await _takes(session, user, limits)
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
    if to_pool:
        await assign_lead(session, actor, lead_id, to_user_id=None, limits=limits, now=now)
    return to_pool


async def _hold_who_had(session: AsyncSession, lead_id: int) -> User | None:
    """People's rows are held before leads' rows."""
    user_id = (await session.execute(select(Lead.assignee_id).where(Lead.id == lead_id))).scalar_one_or_none()
    return await hold_user(session, user_id) if user_id is not None else None


async def _takes(session: AsyncSession, user: User, limits: LeadLimits) -> bool:
    return is_assignable(user) and await room_for_leads(session, user, capacity=limits.capacity) > 0


async def _check_free(session: AsyncSession, lead_id: int) -> None:
    await check_lead_contacts_free(session, await list_contacts(session, lead_id))


async def set_contacts_live(session: AsyncSession, lead_ids: Sequence[int], *, live: bool) -> None:
    changed = update(LeadContact).where(LeadContact.lead_id.in_(lead_ids)).values(live=live)
    await session.execute(changed.execution_options(synchronize_session=False))
