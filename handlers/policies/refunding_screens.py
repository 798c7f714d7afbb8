"""Questions about money that goes back to a client."""

from datetime import date

from handlers.common.days import past_day_rows
from handlers.policies.money_screens import ask_why, confirm_chips, policy_line, reason_rows, whole_chip
from models.money import Money
from services.conversation.values import Chip, Screen, Text, text
from services.policies.payments import PaymentLine
from services.policies.queries import PolicyCard

NO_MORE = "no-more"
DROP_REASONS = ("refund-kept", "refund-counted-wrong")
REVERSE_REASONS = ("refund-mistake", "payment-bounced")
DROP_REVERSE_REASONS = ("drop-mistake", "refund-comes")


def amount(policy: PolicyCard) -> Screen:
    lines = [
        policy_line(policy.line),
        text("scr-policy-to-refund", amount=policy.to_refund),
        text("ask-refund-amount"),
    ]
    return Screen(lines, [[whole_chip(policy.to_refund)], [Chip(text("btn-refund-no-more"), NO_MORE)]])


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
    no_more = [[Chip(text("btn-refund-rest-no-more"), NO_MORE)]] if left.amount > 0 else []
    return Screen(lines, [confirm_chips(), *no_more])


def drop_reason(left: Money) -> Screen:
    return Screen([text("ask-refund-drop", rest=left)], reason_rows(DROP_REASONS))


def dropped(given: Money, left: Money) -> Text:
    return text("scr-refund-closed" if given.amount else "scr-refund-now-dropped", amount=given, rest=left)


def recorded(given: Money) -> Text:
    return text("scr-refund-recorded", amount=given)


def reverse_reason(refund: PaymentLine) -> Screen:
    return ask_why(
        "ask-refund-drop-reverse" if refund.dropped else "ask-refund-reverse", refund, reverse_reasons(refund)
    )


def reverse_reasons(refund: PaymentLine) -> tuple[str, ...]:
    return DROP_REVERSE_REASONS if refund.dropped else REVERSE_REASONS


def reversed_(refund: PaymentLine) -> Text:
    return text("scr-refund-drop-now-reversed" if refund.dropped else "scr-refund-now-reversed", amount=refund.amount)
