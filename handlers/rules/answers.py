"""Typed answers to the questions of a new rule: the value that a chip would have, or what to say instead."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from handlers.clients.parse import parse_email
from handlers.common.amounts import typed_money
from handlers.common.answers import name_text
from handlers.rules.choices import Choice
from handlers.rules.parse import (
    ANY,
    LONGEST_HOURS,
    NONE,
    parse_chat,
    parse_choice,
    parse_delay,
    parse_hours,
    parse_score,
)
from models.automation_rule import LONGEST_NAME
from models.lead import SCORE_UNIT
from models.money import Money
from services.automation.rules.address import check_webhook_url
from services.brokerage import Brokerage
from services.conversation.values import Text, text
from services.leads.rules import LEAST_SCORE

SHOWN = 60


def read_typed(field: str, typed: str, offered: Sequence[Choice], brokerage: Brokerage) -> str | Text:
    """Raises WebhookAddressRefused, and what no name can be."""
    match field:
        case "score_from":
            return _number(
                parse_score(typed, least=LEAST_SCORE),
                text("err-rule-number-not-understood", typed=_cut(typed), **_SCORES),
            )
        case "hours":
            return _number(parse_hours(typed), text("err-rule-number-not-understood", typed=_cut(typed), **_HOURS))
        case "delay":
            return _number(parse_delay(typed), text("err-rule-delay-not-understood", typed=_cut(typed)))
        case "chat_id":
            return _number(parse_chat(typed), text("err-rule-chat-not-understood", typed=_cut(typed)))
        case "amount_from" if parse_choice(typed, [ANY]) is None:
            return _amount(typed, brokerage)
        case "url":
            return check_webhook_url(typed, local_hosts=brokerage.local_hosts)
        case "email":
            return _email(typed)
        case "name" if parse_choice(typed, [NONE]) is None:
            return name_text(typed, limit=LONGEST_NAME)
        case _:
            return _choice(typed, offered)


_SCORES: Mapping[str, Decimal | int] = {"least": Decimal(LEAST_SCORE) / SCORE_UNIT, "most": 1}
_HOURS: Mapping[str, Decimal | int] = {"least": 1, "most": LONGEST_HOURS}


def _number(value: int | None, problem: Text) -> str | Text:
    return problem if value is None else str(value)


def _amount(typed: str, brokerage: Brokerage) -> str | Text:
    said = typed_money(typed, brokerage.currency, other=text("err-rule-choice-not-understood", typed=_cut(typed)))
    return str(said.amount) if isinstance(said, Money) else said


def _email(typed: str) -> str | Text:
    address = parse_email(typed)
    return text("err-rule-email-not-understood", typed=_cut(typed)) if address is None else address


def _choice(typed: str, offered: Sequence[Choice]) -> str | Text:
    """By its words, or by a part of a name that fits no other."""
    said = " ".join(typed.casefold().split())
    value = parse_choice(typed, [choice.value for choice in offered])
    if value is not None:
        return value
    whole = [one.value for one in offered if said in (name.casefold() for name in one.names)]
    part = [one.value for one in offered if said and any(said in name.casefold() for name in one.names)]
    found = whole or part
    return found[0] if len(found) == 1 else text("err-rule-choice-not-understood", typed=_cut(typed))


def _cut(typed: str) -> str:
    return typed[:SHOWN]
