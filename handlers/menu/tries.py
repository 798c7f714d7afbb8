"""Counts a person's unknown links.

128 random bits can't be guessed; this keeps a guesser from keeping the CRM busy. The count lives in the person's own
dialogue record, so it holds across processes and restarts.
"""

from datetime import datetime, timedelta
from math import ceil

from handlers.kit.draft import Memory
from services.invites.errors import TooManyTries

MOST_MISSES = 5
WINDOW = timedelta(minutes=15)


def check_tries(memory: Memory, *, now: datetime) -> None:
    recent = _recent(memory, now)
    if len(recent) >= MOST_MISSES:
        left = recent[0] + WINDOW.total_seconds() - now.timestamp()
        raise TooManyTries(minutes=max(1, ceil(left / 60)))


def note_miss(memory: Memory, *, now: datetime) -> None:
    memory.misses = [*_recent(memory, now), int(now.timestamp())]


def _recent(memory: Memory, now: datetime) -> list[int]:
    oldest = (now - WINDOW).timestamp()
    return [at for at in memory.misses if at > oldest]
