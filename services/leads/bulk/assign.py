"""Gives several leads to one person, or back to the pool.

He takes on as many as he has room for, in the order of their ids; the rest is refused.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.lead import LeadAction
from services.access import Actor, Right, check_right
from services.brokerage import LeadLimits
from services.events.publish import publish_many
from services.leads.assign import hold_assignee
from services.leads.bulk.held import BulkResult, check_number, hold_leads, tell_together
from services.leads.change import add_histories, change_leads
from services.leads.events import LeadAssigned
from services.leads.limits import capacity_of, no_room, room_for_leads


async def assign_leads(
    session: AsyncSession,
    actor: Actor,
    lead_ids: Sequence[int],
    *,
    to_user_id: int | None,
    limits: LeadLimits,
    now: datetime,
) -> BulkResult:
    """Without `to_user_id` they go to the pool. One that is his already is done."""
    check_right(actor, Right.WORK_LEADS)
    check_number(lead_ids)
    user = await hold_assignee(session, to_user_id) if to_user_id is not None else None
    held, refused = await hold_leads(session, actor, lead_ids, right=Right.WORK_LEADS)
    moving = [lead for lead in held if lead.assignee_id != to_user_id]
    if user is not None:
        room = max(await room_for_leads(session, user, capacity=limits.capacity), 0)
        refused |= {lead.id: no_room(user, count=capacity_of(user, limits.capacity)) for lead in moving[room:]}
        moving = moving[:room]
    if moving:
        await change_leads(session, [lead.id for lead in moving], now=now, assignee_id=to_user_id)
        history = [
            {"lead_id": lead.id, "from_stage": lead.stage, "to_stage": lead.stage, "user_id": to_user_id}
            for lead in moving
        ]
        await add_histories(session, actor, LeadAction.ASSIGNED, history, now=now)
        events = [
            LeadAssigned(lead_id=lead.id, from_user_id=lead.assignee_id, to_user_id=to_user_id, in_bulk=True)
            for lead in moving
        ]
        await publish_many(session, actor, events, now=now)
        await tell_together(session, actor, "given", {lead.id: to_user_id for lead in moving}, now=now)
        await tell_together(session, actor, "taken-away", {lead.id: lead.assignee_id for lead in moving}, now=now)
    return BulkResult([lead.id for lead in held if lead.id not in refused], refused)
