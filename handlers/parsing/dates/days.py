"""Days named by a word, a weekday, a number and a month, or the end of a period."""

from handlers.parsing.dates.durations import Found
from handlers.parsing.dates.items import DayPart, EndOf, Item, Near, OnWeekday, Period, Refusal
from handlers.parsing.dates.lexer import Tokens
from handlers.parsing.dates.words import Part, Role, Unit, Which

_SHIFTS = {Which.THIS: 0, Which.NEXT: 1, Which.LAST: -1}
_ENDS = {
    Role.END_OF_DAY: Unit.DAY,
    Role.END_OF_WEEK: Unit.WEEK,
    Role.END_OF_MONTH: Unit.MONTH,
    Role.END_OF_YEAR: Unit.YEAR,
}
_SMALL = {Role.OF, Role.AT, Role.TOWARDS}


def read_near(tokens: Tokens, at: int) -> Found | None:
    """«завтра», «после завтра», "the day before yesterday"."""
    start = at
    if tokens[start].word.unit is Unit.DAY:
        start += 1
    direction, beside = tokens[start].word.role, tokens[start + 1].word.day
    if (direction, beside) == (Role.AFTER, 1):
        return (Near(2),), start + 2
    if (direction, beside) == (Role.AFTER, None) and tokens[start + 1].text == "-" and tokens[start + 2].word.day == 1:
        return (Near(2),), start + 3
    if (direction, beside) == (Role.BEFORE, -1):
        return (Near(-2),), start + 2
    day, part = tokens[at].word.day, tokens[at].word.part
    if day is None:
        return None
    return ((Near(day), DayPart(part)) if part else (Near(day),)), at + 1


def read_weekday(tokens: Tokens, at: int) -> Found | None:
    which = tokens[at].word.which
    place = at + 1 if which else at
    weekday = tokens[place].word.weekday
    if weekday is None:
        return None
    after = place + 1
    if tokens[after].text == "-" and tokens[after + 1].word.weekday is not None:
        return (Refusal("range"),), after + 2
    if which is None and tokens[after].word.which and tokens[after + 1].word.unit is None:
        which, after = tokens[after].word.which, after + 1
    return (OnWeekday(weekday, which),), after


def read_period(tokens: Tokens, at: int) -> Found | None:
    """«на следующей неделе», «месяца следующего»; the day in it stands elsewhere in the line."""
    left, right = tokens[at].word, tokens[at + 1].word
    if left.which is Which.THIS and right.part and not right.unit:
        return (Near(0), DayPart(right.part)), at + 2
    if left.which is Which.LAST and right.part is Part.NIGHT:
        return (Near(-1), DayPart(right.part)), at + 2
    which, unit = (left.which, right.unit) if left.which else (right.which, left.unit)
    if which is None or unit is None:
        return None
    return (_period(unit, which),), at + 2


def _period(unit: Unit, which: Which) -> Item:
    if unit is Unit.DAY and which is not Which.NEAREST:
        return Near(1) if which is Which.NEXT else Refusal("vague", only_beside=which is Which.THIS)
    if which is Which.NEAREST:
        return Refusal("vague")
    return Period(unit, _SHIFTS[which])


def read_end(tokens: Tokens, at: int) -> Found | None:
    """«в конце следующего месяца», «последний день марта», "eom"."""
    role = tokens[at].word.role
    if role in _ENDS:
        return (EndOf(_ENDS[role]),), at + 1
    if role is Role.END:
        return _read_end_of(tokens, at + 1)
    last = tokens[at + 1].word
    if role is Role.FINAL and (last.unit is Unit.DAY or last.role is Role.DATE):
        return _read_end_of(tokens, at + 2)
    if role is Role.FINAL and tokens[at].word.which is None:
        return (Refusal("vague"),), at + 1
    return None


def _read_end_of(tokens: Tokens, at: int) -> Found:
    place, shift = _skip_to_period(tokens, at)
    unit, month = tokens[place].word.unit, tokens[place].word.month
    if month:
        year, after = read_year(tokens, place + 1)
        return (EndOf(Unit.MONTH, month=month, year=year),), after
    if unit is None:
        return (Refusal("vague"),), at
    return (EndOf(unit, shift),), place + 1


def _skip_to_period(tokens: Tokens, at: int) -> tuple[int, int]:
    shift = 0
    while tokens[at].word.role in _SMALL or tokens[at].word.which in _SHIFTS:
        which = tokens[at].word.which
        shift, at = (_SHIFTS[which] if which else shift), at + 1
    return at, shift


def read_start_or_middle(tokens: Tokens, at: int) -> Found | None:
    """«в начале марта» names no day; a start with a whole date beside it is only a label."""
    if tokens[at].word.role not in {Role.START, Role.MIDDLE}:
        return None
    place, _ = _skip_to_period(tokens, at + 1)
    if tokens[place].word.unit or tokens[place].word.month:
        return (Refusal("part-of-period"),), place + 1
    return None


def read_year(tokens: Tokens, at: int) -> tuple[int | None, int]:
    """A four-digit year with its «г.» or «года»."""
    place = at + 1 if tokens[at].text in {"-", "/"} else at
    number = tokens[place].number
    if number is None or len(tokens[place].text) != 4:
        return None, at
    return number, skip_year_marks(tokens, place + 1)


def skip_year_marks(tokens: Tokens, at: int) -> int:
    while tokens[at].word.role is Role.YEAR_MARK or tokens[at].word.unit is Unit.YEAR or tokens[at].text == "н":
        at += 1
    return at
