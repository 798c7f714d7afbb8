"""Gives a deal to another seller or executor.

- The seller himself, managers and admins may; an executor's place may be emptied, a seller's may not.
- The open tasks of who leaves go with his place.
- The new one must be an enabled user of that role; managers and admins may sell and execute too.
"""

from datetime import datetime
from enum import StrEnum

from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from models.user import Role, User
from services.access import Actor, Right
from services.change import change
from services.deals.access import access_open_deal
from services.deals.errors import WrongAssignee
from services.deals.events import DealHandedOver
from services.events.publish import publish
from services.journal.note import note_system
from services.reminders.rows import pass_on_of_deal
from services.tasks.of_deal import pass_on_tasks
from services.tasks.turn import settle_turn

LEADING = (Role.MANAGER, Role.ADMIN)


class Place(StrEnum):
    SELLER = "seller"
    EXECUTOR = "executor"


ROLES = {Place.SELLER: (Role.SELLER, *LEADING), Place.EXECUTOR: (Role.EXECUTOR, *LEADING)}


async def hand_over(
    session: AsyncSession, actor: Actor, deal_id: int, *, place: Place, to_user_id: int, now: datetime
) -> Deal:
    deal = await access_open_deal(session, actor, deal_id, right=Right.HAND_OVER_DEAL)
    user = await session.get(User, to_user_id)
    if user is None or user.disabled_at is not None or user.role not in ROLES[place]:
        raise WrongAssignee
    before = deal.seller_id if place is Place.SELLER else deal.executor_id
    if before == to_user_id:
        return deal
    await change(session, deal, **{f"{place}_id": to_user_id})
    event = DealHandedOver(deal_id=deal.id, role=place, from_user_id=before, to_user_id=to_user_id)
    await publish(session, actor, event, now=now)
    if place is Place.SELLER:
        await pass_on_of_deal(session, deal.id, to_user_id)
    if before is not None:
        await pass_on_tasks(session, actor, deal, from_user_id=before, to_user_id=to_user_id, now=now)
    await settle_turn(session, deal)
    await note_system(session, actor, deal.id, f"jrn-{place}-changed", now=now, name=user.name)
    return deal
