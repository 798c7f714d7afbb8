"""Counts of what this process has done since its start: a dictionary's increment each, read when somebody asks."""

from collections import Counter
from enum import StrEnum


class UpdateOutcome(StrEnum):
    DONE = "done"
    REFUSED = "refused"
    RETRIED = "retried"
    DEAD = "dead"


class SendOutcome(StrEnum):
    """The first five are the states that a message ends in."""

    SENT = "sent"
    BLOCKED = "blocked"
    FAILED = "failed"
    AMBIGUOUS = "ambiguous"
    SUPERSEDED = "superseded"
    RETRIED = "retried"


UPDATES: Counter[UpdateOutcome] = Counter()
SENDS: Counter[SendOutcome] = Counter()


def count_update(outcome: UpdateOutcome) -> None:
    UPDATES[outcome] += 1


def count_send(outcome: SendOutcome) -> None:
    SENDS[outcome] += 1
