"""What somebody else of a deal writes, says or sends answers the questions that wait there."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from models.task import OPEN_TASKS, Task
from services.access import Actor
from services.change import change
from services.events.publish import publish
from services.tasks.events import TaskAnswered
from services.tasks.turn import settle_turn


async def answer_questions(
    session: AsyncSession, actor: Actor, deal_id: int, *, words: str | None, now: datetime
) -> list[int]:
    """Who is told the answer. Part of the use case that calls it, which has authorised and holds the deal."""
    waiting = select(Task).where(
        Task.deal_id == deal_id, Task.asked, Task.state.in_(OPEN_TASKS), Task.to_user_id != actor.id
    )
    tasks = (await session.execute(waiting.order_by(Task.id))).scalars().all()
    for task in tasks:
        await change(session, task, asked=False)
        assert task.to_user_id is not None  # noqa: S101 - somebody has asked
        event = TaskAnswered(task_id=task.id, deal_id=deal_id, to_user_id=task.to_user_id, words=words)
        await publish(session, actor, event, now=now)
    if tasks:
        await settle_turn(session, await session.get_one(Deal, deal_id))
    return sorted({task.to_user_id for task in tasks if task.to_user_id is not None})
