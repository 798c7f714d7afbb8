"""A line of offers in the draft: the parser's shape, completed by answers; and the offer that it becomes."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from handlers.calculations.parse import Line
from models.calculation import Calculation, DeductibleKind
from models.insurer import Insurer
from models.money import Currency, Money
from services.calculations.enter import Offer
from services.calculations.plans import PaymentPlan
from services.calculations.queries import OfferTermsView
from services.money.rates import as_percent, from_percent

REQUIRED = ("insurer", "premium")
FIELDS = (
    *REQUIRED,
    "deductible",
    "instalments",
    "commission",
    "sum_insured",
    "programme",
    "term",
    "valid_until",
    "conditions",
)


def doubts_of(line: Line) -> dict[str, str]:
    """Fields that can't be saved as they are, with the parser's reason; "missing" where nothing was said."""
    doubts = {name: value["ask"] for name in FIELDS if isinstance(value := line.get(name), dict) and "ask" in value}
    missing = {name: "missing" for name in REQUIRED if line.get(name) is None}
    two = _two_currencies(line) and "sum_insured" not in doubts
    return {**missing, **doubts, **({"sum_insured": "two-currencies"} if two else {})}


def _two_currencies(line: Line) -> bool:
    found = {
        value["currency"]
        for name in ("premium", "sum_insured", "deductible")
        if isinstance(value := line.get(name), dict) and "currency" in value
    }
    return len(found) > 1


def to_offer(line: Line, insurers: Mapping[str, Insurer]) -> Offer:
    """Of a line without doubts."""
    kind, deductible = _deductible(line.get("deductible"))
    term = line.get("term") or {}
    valid_until = line.get("valid_until")
    premium = _money(line["premium"])
    assert premium is not None  # noqa: S101 - it is required
    return Offer(
        insurer_id=insurers[line["insurer"]].id,
        premium=premium,
        programme=line.get("programme"),
        sum_insured=_money(line.get("sum_insured")),
        deductible_kind=kind,
        deductible=deductible,
        term_months=term.get("months"),
        term_days=term.get("days"),
        plans=_plans(line.get("instalments")),
        commission_rate=_rate(line.get("commission")),
        valid_until=date.fromisoformat(valid_until) if valid_until else None,
        conditions=line.get("conditions"),
        document_id=line.get("document_id"),
    )


def _money(value: Mapping[str, Any] | None) -> Money | None:
    return None if value is None else Money(value["amount"], Currency(value["currency"]))


def _rate(percent: str | None) -> int | None:
    return None if percent is None else from_percent(Decimal(percent))


def _deductible(value: Mapping[str, Any] | None) -> tuple[DeductibleKind | None, int | None]:
    if value is None:
        return None, None
    kind = DeductibleKind(value["type"])
    if kind is DeductibleKind.PERCENT:
        return kind, from_percent(Decimal(value["percent"]))
    return kind, value.get("amount")


def _plans(value: Mapping[str, Any] | None) -> list[PaymentPlan]:
    if value is None:
        return []
    shares = tuple(from_percent(Decimal(share)) for share in value.get("shares", ()))
    return [PaymentPlan(value["count"], shares)]


def terms_of(line: Line, insurer: str) -> OfferTermsView:
    """As it is shown before it is saved; what is in doubt counts as not said. The premium is zero while it is."""
    doubts = doubts_of(line)
    clear = {name: None if name in doubts else line.get(name) for name in FIELDS}
    premium = _money(clear["premium"]) or Money(0, Currency.RUB)
    kind, deductible = _deductible(clear["deductible"])
    term = clear["term"] or {}
    return OfferTermsView(
        insurer=insurer,
        programme=clear["programme"],
        premium=premium,
        sum_insured=_money(clear["sum_insured"]),
        deductible_kind=kind,
        deductible=deductible,
        term_months=term.get("months"),
        term_days=term.get("days"),
        plans=tuple(_plans(clear["instalments"])),
        commission_rate=_rate(clear["commission"]),
        valid_until=date.fromisoformat(clear["valid_until"]) if clear["valid_until"] else None,
        conditions=clear["conditions"],
        document_id=line.get("document_id"),
    )


def unsaid_of(line: Line, terms: OfferTermsView) -> Line:
    """What these terms say and the line does not: what is insured, for how long, how it is paid."""
    said: Line = {
        "sum_insured": _money_of(terms.sum_insured),
        "deductible": _deductible_json(terms, terms.premium.currency),
        "instalments": _plan_json(terms.plans[0].to_json()),
        "term": _term_json(terms),
    }
    other = (line.get("premium") or {}).get("currency") not in (None, terms.premium.currency.value)
    foreign = {"sum_insured"} | ({"deductible"} if terms.deductible_money else set()) if other else set()
    return {
        name: value
        for name, value in said.items()
        if value is not None and line.get(name) is None and name not in foreign
    }


def line_of(offer: Calculation, insurer_code: str) -> Line:
    """Of an offer that is to be corrected."""
    return {
        "insurer": insurer_code,
        "premium": _money_json(offer.premium, offer.currency),
        "sum_insured": None if offer.sum_insured is None else _money_json(offer.sum_insured, offer.currency),
        "deductible": _deductible_json(offer, offer.currency),
        "commission": None if offer.commission_rate is None else f"{as_percent(offer.commission_rate):f}",
        "instalments": _plan_json(offer.payment_options[0]) if offer.payment_options else None,
        "term": _term_json(offer),
        "programme": offer.programme,
        "valid_until": offer.valid_until.isoformat() if offer.valid_until else None,
        "conditions": offer.conditions,
        "document_id": offer.document_id,
        "source": "",
        "unknown": [],
    }


def _money_json(amount: int, currency: Currency) -> dict[str, Any]:
    return {"amount": amount, "currency": currency.value}


def _money_of(money: Money | None) -> dict[str, Any] | None:
    return None if money is None else _money_json(money.amount, money.currency)


def _deductible_json(offer: Calculation | OfferTermsView, currency: Currency) -> dict[str, Any] | None:
    match offer.deductible_kind, offer.deductible:
        case DeductibleKind.NONE, _:
            return {"type": "none"}
        case DeductibleKind.AMOUNT, int(amount):
            return {"type": "amount", **_money_json(amount, currency)}
        case DeductibleKind.PERCENT, int(rate):
            return {"type": "percent", "percent": f"{as_percent(rate):f}"}
    return None


def _plan_json(option: Mapping[str, Any]) -> dict[str, Any]:
    return {"count": option["count"], "shares": [f"{as_percent(share):f}" for share in option["shares"]]}


def _term_json(offer: Calculation | OfferTermsView) -> dict[str, int] | None:
    if offer.term_months is not None:
        return {"months": offer.term_months}
    return None if offer.term_days is None else {"days": offer.term_days}
