"""The list of insurers, one of them, in use or out of it."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.ids import row_id
from handlers.kit.replies import Done
from handlers.kit.steps import Steps
from handlers.reference import screens
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.conversation.values import Screen
from services.errors import ScreenOutdated
from services.insurers.access import access_insurer
from services.insurers.edit import use_insurer
from services.insurers.queries import list_reference

MOST_PAGES = 100

steps = Steps()


@steps.command("reference", right=Right.EDIT_REFERENCE)
@steps.tap("reference.menu", right=Right.EDIT_REFERENCE)
async def show_menu() -> Screen:
    return screens.menu()


@steps.tap("insurer.list", right=Right.EDIT_REFERENCE)
async def show_insurers(session: AsyncSession, actor: Actor, brokerage: Brokerage, arg: str) -> Screen:
    """`arg` is the page's number."""
    page = row_id(arg) if arg else 0
    if page > MOST_PAGES:
        raise ScreenOutdated
    return screens.insurers(await list_reference(session, actor, brokerage.region, page=page))


@steps.tap("insurer.card", right=Right.EDIT_REFERENCE)
async def show_insurer(session: AsyncSession, actor: Actor, arg: str) -> Screen:
    return screens.insurer(await access_insurer(session, actor, row_id(arg)))


@steps.tap("insurer.off", right=Right.EDIT_REFERENCE)
async def put_out_of_use(session: AsyncSession, actor: Actor, now: datetime, arg: str) -> Done:
    return await _use(session, actor, arg, now, enabled=False)


@steps.tap("insurer.on", right=Right.EDIT_REFERENCE)
async def put_in_use(session: AsyncSession, actor: Actor, now: datetime, arg: str) -> Done:
    return await _use(session, actor, arg, now, enabled=True)


async def _use(session: AsyncSession, actor: Actor, arg: str, now: datetime, *, enabled: bool) -> Done:
    await use_insurer(session, actor, row_id(arg), enabled=enabled, now=now)
    insurer = await access_insurer(session, actor, row_id(arg))
    return Done(screens.insurer(insurer).with_first(screens.saved()))
