"""A typed line read as one day: the grammar of the readers, tried in order at each word."""

import re
from collections.abc import Iterator
from datetime import datetime

from handlers.parsing.dates.calendar import Now, Want
from handlers.parsing.dates.calendar_dates import read_day_and_month, read_numeric
from handlers.parsing.dates.clock import read_clock, read_part
from handlers.parsing.dates.days import read_end, read_near, read_period, read_start_or_middle, read_weekday
from handlers.parsing.dates.doubts import read_doubt, read_rest
from handlers.parsing.dates.durations import Reader, read_ago, read_bare_duration, read_shift
from handlers.parsing.dates.items import Clock, Item
from handlers.parsing.dates.lexer import Tokens, tokenize
from handlers.parsing.dates.resolve import resolve
from handlers.parsing.dates.translit import to_cyrillic
from handlers.parsing.result import Ask, Day
from handlers.parsing.text import MAX_LENGTH, clean, other_keyboards

_READERS: tuple[Reader, ...] = (
    read_doubt,
    read_shift,
    read_ago,
    read_end,
    read_start_or_middle,
    read_near,
    read_numeric,
    read_day_and_month,
    read_clock,
    read_bare_duration,
    read_weekday,
    read_period,
    read_part,
    read_rest,
)
_SHORTHAND = (
    (re.compile(r"\b([ap])\.\s?m\b\.?"), r"\1m"),
    (re.compile(r"\bч[/-]з\b"), "через"),
)


def parse_date(text: str, *, now: datetime, want: Want = "future", lang: str | None = None) -> Day | Ask | None:
    """`now` is aware and in the person's zone. None when no day is said at all.

    With `future` wanted (a review, a due day) a day that has passed is asked, with `past` (a payment, a birth) one
    to come.
    `lang` settles the few words that two languages share; without it the letters of the text do.
    """
    plain = clean(text)
    if len(plain) > MAX_LENGTH:
        return Ask("too-long")
    for pattern, full in _SHORTHAND:
        plain = pattern.sub(full, plain)
    tokens = _best_spelling(plain, lang or _language(plain))
    items = list(_read(tokens))
    if any(token.is_unknown for token in tokens) and _is_only_clock(items):
        return Ask("no-day")
    return resolve(items, Now(now, want))


def _is_only_clock(items: list[Item]) -> bool:
    """Beside an unknown word an hour is not taken as today's: the word may have been the day."""
    return bool(items) and all(isinstance(item, Clock) for item in items)


def _best_spelling(plain: str, language: str | None) -> Tokens:
    """The line as typed, or as meant on another keyboard or in another alphabet: fewer unknown words win."""
    tokens = tokenize(plain, language)
    if not any(token.is_unknown for token in tokens):
        return tokens
    others = dict.fromkeys((*other_keyboards(plain), to_cyrillic(plain)))
    spellings = (tokens, *(tokenize(other, language) for other in others if other != plain))
    return min(spellings, key=lambda spelling: sum(token.is_unknown for token in spelling))


def _language(plain: str) -> str | None:
    return "uk" if re.search("[іїєґ]", plain) else None


def _read(tokens: Tokens) -> Iterator[Item]:
    at = 0
    while at < len(tokens):
        found = next(filter(None, (reader(tokens, at) for reader in _READERS)), None)
        items, at = found or ((), at + 1)
        yield from items
