"""What questions about payments and about refunds have in common."""

from collections.abc import Sequence

from models.money import Money
from services.conversation.values import Chip, Parts, Screen, Style, Text, text
from services.policies.payments import PaymentLine
from services.policies.queries import PolicyLine

WHOLE, YES, OTHER_DAY = "whole", "yes", "day"


def policy_line(line: PolicyLine) -> Text:
    return text("scr-policy-parts", parts=Parts([text("policy-number", number=line.number), line.insurer]))


def whole_chip(amount: Money) -> Chip:
    return Chip(text("btn-payment-whole", amount=amount), WHOLE, Style.SUCCESS)


def confirm_chips() -> list[Chip]:
    return [Chip(text("btn-payment-save"), YES, Style.SUCCESS), Chip(text("btn-payment-day"), OTHER_DAY)]


def ask_why(key: str, line: PaymentLine, reasons: Sequence[str]) -> Screen:
    return Screen([text(key, amount=line.amount, day=line.paid_on, by=line.by)], reason_rows(reasons))


def reason_rows(reasons: Sequence[str]) -> list[list[Chip]]:
    return [[Chip(text(f"reason-{reason}"), reason)] for reason in reasons]
