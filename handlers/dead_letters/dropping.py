"""Drops a dead letter, with a reason."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.answers import short_text
from handlers.dead_letters import screens
from handlers.dead_letters.states import DropLetterFlow
from handlers.kit.draft import Draft
from handlers.kit.replies import Done, Start
from handlers.kit.steps import Steps
from services.access import Actor, Right
from services.conversation.values import Screen, Toast
from services.dead_letters.drop import DropReason, drop_letter
from services.dead_letters.letter import LetterRef, LetterState
from services.dead_letters.queries import access_letter
from services.errors import ScreenOutdated

steps = Steps()
steps.flow(DropLetterFlow, right=Right.SORT_DEAD_LETTERS)


@steps.tap("dead.drop", right=Right.SORT_DEAD_LETTERS)
async def start(session: AsyncSession, actor: Actor, arg: str) -> Start | Done:
    letter = await access_letter(session, actor, LetterRef.parse(arg))
    if letter.state is not LetterState.DEAD:
        return Done(screens.letter(letter), toast=Toast(screens.sorted_already()))
    return Start(DropLetterFlow.reason, {"letter": str(letter.ref)})


@steps.question(DropLetterFlow.reason)
async def ask_reason(session: AsyncSession, actor: Actor, draft: Draft) -> Screen:
    return screens.ask_drop_reason(await access_letter(session, actor, LetterRef.parse(draft["letter"])))


@steps.pick(DropLetterFlow.reason)
async def on_reason(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, value: str) -> Done:
    if value not in set(DropReason):
        raise ScreenOutdated
    return await _drop(session, actor, draft, value, now)


@steps.answer(DropLetterFlow.reason)
async def on_reason_typed(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, text: str) -> Done:
    return await _drop(session, actor, draft, short_text(text), now)


async def _drop(session: AsyncSession, actor: Actor, draft: Draft, reason: str, now: datetime) -> Done:
    ref = LetterRef.parse(draft["letter"])
    dropped = await drop_letter(session, actor, ref, reason=reason, now=now)
    toast = None if dropped else Toast(screens.sorted_already())
    return Done(screens.letter(await access_letter(session, actor, ref)), toast=toast)
