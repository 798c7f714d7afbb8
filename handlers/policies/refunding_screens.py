"""Questions about money that goes back to a client."""

from datetime import date

from handlers.common.days import past_day_rows
from models.money import Money
from services.conversation.values import Chip, Parts, Screen, Style, Text, text
from services.policies.payments import PaymentLine
from services.policies.queries import PolicyCard

WHOLE, YES, OTHER_DAY = "whole", "yes", "day"
REVERSE_REASONS = ("refund-mistake", "payment-bounced")


def amount(policy: PolicyCard) -> Screen:
    line = policy.line
    lines = [
        text("scr-policy-parts", parts=Parts([text("policy-number", number=line.number), line.insurer])),
        text("scr-policy-to-refund", amount=policy.to_refund),
        text("ask-refund-amount"),
    ]
    return Screen(lines, [[Chip(text("btn-payment-whole", amount=policy.to_refund), WHOLE, Style.SUCCESS)]])


def currency_problem(rest: Money) -> Text:
    return text("err-refund-currency", rest=rest)


def day(view: str | None, today: date) -> Screen:
    return Screen([text("ask-refund-day")], past_day_rows(view, today=today))


def confirm(policy: PolicyCard, given: Money, paid_on: date) -> Screen:
    left = policy.to_refund - given
    lines = [
        text("ask-refund-confirm"),
        text("scr-refund-given", amount=given, day=paid_on),
        text("scr-refund-left", rest=left) if left.amount > 0 else None,
    ]
    chips = [Chip(text("btn-payment-save"), YES, Style.SUCCESS), Chip(text("btn-payment-day"), OTHER_DAY)]
    return Screen(lines, [chips])


def recorded(given: Money) -> Text:
    return text("scr-refund-recorded", amount=given)


def reverse_reason(refund: PaymentLine) -> Screen:
    rows = [[Chip(text(f"reason-{reason}"), reason)] for reason in REVERSE_REASONS]
    return Screen([text("ask-refund-reverse", amount=refund.amount, day=refund.paid_on, by=refund.by)], rows)


def reversed_() -> Text:
    return text("scr-refund-now-reversed")
