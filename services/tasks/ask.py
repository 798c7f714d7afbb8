"""A question about a task to who gave it.

- To the deal's seller where the giver has left the deal, or asks himself.
- The question is an entry of the deal's journal; the next entry by anybody else of the deal answers it.
- While it waits the turn is the seller's.
"""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from models.task import Task
from models.user import User
from services.access import Actor, Right, role_may
from services.change import change
from services.events.publish import publish
from services.journal.write import NewEntry, add_entry, seen_words
from services.tasks.access import access_open_task, check_mine
from services.tasks.events import TaskAsked
from services.tasks.turn import settle_turn


async def ask_about_task(
    session: AsyncSession, actor: Actor, task_id: int, *, words: str, intent_key: str, now: datetime
) -> Task:
    task, deal = await access_open_task(session, actor, task_id, right=Right.DO_TASKS)
    await check_mine(session, actor, task)
    asked_id = await _who_answers(session, actor, task, deal)
    question = NewEntry(deal_id=task.deal_id, text=seen_words(words), asked_id=asked_id, intent_key=intent_key)
    if await add_entry(session, actor, question, now=now) is None:
        return task
    await change(session, task, asked=True)
    await publish(session, actor, TaskAsked(task_id=task.id, deal_id=task.deal_id), now=now)
    await settle_turn(session, deal)
    return task


async def _who_answers(session: AsyncSession, actor: Actor, task: Task, deal: Deal) -> int:
    giver = await session.get_one(User, task.from_user_id)
    reaches = role_may(giver.role, Right.SEE_ALL_DEALS) or giver.id in (deal.seller_id, deal.executor_id)
    if giver.id == actor.id or giver.disabled_at is not None or not reaches:
        return deal.seller_id
    return giver.id
