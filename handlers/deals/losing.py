"""Closes a deal as lost, with a reason."""

from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.answers import short_text
from handlers.common.ids import row_id
from handlers.deals import question_screens as ask
from handlers.deals.shown import done_with_card
from handlers.deals.states import LoseDealFlow
from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Steps
from models.deal import LostReason
from services.access import Actor, Right
from services.conversation.values import Screen
from services.deals.access import access_open_deal
from services.deals.lose import check_reason, lose_deal
from services.deals.queries import find_deal_card
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
async def on_reason(draft: Draft, value: str) -> Ask:
    if value not in set(LostReason):
        raise ScreenOutdated
    return _because(draft, value)


@steps.answer(LoseDealFlow.reason)
async def on_reason_typed(draft: Draft, text: str) -> Ask:
    reason = short_text(text, limit=1000)
    check_reason(reason)
    return _because(draft, reason)


def _because(draft: Draft, reason: str) -> Ask:
    draft["reason"] = reason
    return Ask(LoseDealFlow.confirm)


@steps.question(LoseDealFlow.confirm)
async def ask_confirm(session: AsyncSession, actor: Actor, draft: Draft, today: date) -> Screen:
    deal = await find_deal_card(session, actor, draft["deal_id"], today=today)
    return ask.lost_confirm(deal.id, draft["reason"], deal.tasks)


@steps.confirm(LoseDealFlow.confirm)
async def on_confirm(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date) -> Done:
    await lose_deal(session, actor, draft["deal_id"], reason=draft["reason"], now=now)
    return await done_with_card(session, actor, draft["deal_id"], ask.lost(), today=today)
