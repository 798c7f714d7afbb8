"""Days given by numbers and months: «31.12.26», «15-го», «March 15, 2027», «двадцать пятое декабря»."""

from handlers.parsing.dates.days import read_year, skip_year_marks
from handlers.parsing.dates.durations import Found
from handlers.parsing.dates.items import OnDate, Pair, Refusal
from handlers.parsing.dates.lexer import Token, Tokens
from handlers.parsing.dates.words import Role, Unit

_SUFFIXES = frozenset(("го", "ого", "е", "ое", "ье", "му", "ому", "ти", "те", "та", "ше", "ге", "st", "nd", "rd", "th"))


def read_numeric(tokens: Tokens, at: int) -> Found | None:
    token = tokens[at]
    if token.kind == "iso":
        year, month, day = token.numbers
        return (OnDate(day, month, year),), at + 1
    if token.kind == "full":
        return _read_full(token, tokens, at)
    if token.kind == "pair":
        return _read_pair(token, tokens, at)
    return _read_three_numbers(tokens, at) or _read_eight_digits(tokens, at)


def _read_full(token: Token, tokens: Tokens, at: int) -> Found:
    day, month, year = token.numbers
    is_short = not token.text[-4:].isdigit()
    after = skip_year_marks(tokens, at + 1)
    if token.separator == "/":
        if _is_either_order(day, month, tokens):
            return (Refusal("day-or-month-first"),), after
        day, month = _day_first(day, month)
    return (OnDate(day, month, year, is_short),), after


def _is_either_order(day: int, month: int, tokens: Tokens) -> bool:
    return tokens.language == "en" and day <= 12 and month <= 12 and day != month


def _day_first(day: int, month: int) -> tuple[int, int]:
    """«12/25» can only have the month first."""
    return (month, day) if day <= 12 < month else (day, month)


def _read_pair(token: Token, tokens: Tokens, at: int) -> Found:
    left, right = token.numbers
    if tokens[at + 1].word.month or tokens[at + 1].word.role is Role.DATE or tokens[at + 1].text in _SUFFIXES:
        return (Refusal("range"),), at + 2
    year, after = read_year(tokens, at + 1)
    if year:
        return (OnDate(left, right, year),), after
    if token.separator == "/":
        if _is_either_order(left, right, tokens):
            return (Refusal("day-or-month-first"),), at + 1
        left, right = _day_first(left, right)
    is_padded = len(token.text.split(token.separator)[-1]) == 2
    return (Pair(left, right, token.separator, is_padded, tokens[at - 1].word.role is Role.AT),), at + 1


def _read_three_numbers(tokens: Tokens, at: int) -> Found | None:
    day, month, year = (tokens[place] for place in (at, at + 1, at + 2))
    if day.number is None or month.number is None or year.number is None:
        return None
    if len(day.text) > 2 or len(month.text) > 2 or len(year.text) not in {2, 4}:
        return None
    return (OnDate(day.number, month.number, year.number, len(year.text) == 2),), skip_year_marks(tokens, at + 3)


def _read_eight_digits(tokens: Tokens, at: int) -> Found | None:
    """«31122026» and "20261231", where only one of the two is a day."""
    text = tokens[at].text
    if tokens[at].number is None or len(text) != 8:
        return None
    day_first, year_first = (text[:2], text[2:4], text[4:]), (text[6:], text[4:6], text[:4])
    readings = [OnDate(int(day), int(month), int(year)) for day, month, year in (day_first, year_first)]
    plausible = [reading for reading in readings if _is_plausible(reading)]
    return ((plausible[0],), at + 1) if len(plausible) == 1 else None


def _is_plausible(said: OnDate) -> bool:
    return 1 <= said.day <= 31 and 1 <= (said.month or 0) <= 12 and 1900 <= (said.year or 0) <= 2100


def read_day_and_month(tokens: Tokens, at: int) -> Found | None:
    """A day with its month, before or after it; with «-го» or «числа» the month may be missing."""
    found = _read_day(tokens, at)
    if found:
        return _read_after_day(tokens, at, *found)
    month = tokens[at].word.month
    if month is None:
        return None
    found = _read_day(tokens, at + 2 if tokens[at + 1].text == "-" else at + 1)
    if found and len(tokens[at + 1].text) != 4 and not _begins_clock(tokens, found[1]):
        return _with_year(tokens, found[0], month, found[1])
    return (Refusal("no-day"),), read_year(tokens, at + 1)[1]


def _begins_clock(tokens: Tokens, at: int) -> bool:
    return tokens[at].word.unit in {Unit.HOUR, Unit.MINUTE}


def _read_after_day(tokens: Tokens, start: int, day: int, at: int) -> Found | None:
    place = at
    while tokens[place].text in {"-", "/", "of", "the"} or tokens[place].word.role is Role.DATE:
        place += 1
    month = tokens[place].word.month
    if month:
        return _with_year(tokens, day, month, place + 1)
    if tokens[at].text == "-" and tokens[at + 1].number is not None:
        return (Refusal("range"),), _after_range(tokens, at + 2)
    if not _is_said_as_day(tokens, start, at):
        return None
    is_month_misspelt = tokens[at].is_unknown
    return (Refusal("unclear") if is_month_misspelt else OnDate(day),), at + (tokens[at].word.role is Role.DATE)


def _is_said_as_day(tokens: Tokens, start: int, at: int) -> bool:
    """«15-го», «15 числа», «пятнадцатого», «15 следующего месяца»; "first" only with "of" after it."""
    if tokens[at].word.role is Role.DATE or tokens[at].text == "of":
        return True
    if tokens[at].word.which and tokens[at + 1].word.unit is Unit.MONTH:
        return True
    last = tokens[at - 1].word
    return (tokens[start].number is not None and at > start + 1) or bool(last.ordinal and last.languages & {"ru", "uk"})


def _after_range(tokens: Tokens, at: int) -> int:
    return at + 1 if tokens[at].word.month or tokens[at].text in _SUFFIXES else at


def _read_day(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """A number with its ending, or an ordinal in words."""
    number, word = tokens[at].number, tokens[at].word
    if number is not None and len(tokens[at].text) <= 2:
        place = at + 2 if tokens[at + 1].text == "-" else at + 1
        return (number, place + 1) if tokens[place].text in _SUFFIXES else (number, at + 1)
    if word.ordinal:
        return word.ordinal, at + 1
    following = tokens[at + 2 if tokens[at + 1].text == "-" else at + 1].word.ordinal or 0
    if word.number in {20, 30} and 0 < following < 10:
        return int(word.number or 0) + following, at + (3 if tokens[at + 1].text == "-" else 2)
    return None


def _with_year(tokens: Tokens, day: int, month: int, at: int) -> Found:
    year, after = read_year(tokens, at)
    if year:
        return (OnDate(day, month, year),), after
    place = at + 1 if tokens[at].text in {"-", "/"} else at
    number = tokens[place].number
    if number is None or len(tokens[place].text) != 2 or _begins_clock(tokens, place + 1):
        return (OnDate(day, month),), at
    ending = place + 1 + 2 * (tokens[place + 1].text == "-")
    end = skip_year_marks(tokens, ending)
    if end > ending or place > at or number >= 25:
        return (OnDate(day, month, number, has_short_year=True),), max(end, place + 1)
    return (OnDate(day, month),), at
