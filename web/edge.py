"""What the process lends to the HTTP edge."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from services.health.backlog import Backlog
from services.health.gauges import Gauges
from services.health.pulses import Stall, Vital


class DatabaseAwayError(Exception):
    """The update could not be stored just now; asking again soon helps."""


@dataclass(frozen=True, slots=True)
class WebhookIntake:
    """`store` returns once the update is durable; DatabaseAwayError means that it is not."""

    secret: bytes
    store: Callable[[Mapping[str, Any]], Awaitable[None]]

    def __post_init__(self) -> None:
        if not self.secret:
            raise ValueError("a webhook without a secret would take anybody's updates")


@dataclass(frozen=True, slots=True)
class Edge:
    """`poll_age` is seconds since Telegram last answered this process's poll, None where it does not poll.

    `stall` is the last time when the event loop stood still.
    """

    version: str
    now: Callable[[], datetime]
    backlog: Callable[[datetime], Awaitable[Backlog]]
    vitals: Callable[[datetime], Awaitable[Sequence[Vital]]]
    gauges: Callable[[datetime], Awaitable[Gauges]]
    poll_age: Callable[[], float | None]
    stall: Callable[[], Stall | None] = lambda: None
    webhook: WebhookIntake | None = None
