"""Clock times: «15:30», «в 3 часа дня», «о 8 вечора», "3pm"; parts of the day settle the half."""

from handlers.parsing.dates.calendar_dates import read_day_and_month
from handlers.parsing.dates.durations import Found
from handlers.parsing.dates.items import Clock, DayPart, Item, Refusal
from handlers.parsing.dates.lexer import Token, Tokens
from handlers.parsing.dates.words import Part, Role, Unit

_AFTER_MIDDAY = frozenset({"обеда", "обіду", "обіда", "lunch", "работы", "роботи", "work", "полудня"})

_HOUR_ENDINGS = frozenset({"й", "ій", "ої"})
_FOR_A_TERM = frozenset({"на", "for", "on"})
"""«на 2 дня» is a term, «к 2 дня» an hour."""


def read_clock(tokens: Tokens, at: int) -> Found | None:
    is_after_at = tokens[at].word.role is Role.AT or tokens[at].text == "@"
    is_towards = tokens[at].word.role is Role.TOWARDS and tokens[at].text not in _FOR_A_TERM
    place = at + 1 if is_after_at or is_towards else at
    if read_day_and_month(tokens, place):
        return None
    found = _read_time(tokens, place, is_after_at=is_after_at, is_towards=is_towards)
    return found and _with_part(tokens, *found)


def _read_time(tokens: Tokens, at: int, *, is_after_at: bool, is_towards: bool) -> tuple[Clock, int] | None:
    if tokens[at].kind == "clock":
        return Clock(tokens[at].numbers[0], tokens[at].numbers[1]), at + 1
    hour, after = _read_hour(tokens, at)
    if hour is None:
        return _read_one_oclock(tokens, at, is_after_at=is_after_at)
    if tokens[after].word.unit is Unit.HOUR or (is_after_at and tokens[after].text == "год"):
        return _read_minutes(tokens, after + 1, hour, is_after_at=is_after_at or is_towards)
    if tokens[after].word.unit and not _is_part(tokens, after):
        return None
    if _is_part(tokens, after) and (is_after_at or is_towards or tokens[after].word.unit is None):
        return Clock(hour), after
    if not is_after_at:
        return None
    return _read_bare_hour(tokens, at, hour, after)


def _is_part(tokens: Tokens, at: int) -> bool:
    return tokens[at].word.part is not None and tokens[at].text != "день"


def _read_hour(tokens: Tokens, at: int) -> tuple[int | None, int]:
    token = tokens[at]
    if token.number is not None and len(token.text) <= 2:
        ending = at + 2 if tokens[at + 1].text == "-" else at + 1
        return token.number, ending + 1 if tokens[ending].text in _HOUR_ENDINGS else at + 1
    if token.number is not None and _is_four_digit_time(token) and tokens[at - 1].word.role is Role.AT:
        return token.number, at + 1
    if token.word.hour:
        return token.word.hour, at + 1
    number = token.word.number
    if number is None or number != int(number) or token.text in {"a", "an"}:
        return None, at
    following = tokens[at + 1].word.number or 0
    if number == 20 and 0 < following < 4 and following == int(following):
        return int(number + following), at + 2
    return int(number), at + 1


def _is_four_digit_time(token: Token) -> bool:
    """«в 1530»; what may be a year is not taken."""
    return len(token.text) == 4 and token.text[:2] not in {"19", "20"} and token.text[3] in "05"


def _read_one_oclock(tokens: Tokens, at: int, *, is_after_at: bool) -> tuple[Clock, int] | None:
    """«час дня», «о першій» has its own word; «в час» alone may be either half."""
    if tokens[at].text not in {"час", "часу"}:
        return None
    if _is_part(tokens, at + 1):
        return Clock(1), at + 1
    return (Clock(1, is_sure=False), at + 1) if is_after_at else None


def _read_minutes(tokens: Tokens, at: int, hour: int, *, is_after_at: bool) -> tuple[Clock, int]:
    place = at + 1 if tokens[at].word.role is Role.AND else at
    minute = tokens[place].number
    is_minutes = tokens[place + 1].word.unit is Unit.MINUTE
    if minute is None or not (is_minutes or (len(tokens[place].text) == 2 and tokens[place + 1].word.month is None)):
        return Clock(hour, is_sure=False, is_after_at=is_after_at), at
    return Clock(hour, minute, is_sure=hour > 12, is_after_at=is_after_at), place + 1 + is_minutes


def _read_bare_hour(tokens: Tokens, at: int, hour: int, after: int) -> tuple[Clock, int]:
    if len(tokens[at].text) == 4 and tokens[at].number is not None:
        return Clock(hour // 100, hour % 100), after
    minute = tokens[after].number
    if minute is not None and len(tokens[after].text) == 2 and not tokens[after + 1].word.month:
        return Clock(hour, minute), after + 1
    return Clock(hour, is_sure=False), after


def _with_part(tokens: Tokens, clock: Clock, after: int) -> Found:
    items: list[Item] = [clock]
    if tokens[after].word.role in {Role.IN, Role.AT, Role.OF} and tokens[after + 1].text == "the":
        after += 2
    part = tokens[after].word.part
    if part and tokens[after].text != "день":
        items.append(DayPart(part))
        after += 1
    return tuple(items), after


def read_part(tokens: Tokens, at: int) -> Found | None:
    """«вечером», «после обеда»; «в течение дня» says no more than the day itself."""
    word = tokens[at].word
    if word.role is Role.AFTER:
        is_midday = tokens[at + 1].text in _AFTER_MIDDAY
        return ((DayPart(Part.DAY),), at + 2) if is_midday else ((Refusal("bound"),), at + 1)
    if word.role is Role.DURING:
        is_day = tokens[at + 1].word.unit is Unit.DAY
        return ((), at + 2) if is_day else ((Refusal("range"),), at + 1)
    if word.part is None or word.unit:
        return None
    if word.part is Part.NOON:
        return (Clock(12),), at + 1
    return ((Refusal("midnight"),) if word.part is Part.MIDNIGHT else (DayPart(word.part),)), at + 1


def in_half(clock: Clock, part: Part) -> Clock | None:
    """The clock time that the part of the day makes of it; None where the two do not fit."""
    hour = clock.hour
    if hour > 12:
        fits = part is not Part.AM and not (part is Part.MORNING and hour > 12)
        return clock if fits else None
    late = Clock(hour % 12 + 12, clock.minute)
    early = Clock(hour % 12, clock.minute)
    match part:
        case Part.AM:
            return early
        case Part.PM:
            return late
        case Part.MORNING:
            return Clock(hour, clock.minute) if hour < 12 else None
        case Part.EVENING:
            return late if 4 <= hour < 12 else None
        case Part.NIGHT:
            return _at_night(hour, early, late)
        case _:
            return late if hour <= 6 or hour == 12 else Clock(hour, clock.minute)


def _at_night(hour: int, early: Clock, late: Clock) -> Clock | None:
    """«12 ночи» may be the midnight before or after the day: not settled."""
    if hour in {9, 10, 11}:
        return late
    return early if hour <= 5 else None
