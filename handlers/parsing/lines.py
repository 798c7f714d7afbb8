"""The JSON shapes of the parsers: one record in, one record out."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from typing import Any, Literal

from handlers.parsing.dates import parse_date
from handlers.parsing.documents import guess_document_kind
from handlers.parsing.instalments import Instalment, parse_instalments
from handlers.parsing.leads import parse_lead
from handlers.parsing.leads.shapes import LeadJson, lead_as_json
from handlers.parsing.money import parse_money
from handlers.parsing.offers import InsurerBook, parse_offers
from handlers.parsing.offers.shapes import OffersJson, offers_as_json
from handlers.parsing.result import Ask, Day
from models.document_kind import DocumentKind
from models.money import Currency, Money
from services.insurers.seed import SEED_INSURERS

_CURRENCY_OF_REGION = {"RU": Currency.RUB, "UA": Currency.UAH}

Result = Money | Day | DocumentKind | list[Instalment] | OffersJson | LeadJson | Ask | None


class UnknownKind(ValueError):  # noqa: N818 - reads as the fact it names
    """No parser reads this kind of line."""


def parse_line(kind: str, record: Mapping[str, Any]) -> dict[str, Any]:
    """`record` is {id, text, lang, given}; the answer is {id, result}.

    `given` may leave out currency (the region's, else roubles), region (RU) and want (future), but for days not `now`.
    Instalments need its premium and start; term_months is 12 where it is missing.
    What `given` holds in a wrong shape is answered with {"ask": "bad-given"}, so that one bad line stops no others.
    Raises UnknownKind.
    """
    read = PARSERS.get(kind)
    if read is None:
        raise UnknownKind(kind)
    try:
        result = _as_json(read(str(record.get("text") or ""), record))
    except BadGivenError:
        result = {"ask": "bad-given"}
    return {"id": record.get("id"), "result": result}


class BadGivenError(ValueError):
    """A field of `given` has a value that no parser can use."""


def _money(text: str, record: Mapping[str, Any]) -> Money | Ask | None:
    given = _given(record)
    return parse_money(text, currency=_currency(given, _region(given)))


def _offers(text: str, record: Mapping[str, Any]) -> OffersJson:
    """The region is that of the currency where only the currency is given; days are read where `now` is."""
    given = _given(record)
    region = _region(given)
    currency = _currency(given, region)
    if not given.get("region") and currency is Currency.UAH:
        region = "UA"
    today = _now(given).date() if given.get("now") else None
    offers = parse_offers(text, currency=currency, region=region, insurers=_seed_book(), today=today)
    return offers_as_json(offers)


@cache
def _seed_book() -> InsurerBook:
    return InsurerBook(SEED_INSURERS)


def _region(given: Mapping[str, Any]) -> str:
    return str(given.get("region") or "RU").upper()


def _currency(given: Mapping[str, Any], region: str) -> Currency:
    default = _CURRENCY_OF_REGION.get(region, Currency.RUB)
    try:
        return Currency(str(given.get("currency") or default).upper())
    except ValueError as error:
        raise BadGivenError from error


def _lead(text: str, record: Mapping[str, Any]) -> LeadJson:
    return lead_as_json(parse_lead(text, region=_region(_given(record))))


def _date(text: str, record: Mapping[str, Any]) -> Day | Ask | None:
    given = _given(record)
    language = str(record.get("lang") or "")[:2].lower() or None
    return parse_date(text, now=_now(given), want=_want(given), lang=language)


def _document(text: str, _: Mapping[str, Any]) -> DocumentKind:
    return guess_document_kind(text)


def _instalments(text: str, record: Mapping[str, Any]) -> list[Instalment] | Ask | None:
    """The days are read in the person's zone where `now` is given, else as on the first day."""
    given = _given(record)
    start = _start(given)
    now = _now(given) if given.get("now") else datetime.combine(start, time(), UTC)
    premium, term = _premium(given), given.get("term_months", 12)
    if not isinstance(term, int) or not 1 <= term <= 600:
        raise BadGivenError
    language = str(record.get("lang") or "")[:2].lower() or None
    return parse_instalments(text, premium=premium, start=start, term_months=term, now=now, language=language)


def _start(given: Mapping[str, Any]) -> date:
    try:
        return date.fromisoformat(str(given.get("start"))[:10])
    except ValueError as error:
        raise BadGivenError from error


def _premium(given: Mapping[str, Any]) -> Money:
    """As money, or as minor units of the currency given."""
    match given.get("premium"):
        case {"amount": int(amount), "currency": str(currency)} if amount > 0 and currency in set(Currency):
            return Money(amount, Currency(currency))
        case int(amount) if amount > 0:
            return Money(amount, _currency(given, _region(given)))
        case _:
            raise BadGivenError


def _given(record: Mapping[str, Any]) -> Mapping[str, Any]:
    given = record.get("given") or {}
    if not isinstance(given, Mapping):
        raise BadGivenError
    return given


def _now(given: Mapping[str, Any]) -> datetime:
    try:
        now = datetime.fromisoformat(str(given.get("now")))
    except ValueError as error:
        raise BadGivenError from error
    if now.tzinfo is None:
        raise BadGivenError
    return now


def _want(given: Mapping[str, Any]) -> Literal["future", "past"]:
    match given.get("want") or "future":
        case "future":
            return "future"
        case "past":
            return "past"
        case _:
            raise BadGivenError


def _as_json(result: Result) -> Any:
    match result:
        case list():
            return [{"due": each.due.isoformat(), "amount": _as_json(each.amount)} for each in result]
        case DocumentKind():
            return {"type": result.value}
        case Money(amount, currency):
            return {"amount": amount, "currency": currency.value}
        case Day(date, time):
            return {"date": date.isoformat(), "time": time and time.strftime("%H:%M")}
        case Ask(why):
            return {"ask": why}
        case OffersJson(offers):
            return offers
        case LeadJson(lead):
            return lead
        case _:
            return None


PARSERS: dict[str, Callable[[str, Mapping[str, Any]], Result]] = {
    "money": _money,
    "date": _date,
    "instalments": _instalments,
    "document": _document,
    "offers": _offers,
    "lead": _lead,
}
