"""A log of Bot API calls in memory."""

from collections import deque
from itertools import islice
from typing import Any

RING_SIZE = 20_000


class Calls:
    def __init__(self) -> None:
        self._last = 0
        self._ring: deque[dict[str, Any]] = deque(maxlen=RING_SIZE)

    def record(self, call: dict[str, Any]) -> int:
        """Returns the call's number."""
        self._last += 1
        self._ring.append({"seq": self._last, **call})
        return self._last

    def after(self, seq: int, limit: int) -> list[dict[str, Any]]:
        first = self._last - len(self._ring) + 1
        start = max(0, seq + 1 - first)
        return list(islice(self._ring, start, start + limit))

    def forget(self) -> None:
        """Numbers keep growing."""
        self._ring.clear()
