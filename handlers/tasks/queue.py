"""The executor's cockpit and the pool."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.kit.steps import Steps
from handlers.tasks import screens
from services.access import Actor, Right
from services.conversation.values import Screen
from services.tasks.cockpit import SURFACE, write_cockpit
from services.tasks.queries import list_pool

steps = Steps()


@steps.command("queue", right=Right.DO_TASKS)
async def show_by_command(session: AsyncSession, actor: Actor, now: datetime) -> Screen:
    return await _queue(session, actor, now)


@steps.tap("task.queue", right=Right.DO_TASKS)
async def show(session: AsyncSession, actor: Actor, now: datetime) -> Screen:
    return await _queue(session, actor, now)


async def _queue(session: AsyncSession, actor: Actor, now: datetime) -> Screen:
    shown = await write_cockpit(session, actor.id, now=now)
    return Screen(shown.lines, shown.rows, surface=SURFACE)


@steps.tap("task.pool", right=Right.TAKE_TASKS)
async def show_pool(session: AsyncSession, actor: Actor) -> Screen:
    return screens.pool(await list_pool(session, actor))
