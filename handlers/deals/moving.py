"""Moves a deal to its next stage."""

from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.amounts import typed_money
from handlers.common.ids import row_id
from handlers.deals import question_screens as ask
from handlers.deals.shown import done_with_card
from handlers.deals.states import MoveStageFlow
from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Steps
from models.deal import DealStage
from models.money import Money
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.conversation.values import Screen, Text
from services.deals.access import access_open_deal
from services.deals.move_stage import MoveStage, move_stage
from services.deals.rules import next_by_hand
from services.errors import ScreenOutdated

steps = Steps()
steps.flow(MoveStageFlow, right=Right.MOVE_DEAL)


@steps.tap("deal.stage", right=Right.MOVE_DEAL)
async def start(session: AsyncSession, actor: Actor, arg: str) -> Start:
    deal = await access_open_deal(session, actor, row_id(arg), right=Right.MOVE_DEAL)
    premium = deal.premium
    return Start(
        MoveStageFlow.to,
        {"deal_id": deal.id, "seen": deal.stage.value, "amount": premium.amount if premium else None},
    )


@steps.question(MoveStageFlow.to)
async def ask_stage(draft: Draft) -> Screen:
    seen = DealStage(draft["seen"])
    return ask.stage(draft["deal_id"], seen, next_by_hand(seen))


@steps.pick(MoveStageFlow.to)
async def on_stage(
    session: AsyncSession, actor: Actor, draft: Draft, now: datetime, value: str, today: date
) -> Ask | Done:
    if value not in set(DealStage):
        raise ScreenOutdated
    draft["to"] = value
    if value == DealStage.AGREEMENT and draft["amount"] is None:
        return Ask(MoveStageFlow.amount)
    return await _move(session, actor, draft, None, now, today)


@steps.question(MoveStageFlow.amount)
async def ask_amount(draft: Draft) -> Screen:
    return ask.premium(draft["deal_id"])


@steps.answer(MoveStageFlow.amount)
async def on_amount(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, text: str, today: date
) -> Ask | Done:
    amount = typed_money(text, brokerage.currency)
    if isinstance(amount, Text):
        return Ask(MoveStageFlow.amount, problem=amount)
    return await _move(session, actor, draft, amount, now, today)


async def _move(
    session: AsyncSession, actor: Actor, draft: Draft, amount: Money | None, now: datetime, today: date
) -> Done:
    to = DealStage(draft["to"])
    command = MoveStage(deal_id=draft["deal_id"], seen=DealStage(draft["seen"]), to=to, amount=amount)
    await move_stage(session, actor, command, now=now)
    return await done_with_card(session, actor, draft["deal_id"], ask.stage_moved(to), today=today)
