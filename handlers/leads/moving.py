"""Moves a lead between its stages, after asking: one on, one back, or out as lost."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.answers import short_text
from handlers.common.ids import row_id
from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Steps
from handlers.leads import question_screens as ask
from handlers.leads.reasons import LONGEST_REASON, typed_reason
from handlers.leads.shown import done_with_lead
from handlers.leads.states import LoseLeadFlow, MoveLeadFlow, RollBackLeadFlow
from models.lead import LeadLostReason, LeadStage
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.conversation.values import Screen
from services.errors import ScreenOutdated
from services.leads.access import access_lead, access_open_lead
from services.leads.move import lose_lead, move_lead, roll_back_lead
from services.leads.rules import BACK, FORWARD, check_move, check_roll_back

steps = Steps()
steps.flow(MoveLeadFlow, right=Right.WORK_LEADS)
steps.flow(RollBackLeadFlow, right=Right.MANAGE_LEADS)
steps.flow(LoseLeadFlow, right=Right.WORK_LEADS)


@steps.tap("lead.move", right=Right.WORK_LEADS)
async def start(session: AsyncSession, actor: Actor, arg: str) -> Start:
    """`arg` is the lead and the stage that its card showed."""
    lead_id, seen = _seen(arg)
    lead = await access_open_lead(session, actor, lead_id)
    to = FORWARD[seen]
    check_move(current=lead.stage, to=to)
    return Start(MoveLeadFlow.confirm, {"lead_id": lead.id, "seen": seen.value, "to": to.value})


@steps.question(MoveLeadFlow.confirm)
async def ask_move(draft: Draft) -> Screen:
    return ask.move(draft["lead_id"], LeadStage(draft["seen"]), LeadStage(draft["to"]))


@steps.confirm(MoveLeadFlow.confirm)
async def on_move(session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime) -> Done:
    seen, to = LeadStage(draft["seen"]), LeadStage(draft["to"])
    lead = await move_lead(session, actor, draft["lead_id"], seen=seen, to=to, limits=brokerage.lead_limits, now=now)
    return await done_with_lead(session, actor, lead.id, ask.moved(to))


@steps.tap("lead.back", right=Right.MANAGE_LEADS)
async def start_roll_back(session: AsyncSession, actor: Actor, arg: str) -> Start:
    """`arg` is the lead and the stage that its card showed."""
    lead_id, seen = _seen(arg)
    lead = await access_lead(session, actor, lead_id, right=Right.MANAGE_LEADS)
    if lead.stage is not seen:
        raise ScreenOutdated
    check_roll_back(current=lead.stage, reason="·" * LONGEST_REASON)
    return Start(RollBackLeadFlow.reason, {"lead_id": lead.id, "seen": seen.value})


@steps.question(RollBackLeadFlow.reason)
async def ask_roll_back(draft: Draft) -> Screen:
    seen = LeadStage(draft["seen"])
    return ask.roll_back(draft["lead_id"], seen, BACK[seen])


@steps.answer(RollBackLeadFlow.reason)
async def on_roll_back(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, text: str
) -> Done:
    seen = LeadStage(draft["seen"])
    reason = short_text(text, limit=LONGEST_REASON)
    lead = await roll_back_lead(
        session, actor, draft["lead_id"], seen=seen, reason=reason, limits=brokerage.lead_limits, now=now
    )
    return await done_with_lead(session, actor, lead.id, ask.rolled_back(BACK[seen]))


@steps.tap("lead.lose", right=Right.WORK_LEADS)
async def start_losing(session: AsyncSession, actor: Actor, arg: str) -> Start:
    lead = await access_open_lead(session, actor, row_id(arg))
    return Start(LoseLeadFlow.reason, {"lead_id": lead.id})


@steps.question(LoseLeadFlow.reason)
async def ask_reason(draft: Draft) -> Screen:
    return ask.lost_reason(draft["lead_id"])


@steps.pick(LoseLeadFlow.reason)
async def on_reason(draft: Draft, value: str) -> Ask:
    if value not in set(LeadLostReason):
        raise ScreenOutdated
    return _because(draft, value)


@steps.answer(LoseLeadFlow.reason)
async def on_reason_typed(draft: Draft, text: str) -> Ask:
    return _because(draft, typed_reason(text))


def _because(draft: Draft, reason: str) -> Ask:
    draft["reason"] = reason
    return Ask(LoseLeadFlow.confirm)


@steps.question(LoseLeadFlow.confirm)
async def ask_loss(draft: Draft) -> Screen:
    return ask.lost_confirm(draft["lead_id"], draft["reason"])


@steps.confirm(LoseLeadFlow.confirm)
async def on_loss(session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime) -> Done:
    limits = brokerage.lead_limits
    lead = await lose_lead(session, actor, draft["lead_id"], reason=draft["reason"], limits=limits, now=now)
    return await done_with_lead(session, actor, lead.id, ask.lost())


def _seen(arg: str) -> tuple[int, LeadStage]:
    lead, _, stage = arg.partition(":")
    if stage not in set(LeadStage) or stage not in {*FORWARD, *BACK}:
        raise ScreenOutdated
    return row_id(lead), LeadStage(stage)
