"""Wakes the loops of this process after a commit."""

import asyncio
from collections.abc import Iterable
from contextlib import suppress

from services.signals import Signal


class Wakeups:
    def __init__(self) -> None:
        self._events = {topic: asyncio.Event() for topic in Signal}

    def wake(self, topics: Iterable[Signal]) -> None:
        for topic in topics:
            self._events[topic].set()

    async def wait(self, topic: Signal, *, timeout: float) -> None:  # noqa: ASYNC109 - returning early is the point
        """Until woken, or the time is up."""
        event = self._events[topic]
        if not event.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(event.wait(), timeout)
        event.clear()
