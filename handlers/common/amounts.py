"""An amount of money, typed."""

from datetime import date, datetime
from typing import Literal

from handlers.common.doubts import doubt_text
from handlers.parsing.money import parse_money
from handlers.parsing.paid import split_day
from handlers.parsing.result import Ask as Doubt
from models.money import Currency, Money
from services.access import Actor
from services.brokerage import Brokerage
from services.conversation.values import Text


def typed_money(typed: str, currency: Currency, *, other: Text | None = None) -> Money | Text:
    """The amount, or what to say when it can't be known; `other` where no other currency will do."""
    said = parse_money(typed, currency=currency)
    if not isinstance(said, Money):
        return doubt_text(said, typed, "err-money-not-understood")
    return other if other is not None and said.currency is not currency else said


def typed_payment(
    typed: str,
    currency: Currency,
    actor: Actor,
    brokerage: Brokerage,
    now: datetime,
    *,
    want: Literal["future", "past"] = "past",
    other: Text | None = None,
) -> tuple[Money, date | None] | Text:
    """The amount with the day where one is said, «18140 вчера»; or what to say when either can't be known."""
    words, day = split_day(typed, now=now.astimezone(brokerage.zone), want=want, lang=actor.language)
    if isinstance(day, Doubt):
        return doubt_text(day, typed, "err-date-not-understood")
    money = typed_money(words, currency, other=other)
    return money if isinstance(money, Text) else (money, day.date if day else None)
