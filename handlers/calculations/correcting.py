"""What is typed to put one offer right: the line anew, parts of it («фр 15, КВ 22»), or a bare value («46900»)."""

from collections.abc import Collection
from datetime import datetime

from handlers.calculations.lines import FIELDS, doubts_of
from handlers.calculations.parse import Line, beside_premium, currency_of, of_insurer, typed_lines
from handlers.common.doubts import doubt_text
from handlers.common.insurers import typed_insurer
from handlers.parsing.offers import InsurerBook
from handlers.parsing.result import Ask as Doubt
from services.brokerage import Brokerage
from services.conversation.values import Text


def corrected(typed: str, line: Line, book: InsurerBook, brokerage: Brokerage, now: datetime) -> Line | Text:
    """The line with what was typed in place of what it said, or what to say."""
    anew, price, parts = (
        _read(words, line, book, brokerage, now)
        for words in (typed, of_insurer(line, book, typed), of_insurer(line, book, beside_premium(line, typed)))
    )
    if anew is not None and isinstance(anew["insurer"], str):
        is_whole = anew["premium"] is not None
        return {**anew, "document_id": line.get("document_id")} if is_whole else {**line, **_said(anew), "unknown": []}
    if price is not None and _is_clear(price):
        return {**line, **_said(price, but=("insurer",))}
    said = _said(parts, but=("insurer", "premium")) if parts is not None and _is_clear(parts) else {}
    if said:
        return {**line, **said}
    insurer = typed_insurer(typed, book, brokerage.region)
    if isinstance(insurer, str):
        return {**line, "insurer": insurer, "unknown": []}
    return _problem(typed, insurer, line, price, parts)


def _read(words: str, line: Line, book: InsurerBook, brokerage: Brokerage, now: datetime) -> Line | None:
    currency = currency_of(line, brokerage.currency)
    found = typed_lines(words, book, brokerage.region, currency, brokerage.today(now))
    return found[0] if len(found) == 1 else None


def _is_clear(read: Line) -> bool:
    return not doubts_of(read) and not read["unknown"]


def _said(read: Line, *, but: Collection[str] = ()) -> Line:
    return {name: read[name] for name in FIELDS if name not in but and read.get(name) is not None}


def _problem(typed: str, insurer: Doubt | None, line: Line, price: Line | None, parts: Line | None) -> Text:
    """What is doubtful in what was typed, else that nothing of an offer was found in it."""
    doubts = [read[name] for read, name in _asked(price, parts)]
    if doubts:
        return doubt_text(Doubt(doubts[0]["ask"], doubts[0].get("params", {})), typed, "err-offer-part-not-understood")
    if "insurer" in doubts_of(line) and not any(letter.isdigit() for letter in typed):
        return doubt_text(insurer, typed, "err-insurer-not-understood")
    return doubt_text(None, typed, "err-offer-part-not-understood")


def _asked(price: Line | None, parts: Line | None) -> list[tuple[Line, str]]:
    """Parts beside the premium first: that there are two of them is no news."""
    named = [(parts, name) for name in FIELDS if parts and name != "premium" and _asks(parts, name)]
    return named or [(price, "premium")] if price and _asks(price, "premium") else named


def _asks(read: Line, name: str) -> bool:
    return isinstance(value := read.get(name), dict) and "ask" in value
