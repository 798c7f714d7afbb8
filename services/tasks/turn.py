"""Whose turn a deal is.

- Nobody's while it sleeps, when it is lost, or paid with nothing ahead and nothing to give back to the client; the
  seller's when nobody owes anything.
- Else it follows the task that is due first, urgent ones before others; one that waits for an answer is with the
  seller.
"""

from sqlalchemy import Row, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal, DealStage, Turn
from models.task import OPEN_TASKS, Task
from services.change import change
from services.policies.refunds_owed import owes_refund

BY_DEADLINE = (
    Task.asked,
    Task.urgent.desc(),
    Task.due_on.is_(None),
    Task.due_on,
    Task.due_time.is_(None),
    Task.due_time,
)
FIRST_DUE = (*BY_DEADLINE, Task.id)
_FIRST = (
    select(Task.to_user_id, Task.asked)
    .where(Task.deal_id == bindparam("deal_id"), Task.state.in_(OPEN_TASKS))
    .order_by(*FIRST_DUE)
    .limit(1)
)


async def settle_turn(session: AsyncSession, deal: Deal) -> None:
    """Part of every use case that changes what the turn follows from; the caller holds the deal."""
    first = (await session.execute(_FIRST, {"deal_id": deal.id})).one_or_none()
    turn = _turn(deal, first)
    if turn is Turn.NOBODY and not deal.asleep and await owes_refund(session, deal):
        turn = Turn.SELLER
    if turn is not deal.turn:
        await change(session, deal, turn=turn)


def _turn(deal: Deal, first: Row[int | None, bool] | None) -> Turn:
    if deal.asleep or deal.stage is DealStage.LOST:
        return Turn.NOBODY
    if first is None and deal.stage is DealStage.PAID and deal.next_event_on is None:
        return Turn.NOBODY
    if first is None or first.asked or first.to_user_id == deal.seller_id:
        return Turn.SELLER
    return Turn.POOL if first.to_user_id is None else Turn.EXECUTOR
