"""Counts of what this process has done since its start: a dictionary's increment each, read when somebody asks."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
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


class ConsumeOutcome(StrEnum):
    DONE = "done"
    RETRIED = "retried"
    DEAD = "dead"


class TransferOutcome(StrEnum):
    """Of leads that were to become deals."""

    DONE = "done"
    REFUSED = "refused"


class Timing:
    """Durations in seconds by bucket; `bounds` are the upper ends of all buckets but the last."""

    def __init__(self, *bounds: float) -> None:
        self.bounds = bounds
        self.counts = [0] * (len(bounds) + 1)
        self.total = 0.0
        self.last: float | None = None

    def add(self, seconds: float) -> None:
        self.counts[bisect_left(self.bounds, seconds)] += 1
        self.total += seconds
        self.last = seconds

    @property
    def count(self) -> int:
        return sum(self.counts)

    def cumulated(self) -> Sequence[tuple[str, int]]:
        """As Prometheus wants them: how many took at most so long."""
        found, so_far = [], 0
        for bound, count in zip([*map(str, self.bounds), "+Inf"], self.counts, strict=True):
            so_far += count
            found.append((bound, so_far))
        return found


_FAST = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
_SLOW = (0.1, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0)

UPDATES: Counter[UpdateOutcome] = Counter()
SENDS: Counter[SendOutcome] = Counter()
CONSUMES: Counter[tuple[str, ConsumeOutcome]] = Counter()
EVENTS: Counter[str] = Counter()
LEADS: Counter[str] = Counter()
TRANSFERS: Counter[TransferOutcome] = Counter()
SCORINGS: Counter[str] = Counter()
FLOOD_WAITS: Counter[str] = Counter()

UPDATE_SECONDS = Timing(*_FAST)
UPDATE_WAIT_SECONDS = Timing(*_FAST, 30.0, 60.0)
CONSUME_SECONDS = Timing(*_FAST, 30.0, 60.0)
CONSUME_WAIT_SECONDS = Timing(*_FAST, 30.0, 60.0)
SEND_SECONDS = Timing(*_FAST)
TICK_SECONDS = Timing(*_FAST)
MODEL_SECONDS = Timing(*_SLOW)
STALL_SECONDS = Timing(10.0, 20.0, 30.0, 60.0)


def count_update(outcome: UpdateOutcome) -> None:
    UPDATES[outcome] += 1


def time_update(*, worked: float, waited: float) -> None:
    """Seconds of one that is done: at work, and from its arrival until then."""
    UPDATE_SECONDS.add(worked)
    UPDATE_WAIT_SECONDS.add(waited)


def count_send(outcome: SendOutcome) -> None:
    SENDS[outcome] += 1


def time_send(seconds: float) -> None:
    SEND_SECONDS.add(seconds)


def count_flood_wait(kind: str) -> None:
    """Telegram has said 429 to a message of this kind."""
    FLOOD_WAITS[kind] += 1


def count_consume(consumer: str, outcome: ConsumeOutcome) -> None:
    CONSUMES[consumer, outcome] += 1


def time_consume(*, worked: float, waited: float) -> None:
    """Seconds of an attempt: at work, and from the event until then."""
    CONSUME_SECONDS.add(worked)
    CONSUME_WAIT_SECONDS.add(waited)


def time_tick(seconds: float) -> None:
    TICK_SECONDS.add(seconds)


def time_stall(seconds: float) -> None:
    """The event loop stood still for so long."""
    STALL_SECONDS.add(seconds)


def count_transfer(outcome: TransferOutcome) -> None:
    TRANSFERS[outcome] += 1


def count_scoring(fault: str | None, *, seconds: float | None) -> None:
    """`fault` is why the rules scored; without `seconds` no model was asked."""
    SCORINGS[fault or "answered"] += 1
    if seconds is not None:
        MODEL_SECONDS.add(seconds)
