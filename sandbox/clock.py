"""The sandbox's clock: real time plus an offset that tests and the chat page move."""

import asyncio
import re
import time
from datetime import UTC, datetime
from typing import Any

from sandbox.store import Store

_YEAR_3000 = 32_503_680_000
_SPAN = re.compile(r"([+-]?\d+(?:\.\d+)?)\s*([smhdw]?)")
_SECONDS = {"": 1, "s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800}


class Clock:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._offset = float(store.read_setting("clock.offset", 0.0))
        self._version = int(store.read_setting("clock.version", 0))
        self._moved = asyncio.Event()

    def now(self) -> float:
        """Seconds since the epoch."""
        return time.time() + self._offset

    def state(self) -> dict[str, Any]:
        now = datetime.fromtimestamp(self.now(), UTC)
        return {"now": now.isoformat(), "offset_seconds": self._offset, "version": self._version}

    def advance(self, seconds: float) -> None:
        """Raises ValueError for a move out of the years 1970 to 2999."""
        if not 0 <= self.now() + seconds < _YEAR_3000:
            raise ValueError("the clock goes from 1970 to 2999")
        self._offset += seconds
        self._version += 1
        with self._store.transaction():
            self._store.write_setting("clock.offset", self._offset)
            self._store.write_setting("clock.version", self._version)
        self.release()

    def release(self) -> None:
        """Ends every wait for a move."""
        self._moved.set()
        self._moved = asyncio.Event()

    def move_to(self, moment: datetime) -> None:
        self.advance(moment.timestamp() - self.now())

    async def wait_past(self, version: int, *, timeout: float) -> None:  # noqa: ASYNC109 - the caller's long-poll time
        """Returns when the clock was moved after `version`, or after `timeout` seconds."""
        if self._version > version:
            return
        try:
            await asyncio.wait_for(self._moved.wait(), timeout)
        except TimeoutError:
            return


def parse_moment(text: str) -> datetime:
    """Reads ISO 8601; a time without a zone is UTC. Raises ValueError."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def parse_span(text: str) -> float:
    """Reads "3d", "2h", "15m", "90" and sums such as "1d 2h" into seconds. Raises ValueError."""
    cleaned = text.strip().lower()
    parts = _SPAN.findall(cleaned)
    if not parts or _SPAN.sub("", cleaned).strip():
        raise ValueError(f"not a span of time: {text!r}")
    return sum(float(number) * _SECONDS[unit] for number, unit in parts)
