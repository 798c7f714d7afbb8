"""Whose turn it is to get a lead: who has the fewest open ones, of those the one who has waited longest for another.

Nobody who is away, nobody beyond what he takes on.
"""

from datetime import date, datetime

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.lead import LeadAction, LeadHistory
from models.user import Role, User
from services.brokerage import Brokerage
from services.leads.errors import NobodyFree
from services.leads.limits import capacity_of, open_leads

TAKERS = (Role.SELLER,)


async def hold_next_assignee(session: AsyncSession, *, brokerage: Brokerage, now: datetime) -> User:
    """All who may get one are held first and in order: whoever else gives leads away waits, and counts anew."""
    ids = await _hold_takers(session, today=brokerage.today(now))
    given_at = (
        select(func.max(LeadHistory.id))
        .where(LeadHistory.user_id == User.id, LeadHistory.action == LeadAction.ASSIGNED)
        .scalar_subquery()
    )
    loads = select(User, open_leads(User.id).label("load"), given_at.label("given")).where(User.id.in_(ids))
    free = [
        (row.load, row.given or 0, row.User.id, row.User)
        for row in await session.execute(loads)
        if row.load < capacity_of(row.User, brokerage.lead_limits.capacity)
    ]
    if not free:
        raise NobodyFree
    user: User = min(free, key=lambda one: one[:3])[3]
    return user


async def _hold_takers(session: AsyncSession, *, today: date) -> list[int]:
    takers = (
        select(User.id)
        .where(
            User.role.in_(TAKERS),
            User.disabled_at.is_(None),
            or_(User.away_until.is_(None), User.away_until < today),
        )
        .order_by(User.id)
        .with_for_update()
    )
    return list((await session.execute(takers)).scalars())
