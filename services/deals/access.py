"""Loads a deal and authorises in one go."""

from sqlalchemy import ColumnElement, or_, select, true
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from models.user import User
from services.access import Actor, Right, check_right
from services.deals.errors import DealClosed, DealNotFound, DealOfOthers
from services.live import live


def visible_deals(actor: Actor) -> ColumnElement[bool]:
    """Managers and admins reach every deal, sellers and executors those they take part in."""
    if actor.may(Right.SEE_ALL_DEALS):
        return true()
    return or_(Deal.seller_id == actor.id, Deal.executor_id == actor.id)


def takes_part(actor: Actor, seller_id: int, executor_id: int | None) -> bool:
    """The same of one deal."""
    return actor.may(Right.SEE_ALL_DEALS) or actor.id in (seller_id, executor_id)


async def access_deal(
    session: AsyncSession, actor: Actor, deal_id: int, *, right: Right = Right.SEE_DEALS, lock: bool = False
) -> Deal:
    """Managers and admins reach every deal, sellers and executors those they take part in.

    With `lock` the row is held until the transaction ends, which is what every change asks for.
    """
    check_right(actor, right)
    wanted = live(Deal).where(Deal.id == deal_id)
    if lock:
        wanted = wanted.with_for_update()
    deal = (await session.execute(wanted)).scalar_one_or_none()
    if deal is None:
        raise DealNotFound(deal=str(deal_id))
    if not takes_part(actor, deal.seller_id, deal.executor_id):
        raise DealOfOthers(deal=str(deal_id), seller=await _name_of(session, deal.seller_id))
    return deal


async def access_open_deal(
    session: AsyncSession, actor: Actor, deal_id: int, *, right: Right = Right.SEE_DEALS
) -> Deal:
    """For changes: locked, and refused when the deal is lost."""
    deal = await access_deal(session, actor, deal_id, right=right, lock=True)
    if deal.lost_reason is not None:
        raise DealClosed(deal=str(deal_id))
    return deal


async def _name_of(session: AsyncSession, user_id: int) -> str:
    return (await session.execute(select(User.name).where(User.id == user_id))).scalar_one()
