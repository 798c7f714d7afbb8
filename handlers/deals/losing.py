"""Closes a deal as lost, with a reason."""

from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.answers import short_text
from handlers.common.ids import row_id
from handlers.deals import question_screens as ask
from handlers.deals.shown import done_with_card
from handlers.deals.states import LoseDealFlow
from handlers.kit.draft import Draft
from handlers.kit.replies import Done, Start
from handlers.kit.steps import Steps
from models.deal import LostReason
from services.access import Actor, Right
from services.conversation.values import Screen
from services.deals.access import access_open_deal
from services.deals.lose import lose_deal
from services.errors import ScreenOutdated

steps = Steps()
steps.flow(LoseDealFlow, right=Right.LOSE_DEAL)


@steps.tap("deal.lose", right=Right.LOSE_DEAL)
async def start(session: AsyncSession, actor: Actor, arg: str) -> Start:
    deal = await access_open_deal(session, actor, row_id(arg), right=Right.LOSE_DEAL)
    return Start(LoseDealFlow.reason, {"deal_id": deal.id})


@steps.question(LoseDealFlow.reason)
async def ask_reason(draft: Draft) -> Screen:
    return ask.lost_reason(draft["deal_id"])


@steps.pick(LoseDealFlow.reason)
async def on_reason(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, value: str, today: date) -> Done:
    if value not in set(LostReason):
        raise ScreenOutdated
    return await _lose(session, actor, draft, value, now, today)


@steps.answer(LoseDealFlow.reason)
async def on_reason_typed(
    session: AsyncSession, actor: Actor, draft: Draft, now: datetime, text: str, today: date
) -> Done:
    return await _lose(session, actor, draft, short_text(text, limit=1000), now, today)


async def _lose(session: AsyncSession, actor: Actor, draft: Draft, reason: str, now: datetime, today: date) -> Done:
    await lose_deal(session, actor, draft["deal_id"], reason=reason, now=now)
    return await done_with_card(session, actor, draft["deal_id"], ask.lost(), today=today)
