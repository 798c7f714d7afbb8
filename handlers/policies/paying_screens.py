"""Questions about payments of clients, and the list of them."""

from collections.abc import Sequence
from datetime import date

from handlers.common.days import past_day_rows
from handlers.policies.money_screens import ask_why, confirm_chips, policy_line, whole_chip
from handlers.policies.screens import A_ROW, overdue_line
from handlers.policies.words import numeric
from models.money import Money
from services.access import Actor, Right
from services.conversation.rows import in_rows
from services.conversation.values import Button, Chip, Moment, Param, Screen, Text, text
from services.policies.allot import share_out
from services.policies.payments import PaymentLine
from services.policies.queries import InstalmentLine, PolicyCard
from services.policies.words import reason_words

ALL = "all"
REVERSE_REASONS = ("payment-mistake", "payment-bounced", "payment-other-policy")


def amount(policy: PolicyCard, next_due: InstalmentLine) -> Screen:
    line = policy.line
    lines = [
        policy_line(line),
        overdue_line(line),
        text(
            "scr-payment-next",
            number=str(next_due.number),
            count=str(policy.count),
            rest=next_due.rest,
            due=next_due.due_on,
        ),
        text("ask-payment-amount"),
    ]
    rows = [[whole_chip(next_due.rest)]]
    if line.rest.amount != next_due.rest.amount:
        rows.append([Chip(text("btn-payment-all", amount=line.rest), ALL)])
    return Screen(lines, rows)


def currency_problem(rest: Money) -> Text:
    return text("err-payment-currency", rest=rest)


def day(view: str | None, today: date) -> Screen:
    return Screen([text("ask-payment-day")], past_day_rows(view, today=today))


def confirm(policy: PolicyCard, instalment_id: int, amount: int, paid_on: date) -> Screen:
    whole = Money(amount, policy.line.premium.currency)
    lines = [
        text("ask-payment-confirm"),
        text("scr-payment-received", amount=whole, day=paid_on),
        *_where_it_goes(policy, instalment_id, amount),
    ]
    return Screen(lines, [confirm_chips()])


def _where_it_goes(policy: PolicyCard, instalment_id: int, amount: int) -> list[Text]:
    in_turn = sorted(policy.instalments, key=lambda each: each.id != instalment_id)
    lines = []
    for each, share in share_out(in_turn, [each.rest.amount for each in in_turn], amount):
        currency = each.amount.currency
        left = each.rest.amount - share
        key = "scr-payment-part" if left else "scr-payment-closes"
        params = {"left": Money(left, currency)} if left else {}
        lines.append(text(key, number=str(each.number), amount=Money(share, currency), **params))
    return lines


def recorded(amount: Money) -> Text:
    return text("scr-payment-recorded", amount=amount)


def payments(policy: PolicyCard, paid: Sequence[PaymentLine], refunds: Sequence[PaymentLine], actor: Actor) -> Screen:
    """Those that can be reversed have a number to tap; what went back to the client comes first."""
    listed = [("policy.unrefund", each) for each in refunds] + [("policy.reverse", each) for each in paid]
    lines = [_refund_line(number, each) for number, each in enumerate(refunds, start=1)]
    lines += [_payment_line(number, each) for number, each in enumerate(paid, start=len(refunds) + 1)]
    numbered = [
        Button(text("btn-payment-reverse", number=str(number)), verb, each.id)
        for number, (verb, each) in enumerate(listed, start=1)
        if each.reversible and actor.may(Right.RECORD_PAYMENTS)
    ]
    half = A_ROW // 2
    rows = in_rows(numbered, half)
    rows.append([Button(text("btn-policy-card"), "policy.card", policy.line.id)])
    title = text("scr-payments", number=policy.line.number, paid=policy.paid, premium=policy.line.premium)
    return Screen([title, *(lines or [text("scr-payments-none")])], rows, subject=f"deal:{policy.line.deal_id}")


def _known(number: int, line: PaymentLine) -> dict[str, Param]:
    return {"number": str(number), "day": numeric(line.paid_on), "by": line.by, "at": Moment(line.at)}


def _refund_line(number: int, refund: PaymentLine) -> Text:
    known = {**_known(number, refund), "reason": reason_words(refund.reason or "")}
    if refund.reverses:
        key = "scr-refund-dropped-reversal" if refund.dropped else "scr-refund-reversal"
        return text(key, amount=-refund.amount, **known)
    if refund.reversible:
        return text("scr-refund-dropped" if refund.dropped else "scr-refund-paid", amount=refund.amount, **known)
    key = "scr-refund-dropped-reversed" if refund.dropped else "scr-refund-reversed"
    return text(key, amount=refund.amount, **known)


def _payment_line(number: int, payment: PaymentLine) -> Text:
    known = _known(number, payment)
    if payment.amount.amount < 0:
        key = "scr-payment-reversal" if payment.reverses else "scr-payment-refund"
        return text(key, amount=-payment.amount, reason=reason_words(payment.reason or ""), **known)
    return text("scr-payment-in" if payment.reversible else "scr-payment-reversed", amount=payment.amount, **known)


def reverse_reason(payment: PaymentLine) -> Screen:
    return ask_why("ask-payment-reverse", payment, REVERSE_REASONS)


def reversed_() -> Text:
    return text("scr-payment-now-reversed")
