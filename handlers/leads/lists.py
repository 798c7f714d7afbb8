"""Lists of leads."""

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.ids import row_id
from handlers.kit.steps import Steps
from handlers.leads import list_screens as screens
from services.access import Actor, Right
from services.conversation.values import Screen
from services.leads.lists import list_leads

steps = Steps()


@steps.command("leads", right=Right.SEE_LEADS)
async def show_by_command(session: AsyncSession, actor: Actor) -> Screen:
    return screens.leads(await list_leads(session, actor))


@steps.tap("lead.list", right=Right.SEE_LEADS)
async def show(session: AsyncSession, actor: Actor, arg: str) -> Screen:
    """`arg` is the last lead of the page before."""
    return screens.leads(await list_leads(session, actor, before=row_id(arg) if arg else None))
