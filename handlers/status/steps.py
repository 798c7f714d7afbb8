"""How the installation is doing, in chat."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.kit.steps import Steps
from handlers.status import screens
from services.access import Actor, Right
from services.conversation.values import Screen
from services.health.status import find_status

steps = Steps()


@steps.command("status", right=Right.SEE_STATUS)
async def show_by_command(session: AsyncSession, actor: Actor, now: datetime) -> Screen:
    return screens.status(await find_status(session, actor, now=now), now=now)


@steps.tap("status", right=Right.SEE_STATUS)
async def show(session: AsyncSession, actor: Actor, now: datetime) -> Screen:
    return screens.status(await find_status(session, actor, now=now), now=now)
