"""Wakes the loops of this process after a commit."""

import asyncio
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field

from services.signals import Signal, Wake


@dataclass(slots=True)
class _Topic:
    woken: asyncio.Event = field(default_factory=asyncio.Event)
    who: set[int] = field(default_factory=set)
    look: bool = False
    looked_at: float = 0.0

    def take(self, *, late: bool, at: float) -> set[int] | None:
        who, look = self.who, self.look or late
        self.who, self.look = set(), False
        self.woken.clear()
        if not look:
            return who
        self.looked_at = at
        return None


class Wakeups:
    def __init__(self) -> None:
        self._topics = {topic: _Topic() for topic in Signal}

    def wake(self, wakes: Iterable[Wake]) -> None:
        for name, who in wakes:
            topic = self._topics[name]
            if who is None:
                topic.look = True
            else:
                topic.who.add(who)
            topic.woken.set()

    def look(self, *topics: Signal) -> None:
        self.wake((topic, None) for topic in topics)

    async def wait(self, topic: Signal, *, timeout: float) -> set[int] | None:  # noqa: ASYNC109 - returning early is the point
        """Who has work; None means to look for it, which comes `timeout` seconds after the last look at the latest."""
        waiting = self._topics[topic]
        clock = asyncio.get_running_loop().time
        until = max(waiting.looked_at, clock() - timeout) + timeout
        if not waiting.woken.is_set():
            with suppress(TimeoutError):
                async with asyncio.timeout_at(until):
                    await waiting.woken.wait()
        at = clock()
        return waiting.take(late=at >= until, at=at)
