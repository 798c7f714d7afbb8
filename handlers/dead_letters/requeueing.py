"""Has one dead letter tried again, or all of its kind."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dead_letters import screens
from handlers.kit.replies import Done
from handlers.kit.steps import Steps
from services.access import Actor, Right
from services.conversation.values import Toast
from services.dead_letters.letter import LetterRef
from services.dead_letters.queries import access_letter, list_groups
from services.dead_letters.requeue import requeue_all, requeue_letter

steps = Steps()


@steps.tap("dead.requeue", right=Right.SORT_DEAD_LETTERS)
async def requeue(session: AsyncSession, actor: Actor, now: datetime, arg: str) -> Done:
    ref = LetterRef.parse(arg)
    requeued = await requeue_letter(session, actor, ref, now=now)
    toast = Toast(screens.requeued() if requeued else screens.sorted_already())
    return Done(screens.letter(await access_letter(session, actor, ref)), toast=toast)


@steps.tap("dead.all", right=Right.SORT_DEAD_LETTERS)
async def requeue_group(session: AsyncSession, actor: Actor, now: datetime, arg: str) -> Done:
    """`arg` is a letter of the group."""
    requeued = await requeue_all(session, actor, LetterRef.parse(arg), now=now)
    return Done(screens.groups(await list_groups(session, actor)).with_first(*screens.requeued_many(requeued)))
