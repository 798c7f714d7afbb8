"""Money that goes back to a client: recorded against what he is to get, less than that and no more, reversed."""

from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.amounts import typed_money
from handlers.common.answers import is_all, is_no, is_yes, short_text
from handlers.common.days import typed_past_day
from handlers.common.ids import row_id
from handlers.kit.calendar import chosen_day
from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Steps
from handlers.policies import refunding_screens as ask
from handlers.policies.money_screens import OTHER_DAY, YES
from handlers.policies.shown import done_with_policy
from handlers.policies.states import RefundFlow, ReverseRefundFlow
from models.money import Money
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.conversation.values import Screen, Text
from services.errors import ScreenOutdated
from services.policies.drop_refund import DropRefund, drop_refund
from services.policies.errors import AlreadyRefunded, NothingToRefund, RefundTakenBack
from services.policies.payments import find_refund
from services.policies.queries import PolicyCard, find_policy_card
from services.policies.refund import RecordRefund, record_refund, reverse_refund
from services.policies.rules import check_refunded_on, check_within_refund

steps = Steps()
steps.flow(RefundFlow, right=Right.RECORD_PAYMENTS)
steps.flow(ReverseRefundFlow, right=Right.RECORD_PAYMENTS)


@steps.tap("policy.refund", right=Right.RECORD_PAYMENTS)
async def start(session: AsyncSession, actor: Actor, today: date, arg: str) -> Start:
    card = await find_policy_card(session, actor, row_id(arg), today=today)
    if not card.to_refund.amount:
        raise NothingToRefund
    return Start(RefundFlow.amount, {"policy_id": card.line.id})


async def _card(session: AsyncSession, actor: Actor, draft: Draft, today: date) -> PolicyCard:
    return await find_policy_card(session, actor, draft["policy_id"], today=today)


@steps.question(RefundFlow.amount)
async def ask_amount(session: AsyncSession, actor: Actor, draft: Draft, today: date) -> Screen:
    """What is owed now is what the answer is about."""
    card = await _card(session, actor, draft, today)
    if not card.to_refund.amount:
        raise NothingToRefund
    draft["seen_rest"] = card.to_refund.amount
    return ask.amount(card)


@steps.pick(RefundFlow.amount)
async def on_whole(session: AsyncSession, actor: Actor, draft: Draft, today: date, value: str) -> Ask:
    if value == ask.NO_MORE:
        return _nothing_more(draft)
    return _for(draft, (await _card(session, actor, draft, today)).to_refund, today)


@steps.answer(RefundFlow.amount)
async def on_amount(session: AsyncSession, actor: Actor, draft: Draft, today: date, text: str) -> Ask:
    rest = (await _card(session, actor, draft, today)).to_refund
    if is_no(text):
        return _nothing_more(draft)
    if is_yes(text) or is_all(text):
        return _for(draft, rest, today)
    said = typed_money(text, rest.currency, other=ask.currency_problem(rest))
    if isinstance(said, Text):
        return Ask(RefundFlow.amount, problem=said)
    check_within_refund(said, rest)
    return _for(draft, said, today)


def _nothing_more(draft: Draft) -> Ask:
    draft["amount"] = 0
    return Ask(RefundFlow.reason)


def _for(draft: Draft, amount: Money, today: date) -> Ask:
    draft["amount"], draft["paid_on"] = amount.amount, today.isoformat()
    return Ask(RefundFlow.confirm)


@steps.question(RefundFlow.day)
async def ask_day(draft: Draft, today: date) -> Screen:
    return ask.day(draft.view, today)


@steps.pick(RefundFlow.day)
async def on_day(draft: Draft, today: date, value: str) -> Ask:
    return _on(draft, chosen_day(value), today)


@steps.answer(RefundFlow.day)
async def on_day_typed(actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, today: date, text: str) -> Ask:
    day = typed_past_day(text, actor, brokerage, now)
    return Ask(RefundFlow.day, problem=day) if isinstance(day, Text) else _on(draft, day, today)


def _on(draft: Draft, day: date, today: date) -> Ask:
    check_refunded_on(day, today=today)
    draft["paid_on"] = day.isoformat()
    return Ask(RefundFlow.confirm)


@steps.question(RefundFlow.confirm)
async def ask_confirm(session: AsyncSession, actor: Actor, draft: Draft, today: date) -> Screen:
    card = await _card(session, actor, draft, today)
    given = Money(draft["amount"], card.to_refund.currency)
    return ask.confirm(card, given, date.fromisoformat(draft["paid_on"]))


@steps.answer(RefundFlow.confirm)
async def on_confirm_typed(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, today: date, text: str
) -> Ask | Done:
    """A yes, or the day on which the money went."""
    if is_yes(text):
        return await on_confirm(session, actor, draft, now, today, YES)
    day = typed_past_day(text, actor, brokerage, now)
    return Ask(RefundFlow.confirm, problem=day) if isinstance(day, Text) else _on(draft, day, today)


@steps.pick(RefundFlow.confirm)
async def on_confirm(
    session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date, value: str
) -> Ask | Done:
    if value == OTHER_DAY:
        return Ask(RefundFlow.day)
    if value == ask.NO_MORE:
        return Ask(RefundFlow.reason)
    try:
        note = ask.recorded(await _record(session, actor, draft, now, today))
    except AlreadyRefunded as refunded:
        note = Text(f"err-{refunded.code}", refunded.params)
    return await done_with_policy(session, actor, draft["policy_id"], note, today=today)


async def _record(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date) -> Money:
    command = RecordRefund(
        policy_id=draft["policy_id"],
        amount=draft["amount"],
        paid_on=date.fromisoformat(draft["paid_on"]),
        seen_rest=draft["seen_rest"],
        intent_key=f"refund-{draft.token}",
    )
    return await record_refund(session, actor, command, now=now, today=today)


@steps.question(RefundFlow.reason)
async def ask_drop_reason(session: AsyncSession, actor: Actor, draft: Draft, today: date) -> Screen:
    currency = (await _card(session, actor, draft, today)).to_refund.currency
    return ask.drop_reason(Money(draft["seen_rest"] - draft["amount"], currency))


@steps.pick(RefundFlow.reason)
async def on_drop_reason(
    session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date, value: str
) -> Done:
    if value not in ask.DROP_REASONS:
        raise ScreenOutdated
    return await _drop(session, actor, draft, value, now, today)


@steps.answer(RefundFlow.reason)
async def on_drop_reason_typed(
    session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date, text: str
) -> Done:
    return await _drop(session, actor, draft, short_text(text), now, today)


async def _drop(session: AsyncSession, actor: Actor, draft: Draft, reason: str, now: datetime, today: date) -> Done:
    """What has come is recorded first."""
    policy_id, given, rest = draft["policy_id"], draft["amount"], draft["seen_rest"] - draft["amount"]
    command = DropRefund(policy_id=policy_id, seen_rest=rest, reason=reason, intent_key=draft.token)
    try:
        if given:
            await _record(session, actor, draft, now, today)
        left = await drop_refund(session, actor, command, now=now, today=today)
        note = ask.dropped(Money(given, left.currency), left)
    except AlreadyRefunded as refunded:
        note = Text(f"err-{refunded.code}", refunded.params)
    return await done_with_policy(session, actor, policy_id, note, today=today)


@steps.tap("policy.unrefund", right=Right.RECORD_PAYMENTS)
async def start_reversing(session: AsyncSession, actor: Actor, arg: str) -> Start:
    refund = await find_refund(session, actor, row_id(arg))
    if not refund.reversible:
        raise RefundTakenBack
    return Start(ReverseRefundFlow.reason, {"refund_id": refund.id})


@steps.question(ReverseRefundFlow.reason)
async def ask_reason(session: AsyncSession, actor: Actor, draft: Draft) -> Screen:
    return ask.reverse_reason(await find_refund(session, actor, draft["refund_id"]))


@steps.pick(ReverseRefundFlow.reason)
async def on_reason(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date, value: str) -> Done:
    if value not in ask.reverse_reasons(await find_refund(session, actor, draft["refund_id"])):
        raise ScreenOutdated
    return await _reverse(session, actor, draft, value, now, today)


@steps.answer(ReverseRefundFlow.reason)
async def on_reason_typed(
    session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date, text: str
) -> Done:
    return await _reverse(session, actor, draft, short_text(text), now, today)


async def _reverse(session: AsyncSession, actor: Actor, draft: Draft, reason: str, now: datetime, today: date) -> Done:
    refund = await find_refund(session, actor, draft["refund_id"])
    await reverse_refund(session, actor, refund.id, reason=reason, now=now, today=today)
    return await done_with_policy(session, actor, refund.policy_id, ask.reversed_(refund), today=today)
