"""One dictionary of the three languages: what a typed word may mean in a day or a time."""

from collections import defaultdict
from dataclasses import dataclass, field
from enum import StrEnum
from types import ModuleType
from typing import Any

from handlers.parsing.dates import words_en, words_ru, words_uk
from handlers.parsing.spelling import Vocabulary


class Unit(StrEnum):
    MINUTE = "minute"
    HALF_HOUR = "half-hour"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"


class Part(StrEnum):
    """A part of the day: it settles which half a clock hour is in, and is no clock time itself."""

    AM = "am"
    PM = "pm"
    MORNING = "morning"
    DAY = "day"
    EVENING = "evening"
    NIGHT = "night"
    MIDDAY = "midday"
    NOON = "noon"
    MIDNIGHT = "midnight"


class Which(StrEnum):
    THIS = "this"
    NEAREST = "nearest"
    NEXT = "next"
    LAST = "last"


class Role(StrEnum):
    """What a small word does to the words beside it."""

    THROUGH = "through"  # «через»: always begins a duration
    IN = "in"  # "in": begins a duration, a month or a part of the day
    ZA = "za"  # «за»: in, in Ukrainian; within or before, in Russian
    AGO = "ago"
    AT = "at"
    TOWARDS = "towards"
    END = "end"
    END_OF_DAY = "end-of-day"
    END_OF_WEEK = "end-of-week"
    END_OF_MONTH = "end-of-month"
    END_OF_YEAR = "end-of-year"
    START = "start"
    MIDDLE = "middle"
    FINAL = "final"
    DATE = "date"
    YEAR_MARK = "year-mark"
    AFTER = "after"
    BEFORE = "before"
    FROM = "from"
    DURING = "during"
    NOT = "not"
    LATER = "later"
    MINUS = "minus"
    OF = "of"
    AND = "and"


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """Every meaning that the word has; the place it stands in chooses."""

    day: int | None = None
    weekday: int | None = None
    month: int | None = None
    unit: Unit | None = None
    number: float | None = None
    ordinal: int | None = None
    hour: int | None = None
    part: Part | None = None
    which: Which | None = None
    role: Role | None = None
    doubt: str | None = None
    languages: frozenset[str] = field(default=frozenset(), compare=False)


_ENUMS = {"unit": Unit, "part": Part, "which": Which, "role": Role}
_TABLES = {
    "day": "DAYS",
    "weekday": "WEEKDAYS",
    "month": "MONTHS",
    "unit": "UNITS",
    "number": "NUMBERS",
    "ordinal": "ORDINALS",
    "hour": "HOURS",
    "part": "PARTS",
    "which": "WHICH",
    "role": "ROLES",
    "doubt": "DOUBTS",
}


def _collect(language: str, module: ModuleType, into: dict[str, dict[str, Any]]) -> None:
    for name, table in _TABLES.items():
        for value, forms in getattr(module, table).items():
            meaning = _ENUMS[name](value) if name in _ENUMS else value
            for form in forms.split():
                into[form].setdefault(name, meaning)
                into[form].setdefault("languages", set()).add(language)
    for other in module.OTHERS.split():
        into[other].setdefault("languages", set())


def _vocabulary() -> Vocabulary[Word]:
    entries: dict[str, dict[str, Any]] = defaultdict(dict)
    for language, module in (("ru", words_ru), ("uk", words_uk), ("en", words_en)):
        _collect(language, module, entries)
    return Vocabulary(
        {form: Word(**{**entry, "languages": frozenset(entry["languages"])}) for form, entry in entries.items()}
    )


VOCABULARY = _vocabulary()
