"""Whom a task of a deal can be set to."""

from sqlalchemy.ext.asyncio import AsyncSession

from models.user import Role, User
from services.access import Actor
from services.deals.access import access_deal
from services.deals.hand_over import LEADING
from services.users.queries import find_user, list_by_role


async def list_assignees(session: AsyncSession, actor: Actor, deal_id: int) -> list[User]:
    """The deal's own people first, then executors, managers and admins."""
    deal = await access_deal(session, actor, deal_id)
    people = [await find_user(session, who) for who in (deal.executor_id, deal.seller_id) if who is not None]
    others = await list_by_role(session, Role.EXECUTOR, *LEADING)
    own = {person.id for person in people}
    return [person for person in people if person.disabled_at is None] + [one for one in others if one.id not in own]
