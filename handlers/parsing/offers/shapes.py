"""Offers as JSON."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from handlers.parsing.offers.result import NoDeductible, OfferLine, Percent, Split, Term
from handlers.parsing.result import Ask
from models.money import Money

_FIELDS = ("insurer", "premium", "deductible", "commission", "sum_insured", "instalments", "term", "programme")


@dataclass(frozen=True, slots=True)
class OffersJson:
    """A list with the fields of each offer, `valid_until` where it is said; or "none"."""

    offers: list[dict[str, Any]] | str


def offers_as_json(offers: Sequence[OfferLine] | None) -> OffersJson:
    if offers is None:
        return OffersJson("none")
    return OffersJson([_offer(offer) for offer in offers])


def _offer(offer: OfferLine) -> dict[str, Any]:
    shape = {name: _as_json(name, getattr(offer, name)) for name in _FIELDS}
    return shape if offer.valid_until is None else {**shape, "valid_until": _as_json("valid_until", offer.valid_until)}


def _as_json(name: str, value: object) -> Any:
    match value:
        case Ask(why):
            return {"ask": why}
        case Money(amount, currency):
            money = {"amount": amount, "currency": currency.value}
            return {"type": "amount", **money} if name == "deductible" else money
        case NoDeductible():
            return {"type": "none"}
        case Percent(percent):
            return {"type": "percent", "percent": _plain(percent)}
        case Decimal():
            return _plain(value)
        case date():
            return value.isoformat()
        case Split(count, shares):
            return {"count": count, "shares": [_plain(share) for share in shares]} if shares else {"count": count}
        case Term(months, days):
            return {"months": months} if months else {"days": days}
        case _:
            return value


def _plain(number: Decimal) -> str:
    """Without trailing zeros: «0.50» and «0,5» are one per cent."""
    return f"{number.normalize():f}"
