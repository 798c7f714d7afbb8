"""A question about a task to who gave it.

- The question is an entry of the deal's journal; the next entry by anybody else of the deal answers it.
- While it waits the turn is the seller's.
"""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.task import Task
from services.access import Actor, Right
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
    question = NewEntry(deal_id=task.deal_id, text=seen_words(words), asks=True, intent_key=intent_key)
    if await add_entry(session, actor, question, now=now) is None:
        return task
    await change(session, task, asked=True)
    await publish(session, actor, TaskAsked(task_id=task.id, deal_id=task.deal_id), now=now)
    await settle_turn(session, deal)
    return task
