"""What is typed about offers: whole lines of them, and the answer to one field."""

import re
from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from handlers.common.amounts import typed_money
from handlers.common.answers import long_text, short_text
from handlers.common.days import typed_future_day
from handlers.common.doubts import doubt_text
from handlers.common.insurers import typed_insurer
from handlers.parsing.offers import InsurerBook, OfferLine, parse_offers
from handlers.parsing.offers.shapes import offers_as_json
from handlers.parsing.result import Ask
from models.money import Currency
from services.access import Actor
from services.brokerage import Brokerage
from services.conversation.values import Text

Line = dict[str, Any]

MONEY = ("premium", "sum_insured")
BY_WORD = {"deductible": "франшиза", "commission": "КВ", "instalments": "рассрочка", "term": "срок"}
LONGEST_PROGRAMME = 120
LONGEST_CONDITIONS = 1000
_ANY_PREMIUM = "48 200"
_UP_TO_THREE_FIGURES = re.compile(r"[1-9]\d{0,2}")


def typed_lines(typed: str, book: InsurerBook, region: str, currency: Currency, today: date) -> list[Line]:
    """One for each offer, in the shapes of `crm parse offers` with the text they came from.

    A question keeps the parameters of its words.
    """
    offers = parse_offers(typed, currency=currency, region=region, insurers=book, today=today) or []
    shapes = offers_as_json(offers).offers
    assert isinstance(shapes, list)  # noqa: S101 - it is a string for None only
    return [
        {**shape, **_asked(offer), "source": offer.source, "unknown": offer.unknown}
        for shape, offer in zip(shapes, offers, strict=True)
    ]


def _asked(offer: OfferLine) -> Line:
    values = {name: getattr(offer, name) for name in (*MONEY, *BY_WORD)}
    return {
        name: {"ask": value.why, "params": dict(value.params)}
        for name, value in values.items()
        if isinstance(value, Ask) and value.params
    }


def typed_field(
    field: str, typed: str, line: Line, book: InsurerBook, actor: Actor, brokerage: Brokerage, now: datetime
) -> Any | Text:
    """The field's value as a line keeps it, or what to say."""
    if field == "insurer":
        found = typed_insurer(typed, book, brokerage.region)
        return found if isinstance(found, str) else doubt_text(found, typed, "err-insurer-not-understood")
    if field == "premium" and _UP_TO_THREE_FIGURES.fullmatch(typed.strip()):
        return doubt_text(Ask("premium-unit", {"thousands": f"{typed.strip()} 000"}), typed, "err-money-not-understood")
    if field in MONEY:
        return _money(typed, currency_of(line, brokerage.currency))
    if field == "valid_until":
        day = typed_future_day(typed, actor, brokerage, now)
        return day if isinstance(day, Text) else day.isoformat()
    if field == "programme":
        return short_text(typed, limit=LONGEST_PROGRAMME)
    if field == "conditions":
        return long_text(typed, limit=LONGEST_CONDITIONS)
    return _by_word(field, typed, line, book, brokerage, now)


def currency_of(line: Line, otherwise: Currency) -> Currency:
    premium = line.get("premium")
    return Currency(premium["currency"]) if premium and "currency" in premium else otherwise


def _money(typed: str, currency: Currency) -> dict[str, Any] | Text:
    money = typed_money(typed, currency)
    return money if isinstance(money, Text) else {"amount": money.amount, "currency": money.currency.value}


def _by_word(
    field: str, typed: str, line: Line, book: InsurerBook, brokerage: Brokerage, now: datetime
) -> Any | Text:
    """Read as a part of an offer: as it stands, or with the word that names it."""
    currency = currency_of(line, brokerage.currency)
    doubt: str | None = None
    for words in (typed, f"{BY_WORD[field]} {typed}"):
        typed_line = f"{line['insurer']} {_ANY_PREMIUM} {words}"
        offers = typed_lines(typed_line, book, brokerage.region, currency, brokerage.today(now))
        value = offers[0][field] if len(offers) == 1 else None
        match value:
            case {"ask": str(why)}:
                doubt = why
            case None:
                pass
            case _:
                return value
    return doubt_text(Ask(doubt) if doubt else None, typed, f"err-{field}-not-understood")


def typed_in_doubt(
    doubtful: Collection[str],
    typed: str,
    line: Line,
    book: InsurerBook,
    actor: Actor,
    brokerage: Brokerage,
    now: datetime,
) -> Line | Text:
    """A bare answer to what an offer can't be without: the field it was taken for, or what to say."""
    problems: dict[str, Text] = {}
    for field in ("insurer", "premium"):
        if field in doubtful:
            value = typed_field(field, typed, line, book, actor, brokerage, now)
            if not isinstance(value, Text):
                return {field: value}
            problems[field] = value
    likely = "premium" if any(letter.isdigit() for letter in typed) else "insurer"
    return problems.get(likely) or doubt_text(None, typed, "err-offers-not-understood")
