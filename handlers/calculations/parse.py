"""What is typed about offers: whole lines of them, and the answer to one field."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from handlers.common.amounts import typed_money
from handlers.common.answers import long_text, short_text
from handlers.common.days import typed_future_day
from handlers.common.doubts import doubt_text
from handlers.common.insurers import typed_insurer
from handlers.parsing.offers import InsurerBook, OfferLine, parse_offers
from handlers.parsing.offers.insurers import name_key
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


def of_insurer(line: Line, book: InsurerBook, words: str) -> str:
    """The words as a line of the offer's insurer; of any other while it is in doubt."""
    code = line["insurer"] if isinstance(line["insurer"], str) else book.any_code
    return f"{name_key(code)} {words}"


def beside_premium(line: Line, words: str) -> str:
    """The words after the offer's premium, or any other while it is in doubt."""
    premium = line["premium"] or {}
    price = f"{premium['amount'] // 100} {premium['currency']}" if "amount" in premium else _ANY_PREMIUM
    return f"{price} {words}"


def currency_of(line: Line, otherwise: Currency) -> Currency:
    premium = line.get("premium")
    return Currency(premium["currency"]) if premium and "currency" in premium else otherwise


def _money(typed: str, currency: Currency) -> dict[str, Any] | Text:
    money = typed_money(typed, currency)
    return money if isinstance(money, Text) else {"amount": money.amount, "currency": money.currency.value}


def _by_word(field: str, typed: str, line: Line, book: InsurerBook, brokerage: Brokerage, now: datetime) -> Any | Text:
    """Read as a part of an offer: as it stands, or with the word that names it."""
    currency = currency_of(line, brokerage.currency)
    doubt: str | None = None
    for words in (typed, f"{BY_WORD[field]} {typed}"):
        whole = of_insurer(line, book, f"{_ANY_PREMIUM} {words}")
        offers = typed_lines(whole, book, brokerage.region, currency, brokerage.today(now))
        value = offers[0][field] if len(offers) == 1 else None
        match value:
            case {"ask": str(why)}:
                doubt = why
            case None:
                pass
            case _:
                return value
    return doubt_text(Ask(doubt) if doubt else None, typed, f"err-{field}-not-understood")


def retyped(line: Line, insurer: str) -> str:
    """A clear line as one would type it, corrections included."""
    instalments, term = line.get("instalments") or {}, line.get("term") or {}
    said = [
        f"{insurer} {_amount(line['premium'])}",
        _deductible(line.get("deductible")),
        f"КВ {line['commission']}%" if line.get("commission") else None,
        f"СС {_amount(line['sum_insured'])}" if line.get("sum_insured") else None,
        f"рассрочка {instalments['count']}" if instalments.get("count", 1) > 1 else None,
        f"срок {term['months']} мес" if term.get("months") else None,
        f"«{line['programme']}»" if line.get("programme") else None,
        f"до {date.fromisoformat(line['valid_until']):%d.%m.%Y}" if line.get("valid_until") else None,
        line.get("conditions"),
    ]
    return ", ".join(filter(None, said))


def _amount(value: Mapping[str, Any]) -> str:
    whole, minor = divmod(value["amount"], 100)
    return f"{whole},{minor:02} {value['currency']}" if minor else f"{whole} {value['currency']}"


def _deductible(value: Mapping[str, Any] | None) -> str | None:
    if value is None:
        return None
    match value["type"]:
        case "none":
            return "без франшизы"
        case "percent":
            return f"фр {value['percent']}%"
        case _:
            return f"фр {_amount(value)}"
