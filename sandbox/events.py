"""What happened, for the chat page: a ring of events and the streams that follow it."""

import asyncio
import time
from collections import deque
from dataclasses import dataclass
from typing import Any

RING_SIZE = 5_000


@dataclass(frozen=True, slots=True)
class Event:
    """`data` may hold messages as they are stored: showing them is left to the streams, if there are any."""

    id: int
    name: str
    data: dict[str, Any]


class Events:
    """Ids grow over restarts too: they start at the time of the start, in microseconds."""

    def __init__(self) -> None:
        self._last = time.time_ns() // 1_000
        self._ring: deque[Event] = deque(maxlen=RING_SIZE)
        self._streams: set[asyncio.Queue[Event | None]] = set()

    def publish(self, name: str, **data: Any) -> None:
        self._last += 1
        event = Event(self._last, name, data)
        self._ring.append(event)
        for stream in self._streams:
            stream.put_nowait(event)

    def subscribe(self, after: int | None) -> asyncio.Queue[Event | None]:
        """Returns a stream that begins with the events after the id `after`, or with a reset when those are gone."""
        stream: asyncio.Queue[Event | None] = asyncio.Queue()
        for event in self._missed(after):
            stream.put_nowait(event)
        self._streams.add(stream)
        return stream

    def unsubscribe(self, stream: asyncio.Queue[Event | None]) -> None:
        self._streams.discard(stream)

    def close(self) -> None:
        """Ends every stream."""
        for stream in self._streams:
            stream.put_nowait(None)

    def _missed(self, after: int | None) -> list[Event]:
        if after is None or after == self._last:
            return []
        oldest = self._ring[0].id if self._ring else self._last + 1
        if not oldest - 1 <= after <= self._last:
            return [Event(self._last, "reset", {})]
        return [event for event in self._ring if event.id > after]
