"""Loads a task with its deal and authorises in one go."""

from typing import NoReturn

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from models.task import OPEN_TASKS, Task
from models.user import User
from services.access import Actor, Right, check_right
from services.deals.access import access_deal, access_open_deal
from services.deals.errors import DealNotFound
from services.live import live
from services.tasks.errors import TaskNotFound, TaskOfAnother
from services.tasks.rules import check_open


async def access_task(session: AsyncSession, actor: Actor, task_id: int) -> Task:
    """Whoever reaches the deal reaches its tasks; what lies in the pool, whoever may take it."""
    check_right(actor, Right.SEE_DEALS)
    task = (await session.execute(select(Task).where(Task.id == task_id))).scalar_one_or_none()
    if task is None:
        raise TaskNotFound
    if not (in_pool(task) and actor.may(Right.TAKE_TASKS)):
        await access_deal(session, actor, task.deal_id)
    return task


async def access_open_task(session: AsyncSession, actor: Actor, task_id: int, *, right: Right) -> tuple[Task, Deal]:
    """For changes: the deal is held first, then the task, as every use case does it."""
    found = await access_task(session, actor, task_id)
    deal = await _held_deal(session, actor, found, right)
    held = select(Task).where(Task.id == task_id).with_for_update().execution_options(populate_existing=True)
    task = (await session.execute(held)).scalar_one()
    check_open(task.state)
    return task, deal


async def _held_deal(session: AsyncSession, actor: Actor, task: Task, right: Right) -> Deal:
    if not in_pool(task):
        return await access_open_deal(session, actor, task.deal_id, right=right)
    check_right(actor, Right.TAKE_TASKS)
    held = live(Deal).where(Deal.id == task.deal_id).with_for_update()
    deal = (await session.execute(held)).scalar_one_or_none()
    if deal is None:
        raise DealNotFound(deal=str(task.deal_id))
    return deal


def in_pool(task: Task) -> bool:
    return task.to_user_id is None and task.state in OPEN_TASKS


async def check_mine(session: AsyncSession, actor: Actor, task: Task) -> None:
    """Managers and admins may act on anybody's."""
    if task.to_user_id in (None, actor.id) or actor.may(Right.SEE_ALL_DEALS):
        return
    await refuse_as_of_another(session, task)


async def refuse_as_of_another(session: AsyncSession, task: Task) -> NoReturn:
    raise TaskOfAnother(name=(await session.get_one(User, task.to_user_id)).name)
