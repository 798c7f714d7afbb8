"""Removes a lead, after asking, and brings it back."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.answers import is_yes
from handlers.common.ids import row_id
from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Steps
from handlers.leads import question_screens as ask
from handlers.leads.reasons import typed_reason
from handlers.leads.shown import card_screen
from handlers.leads.states import DeleteLeadFlow
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.conversation.values import Screen
from services.leads.access import access_lead
from services.leads.delete import delete_lead, restore_lead
from services.leads.errors import LeadExists
from services.leads.words import LeadDeleteReason

steps = Steps()
steps.flow(DeleteLeadFlow, right=Right.DELETE_LEADS)


@steps.tap("lead.delete", right=Right.DELETE_LEADS)
async def start(session: AsyncSession, actor: Actor, arg: str) -> Start:
    lead = await access_lead(session, actor, row_id(arg), right=Right.DELETE_LEADS)
    return Start(DeleteLeadFlow.confirm, {"lead_id": lead.id})


@steps.question(DeleteLeadFlow.confirm)
async def ask_confirm(draft: Draft) -> Screen:
    return ask.delete(draft["lead_id"], draft.get("reason"))


@steps.answer(DeleteLeadFlow.confirm)
async def on_confirm_typed(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, text: str) -> Ask | Done:
    """Anything but a yes is why."""
    if is_yes(text):
        return await on_confirm(session, actor, draft, now, ask.YES)
    draft["reason"] = typed_reason(text)
    return Ask(DeleteLeadFlow.confirm)


@steps.pick(DeleteLeadFlow.confirm)
async def on_confirm(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, value: str) -> Ask | Done:
    """`value` is yes, or one of the usual reasons."""
    if value in set(LeadDeleteReason):
        draft["reason"] = value
        return Ask(DeleteLeadFlow.confirm)
    await delete_lead(session, actor, draft["lead_id"], reason=draft.get("reason"), now=now)
    return Done(ask.deleted(draft["lead_id"]))


@steps.tap("lead.restore", right=Right.MANAGE_LEADS)
async def restore(session: AsyncSession, actor: Actor, brokerage: Brokerage, now: datetime, arg: str) -> Screen:
    """One whose phone another lead has by now leads to that one's card."""
    try:
        to_pool = await restore_lead(session, actor, row_id(arg), limits=brokerage.lead_limits, now=now)
    except LeadExists as refusal:
        return await card_screen(session, actor, refusal.params["lead_id"], ask.collides())
    return await card_screen(session, actor, row_id(arg), ask.restored(to_pool=to_pool))
