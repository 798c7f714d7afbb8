"""The JSON shapes of the parsers: one record in, one record out."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Literal

from handlers.parsing.dates import parse_date
from handlers.parsing.money import parse_money
from handlers.parsing.result import Ask, Day
from models.money import Currency, Money

_CURRENCY_OF_REGION = {"RU": Currency.RUB, "UA": Currency.UAH}


class UnknownKind(ValueError):  # noqa: N818 - reads as the fact it names
    """No parser reads this kind of line."""


def parse_line(kind: str, record: Mapping[str, Any]) -> dict[str, Any]:
    """`record` is {id, text, lang, given}; the answer is {id, result}.

    `given` may leave out currency (the region's, else roubles), region (RU) and want (future), but for days not `now`.
    What `given` holds in a wrong shape is answered with {"ask": "bad-given"}, so that one bad line stops no others.
    Raises UnknownKind.
    """
    read = _PARSERS.get(kind)
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
    default = _CURRENCY_OF_REGION.get(str(given.get("region") or "RU").upper(), Currency.RUB)
    try:
        currency = Currency(str(given.get("currency") or default).upper())
    except ValueError as error:
        raise BadGivenError from error
    return parse_money(text, currency=currency)


def _date(text: str, record: Mapping[str, Any]) -> Day | Ask | None:
    given = _given(record)
    language = str(record.get("lang") or "")[:2].lower() or None
    return parse_date(text, now=_now(given), want=_want(given), lang=language)


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


def _as_json(result: Money | Day | Ask | None) -> dict[str, Any] | None:
    match result:
        case Money(amount, currency):
            return {"amount": amount, "currency": currency.value}
        case Day(date, time):
            return {"date": date.isoformat(), "time": time and time.strftime("%H:%M")}
        case Ask(why):
            return {"ask": why}
        case _:
            return None


_PARSERS: dict[str, Callable[[str, Mapping[str, Any]], Money | Day | Ask | None]] = {"money": _money, "date": _date}
