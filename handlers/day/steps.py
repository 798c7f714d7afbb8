"""My day, and for managers the overdue instalments of a seller's clients."""

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.ids import row_id
from handlers.day import screens
from handlers.kit.steps import Steps
from services.access import Actor, Right
from services.conversation.values import Screen
from services.day.queries import find_day, list_overdue_of

steps = Steps()


@steps.command("day", right=Right.SEE_DEALS)
async def show_by_command(session: AsyncSession, actor: Actor, today: date) -> Screen:
    return screens.day(await find_day(session, actor, today=today), today)


@steps.tap("day.show", right=Right.SEE_DEALS)
async def show(session: AsyncSession, actor: Actor, today: date) -> Screen:
    return screens.day(await find_day(session, actor, today=today), today)


@steps.tap("day.person", right=Right.SEE_ALL_DEALS)
async def show_overdue_of(session: AsyncSession, actor: Actor, today: date, arg: str) -> Screen:
    """`arg` is the seller."""
    name, lines = await list_overdue_of(session, actor, row_id(arg), today=today)
    return screens.overdue_of(name, lines, today)
