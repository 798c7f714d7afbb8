"""Hours of the day, and for how long or until when, as people type them."""

import re
from datetime import datetime, time

from handlers.common.answers import is_no
from handlers.common.days import typed_future_moment
from handlers.parsing.result import Day
from models.user import Language
from services.access import Actor
from services.brokerage import Brokerage
from services.conversation.values import Text

_HOUR = re.compile(
    r"(?<![\d:.])([01]?\d|2[0-4])(?:[:.]([0-5]\d))?(?![\d:.])(?:\s*(?:час\w*|год\w*))?"
    r"\s*(утра|ранку|вечера|вечора|дня|ночи|ночі|am|pm)?",
    re.IGNORECASE,
)
_FOR = re.compile(r"^\s*(?:на|for)\s+", re.IGNORECASE)
_IN = {Language.RU: "через", Language.UK: "через", Language.EN: "in"}
_AFTERNOON = frozenset({"вечера", "вечора", "дня", "pm"})
_NONE = ("без", "никогда", "ніколи", "не нуж", "не треба", "none", "off", "always")


def parse_hour(typed: str) -> time | None:
    """«9», «в 8:30», «7 вечера»."""
    found = _hours(typed)
    return found[0] if len(found) == 1 else None


def parse_quiet_hours(typed: str) -> tuple[time, time] | None:
    """«с 22 до 7», «21-8»; «нет» is midnight to midnight."""
    said = typed.strip().casefold()
    if is_no(said) or said.startswith(_NONE):
        return time.min, time.min
    found = _hours(typed)
    return (found[0], found[1]) if len(found) == 2 else None


def typed_later(typed: str, actor: Actor, brokerage: Brokerage, now: datetime) -> Day | Text:
    """«до четверга 11», «в пятницу»; «на 3 дня», which is a doubt elsewhere, is from now on. Else what to say."""
    said = typed_future_moment(typed, actor, brokerage, now)
    if isinstance(said, Day):
        return said
    from_now = f"{_IN[actor.language]} {_FOR.sub('', typed)}"
    after = typed_future_moment(from_now, actor, brokerage, now)
    return after if isinstance(after, Day) else said


def _hours(typed: str) -> list[time]:
    return [_time(int(hour), int(minute or 0), part.casefold()) for hour, minute, part in _HOUR.findall(typed)]


def _time(hour: int, minute: int, part: str) -> time:
    """24 is midnight, as people say it."""
    if part in _AFTERNOON and hour < 12:
        hour += 12
    return time(hour % 24, minute)
