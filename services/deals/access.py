"""Loads a deal and authorises in one go.

- Managers and admins reach every deal, sellers and executors those that are theirs.
- Who has an open task of a deal takes part in it as executors do, as long as the task is open.
"""

from collections.abc import Collection
from typing import NoReturn

from sqlalchemy import ColumnElement, Select, or_, select, true
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from models.event import EventRow
from models.task import OPEN_TASKS, Task
from models.user import Role, User
from services.access import RIGHTS, Actor, Right, check_right
from services.among import among
from services.deals.errors import DealClosed, DealNotFound, DealOfOthers
from services.deals.events import DealHandedOver
from services.live import live


def visible_deals(actor: Actor) -> ColumnElement[bool]:
    """Those that `access_deal` lets the actor reach."""
    return true() if actor.may(Right.SEE_ALL_DEALS) else own_deals(actor)


def own_deals(actor: Actor) -> ColumnElement[bool]:
    """Also of managers and admins only those they take part in."""
    return or_(Deal.seller_id == actor.id, Deal.executor_id == actor.id, among(Deal.id, deals_with_task_of(actor)))


def deals_with_task_of(actor: Actor) -> Select[int]:
    return select(Task.deal_id).where(Task.to_user_id == actor.id, Task.state.in_(OPEN_TASKS))


def takes_part(actor: Actor, seller_id: int, executor_id: int | None) -> bool:
    """Whether a deal is the actor's to see without a task of his in it."""
    return actor.may(Right.SEE_ALL_DEALS) or actor.id in (seller_id, executor_id)


def sees_margin(actor: Actor, deal: Deal) -> bool:
    """Who has but a task in a deal does not."""
    return actor.may(Right.SEE_MARGIN) and takes_part(actor, deal.seller_id, deal.executor_id)


async def list_who_reach(session: AsyncSession, deal_id: int, user_ids: Collection[int]) -> set[int]:
    """Of these people those that `access_deal` lets in."""
    doing = select(Task.to_user_id).where(Task.deal_id == deal_id, Task.state.in_(OPEN_TASKS))
    found = (
        live(Deal)
        .with_only_columns(User.id)
        .select_from(Deal)
        .join(
            User,
            or_(
                User.role.in_(RIGHTS[Right.SEE_ALL_DEALS]),
                User.id.in_([Deal.seller_id, Deal.executor_id]),
                User.id.in_(doing),
            ),
        )
        .where(Deal.id == deal_id, User.id.in_(user_ids))
    )
    return set((await session.execute(found)).scalars())


async def works_for(session: AsyncSession, actor: Actor, deal_id: int, right: Right) -> bool:
    """Whether an open task of his lets the actor do in a deal what executors may."""
    if Role.EXECUTOR not in RIGHTS[right]:
        return False
    found = deals_with_task_of(actor).where(Task.deal_id == deal_id).limit(1)
    return (await session.execute(found)).first() is not None


async def access_deal(
    session: AsyncSession, actor: Actor, deal_id: int, *, right: Right = Right.SEE_DEALS, lock: bool = False
) -> Deal:
    """With `lock` the row is held until the transaction ends, which is what every change asks for."""
    check_right(actor, right)
    wanted = live(Deal).where(Deal.id == deal_id)
    if lock:
        wanted = wanted.with_for_update()
    deal = (await session.execute(wanted)).scalar_one_or_none()
    if deal is None:
        raise DealNotFound(deal=str(deal_id))
    mine = takes_part(actor, deal.seller_id, deal.executor_id)
    if not mine and not await works_for(session, actor, deal_id, right):
        await refuse_outsider(session, actor, deal_id, deal.seller_id)
    return deal


async def refuse_outsider(session: AsyncSession, actor: Actor, deal_id: int, seller_id: int) -> NoReturn:
    """Who took part in the deal once is told who leads it now; for everybody else there is no such deal.

    Part of a read, which has authorised and found that he takes no part.
    """
    if await _took_part(session, actor, deal_id):
        raise DealOfOthers(deal=str(deal_id), seller=await _name_of(session, seller_id))
    raise DealNotFound(deal=str(deal_id))


async def access_left_deal(session: AsyncSession, actor: Actor, deal_id: int, *, right: Right) -> Deal:
    """For who took part in it until it was given to another, or his task in it ended: what he has begun is handed in.

    Locked; for everybody else there is no such deal.
    """
    check_right(actor, right)
    deal = (await session.execute(live(Deal).where(Deal.id == deal_id).with_for_update())).scalar_one_or_none()
    if deal is None or not await _took_part(session, actor, deal_id):
        raise DealNotFound(deal=str(deal_id))
    return deal


async def _took_part(session: AsyncSession, actor: Actor, deal_id: int) -> bool:
    handed = select(EventRow.payload).where(
        EventRow.aggregate_type == DealHandedOver.aggregate,
        EventRow.aggregate_id == deal_id,
        EventRow.name == DealHandedOver.name,
    )
    if any(payload["from_user_id"] == actor.id for payload in (await session.execute(handed)).scalars()):
        return True
    done = select(Task.id).where(Task.deal_id == deal_id, Task.to_user_id == actor.id).limit(1)
    return (await session.execute(done)).first() is not None


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
