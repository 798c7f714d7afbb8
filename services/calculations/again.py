"""Asks to calculate once more, because offers have expired or the need has changed."""

from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.calculation import Calculation
from models.task import Task, TaskKind
from models.user import User
from services.access import Actor, Right
from services.deals.access import access_open_deal
from services.tasks.set_task import SetTask, set_task


async def calculate_again(
    session: AsyncSession, actor: Actor, deal_id: int, *, due_on: date, now: datetime, today: date
) -> str | None:
    """Of the deal's executor, or of whoever takes it. The name of who has been asked.

    Asked once for the same offers, however often, as long as no other task has been set meanwhile.
    """
    deal = await access_open_deal(session, actor, deal_id, right=Right.SET_TASKS)
    newest = select(func.max(Calculation.id)).where(Calculation.deal_id == deal_id).scalar_subquery()
    closed = select(func.count()).where(Task.deal_id == deal_id, Task.closed_at.is_not(None)).scalar_subquery()
    offer, tasks = (await session.execute(select(newest, closed))).one()
    command = SetTask(
        deal_id=deal_id,
        kind=TaskKind.CALCULATE,
        to_user_id=deal.executor_id,
        due_on=due_on,
        intent_key=f"again-{deal_id}-{offer or 0}-{tasks}",
    )
    await set_task(session, actor, command, now=now, today=today)
    if deal.executor_id is None:
        return None
    return (await session.get_one(User, deal.executor_id)).name
