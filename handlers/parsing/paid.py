"""An amount and the day of it in one answer: «18140 вчера», «20.11 пришло 23 450», «1500 on Monday».

* The longest words that name a day are taken out, never a unit of money, nor a part of a number with a blank in it.
* A day in figures is one only where nothing else could be.
"""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from handlers.parsing.dates import parse_date
from handlers.parsing.offers.words import unit_of
from handlers.parsing.result import Ask, Day
from handlers.parsing.text import clean

_MOST_WORDS = 12
_DAY_IN_FIGURES = re.compile(r"[0-3]?\d[./][01]?\d(?:[./](?:20)?\d\d)?")
_LETTER, _DIGIT = re.compile(r"[^\W\d_]"), re.compile(r"\d")
_HEAD, _GROUP = re.compile(r"\d{1,3}"), re.compile(r"\d{3}(?!\d)")
_CURRENCY = re.compile(r"[$€₴₽]")
_END_OF_WORD = ".,;:()"
_OF_DAYS = frozenset({"future-day", "past-day", "day-does-not-exist", "month-does-not-exist", "weekday-mismatch"})


def split_day(
    typed: str, *, now: datetime, want: Literal["future", "past"], lang: str | None
) -> tuple[str, Day | Ask | None]:
    """The words without those of the day, and the day; or why it can't be. None where no day is said."""
    words = typed.split()
    doubt: tuple[str, Ask] | None = None
    for start, end in _spans(len(words)):
        span, rest = " ".join(words[start:end]), [*words[:start], *words[end:]]
        if not _may_be_day(words[start:end], rest) or _cuts_a_number(words, start, end):
            continue
        said = parse_date(span, now=now, want=want, lang=lang)
        if isinstance(said, Day) and (said.time is None or ":" in span):
            return " ".join(rest), said
        if doubt is None and isinstance(said, Ask) and said.why in _OF_DAYS:
            doubt = " ".join(rest), said
    return doubt or (typed, None)


def _spans(count: int) -> list[tuple[int, int]]:
    """The longest first."""
    if count > _MOST_WORDS:
        return []
    return [(start, start + length) for length in range(count - 1, 0, -1) for start in range(count - length + 1)]


def _may_be_day(words: Sequence[str], rest: Sequence[str]) -> bool:
    if not any(_DIGIT.search(word) for word in rest):
        return False
    if len(words) == 1 and not _LETTER.search(words[0]):
        is_only = not any(_DAY_IN_FIGURES.fullmatch(word) for word in rest)
        return is_only and _DAY_IN_FIGURES.fullmatch(words[0]) is not None
    return any(_LETTER.search(word) for word in words) and not any(_is_of_money(word) for word in words)


def _is_of_money(word: str) -> bool:
    return bool(_CURRENCY.search(word)) or unit_of(clean(word).strip(_END_OF_WORD)) is not None


def _cuts_a_number(words: Sequence[str], start: int, end: int) -> bool:
    """«в пятницу 18 140»: the amount is no hour and 140."""
    return any(
        _HEAD.fullmatch(words[place - 1]) and _GROUP.match(words[place])
        for place in (start, end)
        if 0 < place < len(words)
    )
