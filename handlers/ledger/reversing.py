"""Takes a line of the ledger back; the reason is asked first."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.answers import short_text
from handlers.common.ids import row_id
from handlers.kit.draft import Draft
from handlers.kit.replies import Done, Start
from handlers.kit.steps import Steps
from handlers.ledger import question_screens as ask
from handlers.ledger import screens
from handlers.ledger.showing import deal_screen
from handlers.ledger.states import ReverseFlow
from handlers.ledger.words import REVERSAL_REASONS
from services.access import Actor, Right
from services.conversation.values import Screen
from services.errors import ScreenOutdated
from services.ledger.access import access_entry
from services.ledger.history import find_history_line
from services.ledger.reverse import check_reversible, reverse_entry

steps = Steps()
steps.flow(ReverseFlow, right=Right.RECORD_LEDGER)


@steps.tap("ledger.reverse", right=Right.RECORD_LEDGER)
async def start(session: AsyncSession, actor: Actor, arg: str) -> Start:
    entry, deal = await access_entry(session, actor, row_id(arg))
    await check_reversible(session, entry)
    return Start(ReverseFlow.reason, {"entry_id": entry.id, "deal_id": deal.id})


@steps.question(ReverseFlow.reason)
async def ask_reason(session: AsyncSession, actor: Actor, draft: Draft) -> Screen:
    line = await find_history_line(session, actor, draft["entry_id"])
    return ask.reversal(line, screens.history_line(line), REVERSAL_REASONS)


@steps.pick(ReverseFlow.reason)
async def on_reason_picked(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, value: str) -> Done:
    if value not in REVERSAL_REASONS:
        raise ScreenOutdated
    return await _reverse(session, actor, draft, now, value)


@steps.answer(ReverseFlow.reason)
async def on_reason(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, text: str) -> Done:
    return await _reverse(session, actor, draft, now, short_text(text))


async def _reverse(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, reason: str) -> Done:
    await reverse_entry(session, actor, draft["entry_id"], reason=reason, now=now)
    return Done(await deal_screen(session, actor, draft["deal_id"], ask.reversed_now()))
