"""Dead letters by what failed, one by one, and what is known of each."""

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.ids import named_page
from handlers.dead_letters import screens
from handlers.kit.steps import Steps
from services.access import Actor, Right
from services.audit.names import find_known
from services.brokerage import Brokerage
from services.conversation.values import Screen
from services.dead_letters.details import find_details
from services.dead_letters.letter import LetterRef
from services.dead_letters.queries import access_letter, list_groups, list_letters

steps = Steps()


@steps.command("deadletters", right=Right.SORT_DEAD_LETTERS)
@steps.tap("dead.groups", right=Right.SORT_DEAD_LETTERS)
async def show_groups(session: AsyncSession, actor: Actor) -> Screen:
    return screens.groups(await list_groups(session, actor))


@steps.tap("dead.list", right=Right.SORT_DEAD_LETTERS)
async def show_letters(session: AsyncSession, actor: Actor, arg: str) -> Screen:
    """`arg` is a letter of the group, and after a colon the last one of the page before."""
    ref, before = named_page(arg)
    like = LetterRef.parse(ref)
    page = await list_letters(session, actor, like=like, before=before)
    return screens.letters(like, page) if page.lines else screens.groups(await list_groups(session, actor))


@steps.tap("dead.card", right=Right.SORT_DEAD_LETTERS)
async def show_letter(session: AsyncSession, actor: Actor, arg: str) -> Screen:
    return screens.letter(await access_letter(session, actor, LetterRef.parse(arg)))


@steps.tap("dead.details", right=Right.SORT_DEAD_LETTERS)
async def show_details(session: AsyncSession, actor: Actor, brokerage: Brokerage, arg: str) -> Screen:
    found = await find_details(session, actor, LetterRef.parse(arg))
    return screens.details(found, await find_known(session, actor, region=brokerage.region))
