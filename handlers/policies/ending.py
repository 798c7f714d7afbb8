"""Ends a policy before its last day: cancels or annuls it."""

from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.amounts import typed_money
from handlers.common.answers import is_all, is_no, short_text
from handlers.common.days import typed_any_day
from handlers.common.ids import row_id
from handlers.kit.calendar import chosen_day
from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Steps
from handlers.policies import changing_screens as ask
from handlers.policies.drafted import day_of
from handlers.policies.paying_screens import currency_problem
from handlers.policies.shown import done_with_policy
from handlers.policies.states import EndPolicyFlow
from models.money import Money
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.conversation.values import Screen, Text
from services.errors import ScreenOutdated
from services.ledger.expect import find_commission_at_stake
from services.policies.access import access_running_policy
from services.policies.end import CancelPolicy, annul_policy, cancel_policy
from services.policies.queries import PolicyCard, find_policy_card
from services.policies.rules import check_reason, check_refund, check_within_term, unused_part

steps = Steps()
steps.flow(EndPolicyFlow, right=Right.FILE_POLICIES)


@steps.tap("policy.cancel", right=Right.FILE_POLICIES)
async def start_cancelling(session: AsyncSession, actor: Actor, arg: str) -> Start:
    return Start(EndPolicyFlow.day, await opening_values(session, actor, arg) | {"how": ask.CANCEL})


@steps.tap("policy.annul", right=Right.FILE_POLICIES)
async def start_annulling(session: AsyncSession, actor: Actor, arg: str) -> Start:
    return Start(EndPolicyFlow.reason, await opening_values(session, actor, arg) | {"how": ask.ANNUL})


async def opening_values(session: AsyncSession, actor: Actor, arg: str) -> dict[str, str | int]:
    policy, _ = await access_running_policy(session, actor, row_id(arg), right=Right.FILE_POLICIES)
    return {
        "policy_id": policy.id,
        "number": policy.number,
        "starts_on": policy.starts_on.isoformat(),
        "ends_on": policy.ends_on.isoformat(),
    }


async def _card(session: AsyncSession, actor: Actor, draft: Draft, today: date) -> PolicyCard:
    return await find_policy_card(session, actor, draft["policy_id"], today=today)


@steps.question(EndPolicyFlow.day)
async def ask_day(draft: Draft, today: date) -> Screen:
    return ask.end_day(draft.values, draft.view, today)


@steps.pick(EndPolicyFlow.day)
async def on_day(session: AsyncSession, actor: Actor, draft: Draft, today: date, value: str) -> Ask:
    return await _end_on(session, actor, draft, chosen_day(value), today)


@steps.answer(EndPolicyFlow.day)
async def on_day_typed(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, today: date, text: str
) -> Ask:
    day = typed_any_day(text, actor, brokerage, now)
    if isinstance(day, Text):
        return Ask(EndPolicyFlow.day, problem=day)
    return await _end_on(session, actor, draft, day, today)


async def _end_on(session: AsyncSession, actor: Actor, draft: Draft, day: date, today: date) -> Ask:
    """Where nothing was paid there is nothing to give back."""
    check_within_term(day, day_of(draft.values, "starts_on"), day_of(draft.values, "ends_on"))
    draft["ended_on"] = day.isoformat()
    if (await _card(session, actor, draft, today)).paid.amount:
        return Ask(EndPolicyFlow.refund)
    draft["refund"] = 0
    return Ask(EndPolicyFlow.reason)


def _unused(card: PolicyCard, draft: Draft) -> Money:
    line = card.line
    return unused_part(line.premium, card.paid, line.starts_on, line.ends_on, day_of(draft.values, "ended_on"))


@steps.question(EndPolicyFlow.refund)
async def ask_refund(session: AsyncSession, actor: Actor, draft: Draft, today: date) -> Screen:
    card = await _card(session, actor, draft, today)
    return ask.refund(draft.values, card.paid, _unused(card, draft))


@steps.pick(EndPolicyFlow.refund)
async def on_refund(session: AsyncSession, actor: Actor, draft: Draft, today: date, value: str) -> Ask:
    card = await _card(session, actor, draft, today)
    amounts = {ask.NOTHING: 0, ask.PART: _unused(card, draft).amount, ask.ALL: card.paid.amount}
    if value not in amounts:
        raise ScreenOutdated
    draft["refund"] = amounts[value]
    return Ask(EndPolicyFlow.reason)


@steps.answer(EndPolicyFlow.refund)
async def on_refund_typed(session: AsyncSession, actor: Actor, draft: Draft, today: date, text: str) -> Ask:
    if is_no(text) or text.strip() == "0":
        return await on_refund(session, actor, draft, today, ask.NOTHING)
    if is_all(text):
        return await on_refund(session, actor, draft, today, ask.ALL)
    paid = (await _card(session, actor, draft, today)).paid
    said = typed_money(text, paid.currency, other=currency_problem(paid))
    if isinstance(said, Text):
        return Ask(EndPolicyFlow.refund, problem=said)
    check_refund(said, paid)
    draft["refund"] = said.amount
    return Ask(EndPolicyFlow.reason)


@steps.question(EndPolicyFlow.reason)
async def ask_reason(draft: Draft) -> Screen:
    return ask.end_reason(draft["how"], draft["number"])


@steps.pick(EndPolicyFlow.reason)
async def on_reason(draft: Draft, value: str) -> Ask:
    if value not in ask.END_REASONS[draft["how"]]:
        raise ScreenOutdated
    draft["reason"] = value
    return Ask(EndPolicyFlow.confirm)


@steps.answer(EndPolicyFlow.reason)
async def on_reason_typed(draft: Draft, text: str) -> Ask:
    draft["reason"] = check_reason(short_text(text))
    return Ask(EndPolicyFlow.confirm)


@steps.question(EndPolicyFlow.confirm)
async def ask_confirm(session: AsyncSession, actor: Actor, draft: Draft, today: date) -> Screen:
    card = await _card(session, actor, draft, today)
    refunded = ask.refunded(draft.values, card)
    taken = await find_commission_at_stake(session, actor, card.line.id, refunded=refunded.amount)
    return ask.end_confirm(draft.values, card, taken)


@steps.confirm(EndPolicyFlow.confirm)
async def on_confirm(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date) -> Done:
    policy_id, reason = draft["policy_id"], draft["reason"]
    if draft["how"] == ask.ANNUL:
        await annul_policy(session, actor, policy_id, reason=reason, now=now, today=today)
    else:
        command = CancelPolicy(
            policy_id=policy_id,
            ended_on=day_of(draft.values, "ended_on"),
            refund=draft["refund"],
            reason=reason,
        )
        await cancel_policy(session, actor, command, now=now, today=today)
    return await done_with_policy(session, actor, policy_id, ask.ended(draft["how"]), today=today)
