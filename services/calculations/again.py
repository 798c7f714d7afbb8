"""Asks to calculate once more, because offers have expired or the need has changed."""

from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.calculation import Calculation, CalculationState
from models.insurer import Insurer
from models.task import OPEN_TASKS, Task, TaskKind
from models.user import User
from services.access import Actor, Right
from services.calculations.errors import BeingCalculated
from services.deals.access import access_open_deal
from services.tasks.set_task import SetTask, set_task
from services.tasks.words import OFFERS_EXPIRED

MOST_LOOKED_AT = 30


async def calculate_again(
    session: AsyncSession, actor: Actor, deal_id: int, *, due_on: date, now: datetime, today: date
) -> str | None:
    """Of the deal's executor, or of whoever takes it. The name of who has been asked.

    Raises BeingCalculated while somebody does it already.
    """
    deal = await access_open_deal(session, actor, deal_id, right=Right.SET_TASKS)
    if await is_being_calculated(session, deal_id):
        raise BeingCalculated
    newest = select(func.max(Calculation.id)).where(Calculation.deal_id == deal_id).scalar_subquery()
    closed = select(func.count()).where(Task.deal_id == deal_id, Task.closed_at.is_not(None)).scalar_subquery()
    offer, tasks = (await session.execute(select(newest, closed))).one()
    command = SetTask(
        deal_id=deal_id,
        kind=TaskKind.CALCULATE,
        to_user_id=deal.executor_id,
        due_on=due_on,
        note=await _note(session, deal_id, today),
        intent_key=f"again-{deal_id}-{offer or 0}-{tasks}",
    )
    await set_task(session, actor, command, now=now, today=today)
    if deal.executor_id is None:
        return None
    return (await session.get_one(User, deal.executor_id)).name


async def is_being_calculated(session: AsyncSession, deal_id: int) -> bool:
    """For a reader of the deal who has been authorised."""
    wanted = select(Task.id).where(Task.deal_id == deal_id, Task.kind == TaskKind.CALCULATE, Task.state.in_(OPEN_TASKS))
    return (await session.execute(wanted.limit(1))).first() is not None


async def _note(session: AsyncSession, deal_id: int, today: date) -> str | None:
    """That all offers of these insurers have expired, for readers of any language."""
    wanted = (
        select(Calculation, Insurer.name)
        .join(Insurer, Insurer.id == Calculation.insurer_id)
        .where(Calculation.deal_id == deal_id, Calculation.state != CalculationState.DECLINED)
        .order_by(Calculation.id.desc())
        .limit(MOST_LOOKED_AT)
    )
    found = [(offer.state_on(today), name) for offer, name in (await session.execute(wanted)).all()]
    holding = {name for state, name in found if state is not CalculationState.EXPIRED}
    expired = {name for _, name in found} - holding
    return f"{OFFERS_EXPIRED}{', '.join(sorted(expired))}" if expired else None
