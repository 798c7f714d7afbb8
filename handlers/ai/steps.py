"""What the scoring of leads did and cost, in chat."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.ai import screens
from handlers.kit.steps import Steps
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.conversation.values import Screen
from services.scoring.statistics import find_statistics

steps = Steps()


@steps.command("ai", right=Right.SEE_STATUS)
async def show_by_command(session: AsyncSession, actor: Actor, brokerage: Brokerage, now: datetime) -> Screen:
    return await _statistics(session, actor, brokerage, now)


@steps.tap("ai", right=Right.SEE_STATUS)
async def show(session: AsyncSession, actor: Actor, brokerage: Brokerage, now: datetime) -> Screen:
    return await _statistics(session, actor, brokerage, now)


async def _statistics(session: AsyncSession, actor: Actor, brokerage: Brokerage, now: datetime) -> Screen:
    found = await find_statistics(session, actor, brokerage=brokerage, now=now)
    return screens.statistics(found, calls_a_day=brokerage.lead_limits.model_calls_a_day)
