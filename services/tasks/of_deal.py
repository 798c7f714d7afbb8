"""What becomes of a deal's open tasks when the deal itself changes; parts of use cases that hold the deal."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal, Turn
from models.task import OPEN_TASKS, Task, TaskKind, TaskState
from services.access import Actor
from services.change import change
from services.events.publish import publish
from services.reminders.rows import pass_on_of_task
from services.tasks.events import TaskReassigned
from services.tasks.work import put_state


async def close_tasks(session: AsyncSession, actor: Actor, deal: Deal, *, reason: str, now: datetime) -> list[int]:
    """The deal is lost: whose tasks are closed, to be told with the loss. Part of a use case, which has authorised."""
    tasks = await _open_tasks(session, deal)
    for task in tasks:
        await put_state(session, actor, task, TaskState.CANCELLED, reason=reason, told=True, now=now)
    await change(session, deal, turn=Turn.NOBODY)
    return sorted({task.to_user_id for task in tasks if task.to_user_id is not None})


async def pass_on_tasks(
    session: AsyncSession, actor: Actor, deal: Deal, *, from_user_id: int, to_user_id: int, now: datetime
) -> None:
    """Another executor starts anew with what the one before him had. Part of a use case, which has authorised."""
    for task in await _open_tasks(session, deal, Task.to_user_id == from_user_id):
        await change(session, task, to_user_id=to_user_id, state=TaskState.NEW, asked=False)
        await pass_on_of_task(session, task.id, to_user_id)
        event = TaskReassigned(task_id=task.id, deal_id=deal.id, from_user_id=from_user_id, to_user_id=to_user_id)
        await publish(session, actor, event, now=now)


async def finish_own_task(session: AsyncSession, actor: Actor, deal: Deal, kind: TaskKind, *, now: datetime) -> bool:
    """The actor has done what he was asked for; people learn of it by what he has done.

    Whether there was such a task. Part of a use case, which has authorised and settles the turn.
    """
    mine = await _open_tasks(session, deal, Task.to_user_id == actor.id, Task.kind == kind)
    for task in mine:
        await put_state(session, actor, task, TaskState.DONE, told=True, now=now)
    return bool(mine)


async def finish_tasks(session: AsyncSession, actor: Actor, deal: Deal, kind: TaskKind, *, now: datetime) -> None:
    """What was asked for is there, whoever had to do it. Part of a use case, as above."""
    for task in await _open_tasks(session, deal, Task.kind == kind):
        await put_state(session, actor, task, TaskState.DONE, told=True, now=now)


async def _open_tasks(session: AsyncSession, deal: Deal, *which: ColumnElement[bool]) -> Sequence[Task]:
    held = select(Task).where(Task.deal_id == deal.id, Task.state.in_(OPEN_TASKS), *which).order_by(Task.id)
    return (await session.execute(held.with_for_update())).scalars().all()
