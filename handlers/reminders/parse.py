"""Hours of the day as people type them."""

import re
from datetime import time

from handlers.common.answers import is_no

_HOUR = re.compile(
    r"(?<![\d:.])([01]?\d|2[0-4])(?:[:.]([0-5]\d))?(?![\d:.])(?:\s*(?:час\w*|год\w*))?"
    r"\s*(утра|ранку|вечера|вечора|дня|ночи|ночі|am|pm)?",
    re.IGNORECASE,
)
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


def _hours(typed: str) -> list[time]:
    return [_time(int(hour), int(minute or 0), part.casefold()) for hour, minute, part in _HOUR.findall(typed)]


def _time(hour: int, minute: int, part: str) -> time:
    """24 is midnight, as people say it."""
    if part in _AFTERNOON and hour < 12:
        hour += 12
    return time(hour % 24, minute)
