"""Who works on a lead.

- Whoever gets one is asked for room first: his open leads are counted afresh under his row's lock.
- A seller takes from the pool and hands over what is his; managers and admins assign any.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.lead import Lead, LeadAction
from models.user import Role, User
from services.access import Actor, Right, check_right
from services.brokerage import LeadLimits
from services.events.publish import publish
from services.leads.access import access_open_lead
from services.leads.change import add_history, change_lead
from services.leads.errors import WrongLeadAssignee
from services.leads.events import LeadAssigned
from services.leads.limits import check_capacity, hold_user, open_leads

ASSIGNEES = (Role.SELLER, Role.MANAGER, Role.ADMIN)


@dataclass(frozen=True, slots=True)
class Assignee:
    """Somebody who works on leads; without a `capacity` of his own the installation's setting holds."""

    id: int
    name: str
    role: Role
    open_leads: int
    capacity: int | None


_WHO = (
    select(User.id, User.name, User.role, open_leads(User.id), User.lead_capacity)
    .where(User.role.in_(ASSIGNEES), User.disabled_at.is_(None))
    .order_by(User.id)
)


async def list_lead_assignees(session: AsyncSession, actor: Actor) -> Sequence[Assignee]:
    """Oldest first, each with how many open leads he has now."""
    check_right(actor, Right.WORK_LEADS)
    return [Assignee(*row) for row in await session.execute(_WHO)]


async def assign_lead(
    session: AsyncSession, actor: Actor, lead_id: int, *, to_user_id: int | None, limits: LeadLimits, now: datetime
) -> Lead:
    """Without `to_user_id` it goes back to the pool."""
    check_right(actor, Right.WORK_LEADS)
    user = await hold_assignee(session, to_user_id) if to_user_id is not None else None
    lead = await access_open_lead(session, actor, lead_id)
    before = lead.assignee_id
    if before == to_user_id:
        return lead
    if user is not None:
        await check_capacity(session, user, capacity=limits.capacity)
    await change_lead(session, lead, now=None if actor.automatic else now, assignee_id=to_user_id)
    stage = lead.stage
    await add_history(
        session, actor, lead.id, LeadAction.ASSIGNED, now=now, from_stage=stage, to_stage=stage, user_id=to_user_id
    )
    await publish(session, actor, LeadAssigned(lead_id=lead.id, from_user_id=before, to_user_id=to_user_id), now=now)
    return lead


async def hold_assignee(session: AsyncSession, user_id: int) -> User:
    """Nobody else counts for him until the transaction ends; refused when he does not work on leads."""
    if await session.get(User, user_id) is None:
        raise WrongLeadAssignee
    user = await hold_user(session, user_id)
    if not is_assignable(user):
        raise WrongLeadAssignee
    return user


def is_assignable(user: User) -> bool:
    return user.disabled_at is None and user.role in ASSIGNEES
