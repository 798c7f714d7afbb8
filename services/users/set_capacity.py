"""Says how many open leads a user takes on; one who has more already keeps them and gets no new ones."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from services.access import Actor
from services.events.publish import publish
from services.users.access import access_user
from services.users.events import UserLeadCapacityChanged


async def set_lead_capacity(
    session: AsyncSession, actor: Actor, user_id: int, capacity: int | None, *, now: datetime
) -> None:
    """None: as many as the installation's setting says. What is so already leaves no trace."""
    user = await access_user(session, actor, user_id, lock=True)
    if user.lead_capacity == capacity:
        return
    event = UserLeadCapacityChanged(user_id=user_id, from_capacity=user.lead_capacity, to_capacity=capacity)
    user.lead_capacity = capacity
    await publish(session, actor, event, now=now)
