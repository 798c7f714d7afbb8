"""What a client has paid: recorded against the next instalment, listed, reversed."""

from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.amounts import typed_payment
from handlers.common.answers import is_all, is_yes, short_text
from handlers.common.days import typed_past_day
from handlers.common.ids import row_id
from handlers.kit.calendar import chosen_day
from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Steps
from handlers.policies import paying_screens as ask
from handlers.policies.money_screens import OTHER_DAY, WHOLE, YES
from handlers.policies.shown import done_with_policy
from handlers.policies.states import PayFlow, ReversePaymentFlow
from models.money import Money
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.conversation.values import Screen, Text
from services.errors import ScreenOutdated
from services.policies.access import access_running_policy
from services.policies.errors import AlreadyPaid, NothingOwed, PaymentTakenBack
from services.policies.give_back import reverse_payment
from services.policies.pay import RecordPayment, record_payment
from services.policies.payments import find_payment, list_payments, list_refunds
from services.policies.queries import PolicyCard, find_policy_card
from services.policies.rules import check_paid_on, check_within_rest

steps = Steps()
steps.flow(PayFlow, right=Right.RECORD_PAYMENTS)
steps.flow(ReversePaymentFlow, right=Right.RECORD_PAYMENTS)


@steps.tap("policy.pay", right=Right.RECORD_PAYMENTS)
async def start(session: AsyncSession, actor: Actor, arg: str) -> Start:
    policy, _ = await access_running_policy(session, actor, row_id(arg), right=Right.RECORD_PAYMENTS)
    return Start(PayFlow.amount, {"policy_id": policy.id})


async def _card(session: AsyncSession, actor: Actor, draft: Draft, today: date) -> PolicyCard:
    return await find_policy_card(session, actor, draft["policy_id"], today=today)


@steps.question(PayFlow.amount)
async def ask_amount(session: AsyncSession, actor: Actor, draft: Draft, today: date) -> Screen:
    """What is owed now is what the answer is about."""
    card = await _card(session, actor, draft, today)
    if card.next_due is None:
        raise NothingOwed
    draft["instalment_id"], draft["seen_rest"] = card.next_due.id, card.line.rest.amount
    return ask.amount(card, card.next_due)


@steps.pick(PayFlow.amount)
async def on_whole(session: AsyncSession, actor: Actor, draft: Draft, today: date, value: str) -> Ask:
    card = await _card(session, actor, draft, today)
    if card.next_due is None:
        raise ScreenOutdated
    return _for(draft, card.line.rest if value == ask.ALL else card.next_due.rest, today)


@steps.answer(PayFlow.amount)
async def on_amount(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, today: date, text: str
) -> Ask:
    """With the day on which it came, where that is said."""
    if is_yes(text) or is_all(text):
        return await on_whole(session, actor, draft, today, ask.ALL if is_all(text) else WHOLE)
    rest = (await _card(session, actor, draft, today)).line.rest
    said = typed_payment(text, rest.currency, actor, brokerage, now, other=ask.currency_problem(rest))
    if isinstance(said, Text):
        return Ask(PayFlow.amount, problem=said)
    amount, day = said
    check_within_rest(amount, rest)
    return _for(draft, amount, today, day)


def _for(draft: Draft, amount: Money, today: date, day: date | None = None) -> Ask:
    draft["amount"] = amount.amount
    return _on(draft, day or today, today)


@steps.question(PayFlow.day)
async def ask_day(draft: Draft, today: date) -> Screen:
    return ask.day(draft.view, today)


@steps.pick(PayFlow.day)
async def on_day(draft: Draft, today: date, value: str) -> Ask:
    return _on(draft, chosen_day(value), today)


@steps.answer(PayFlow.day)
async def on_day_typed(actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, today: date, text: str) -> Ask:
    day = typed_past_day(text, actor, brokerage, now)
    return Ask(PayFlow.day, problem=day) if isinstance(day, Text) else _on(draft, day, today)


def _on(draft: Draft, day: date, today: date) -> Ask:
    check_paid_on(day, today=today)
    draft["paid_on"] = day.isoformat()
    return Ask(PayFlow.confirm)


@steps.question(PayFlow.confirm)
async def ask_confirm(session: AsyncSession, actor: Actor, draft: Draft, today: date) -> Screen:
    card = await _card(session, actor, draft, today)
    return ask.confirm(card, draft["instalment_id"], draft["amount"], date.fromisoformat(draft["paid_on"]))


@steps.answer(PayFlow.confirm)
async def on_confirm_typed(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, today: date, text: str
) -> Ask | Done:
    """A yes, or the day on which the money came."""
    if is_yes(text):
        return await on_confirm(session, actor, draft, now, today, YES)
    day = typed_past_day(text, actor, brokerage, now)
    return Ask(PayFlow.confirm, problem=day) if isinstance(day, Text) else _on(draft, day, today)


@steps.pick(PayFlow.confirm)
async def on_confirm(
    session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date, value: str
) -> Ask | Done:
    if value == OTHER_DAY:
        return Ask(PayFlow.day)
    command = RecordPayment(
        policy_id=draft["policy_id"],
        instalment_id=draft["instalment_id"],
        amount=draft["amount"],
        paid_on=date.fromisoformat(draft["paid_on"]),
        seen_rest=draft["seen_rest"],
        intent_key=f"pay-{draft.token}",
    )
    try:
        note = ask.recorded(await record_payment(session, actor, command, now=now, today=today))
    except AlreadyPaid as paid:
        note = Text(f"err-{paid.code}", paid.params)
    return await done_with_policy(session, actor, command.policy_id, note, today=today)


@steps.tap("policy.payments", right=Right.SEE_DEALS)
async def show_payments(session: AsyncSession, actor: Actor, today: date, arg: str) -> Screen:
    card = await find_policy_card(session, actor, row_id(arg), today=today)
    paid, refunds = (
        await list_payments(session, actor, card.line.id),
        await list_refunds(session, actor, card.line.id),
    )
    return ask.payments(card, paid, refunds, actor)


@steps.tap("policy.reverse", right=Right.RECORD_PAYMENTS)
async def start_reversing(session: AsyncSession, actor: Actor, arg: str) -> Start:
    payment = await find_payment(session, actor, row_id(arg))
    if not payment.reversible:
        raise PaymentTakenBack
    return Start(ReversePaymentFlow.reason, {"payment_id": payment.id, "policy_id": payment.policy_id})


@steps.question(ReversePaymentFlow.reason)
async def ask_reason(session: AsyncSession, actor: Actor, draft: Draft) -> Screen:
    return ask.reverse_reason(await find_payment(session, actor, draft["payment_id"]))


@steps.pick(ReversePaymentFlow.reason)
async def on_reason(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date, value: str) -> Done:
    if value not in ask.REVERSE_REASONS:
        raise ScreenOutdated
    return await _reverse(session, actor, draft, value, now, today)


@steps.answer(ReversePaymentFlow.reason)
async def on_reason_typed(
    session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date, text: str
) -> Done:
    return await _reverse(session, actor, draft, short_text(text), now, today)


async def _reverse(session: AsyncSession, actor: Actor, draft: Draft, reason: str, now: datetime, today: date) -> Done:
    policy = await reverse_payment(session, actor, draft["payment_id"], reason=reason, now=now, today=today)
    return await done_with_policy(session, actor, policy.id, ask.reversed_(), today=today)
