"""Telegram's limits, kept from our side: over all chats, per chat, per group.

A permit comes back a second after the *response*, not after the request: with latency that jitters this is what keeps
a full stream free of refusals. Dialogue goes before bulk notices.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from enum import IntEnum
from heapq import heappop, heappush

MARGIN = 1.005
MOST_BUCKETS = 1000


class Priority(IntEnum):
    DIALOGUE = 0
    BULK = 1


@dataclass(frozen=True, slots=True)
class Limits:
    """`second` is how long Telegram's second lasts; tests and benches compress it."""

    per_second: int = 30
    chat_burst: int = 5
    group_per_minute: int = 20
    second: float = 1.0


class Permits:
    """`count` permits, each back `seconds` after its holder let go; waiters by priority, then in order."""

    def __init__(self, count: int, seconds: float) -> None:
        self._free = count
        self._seconds = seconds * MARGIN
        self._order = 0
        self._waiters: list[tuple[Priority, int, asyncio.Future[None]]] = []

    async def acquire(self, priority: Priority) -> None:
        if self._free:
            self._free -= 1
            return
        self._order += 1
        waiter = asyncio.get_running_loop().create_future()
        heappush(self._waiters, (priority, self._order, waiter))
        try:
            await waiter
        except asyncio.CancelledError:
            if waiter.done() and not waiter.cancelled():
                self._release()
            raise

    def release_later(self) -> None:
        asyncio.get_running_loop().call_later(self._seconds, self._release)

    def _release(self) -> None:
        while self._waiters:
            _, _, waiter = heappop(self._waiters)
            if not waiter.done():
                waiter.set_result(None)
                return
        self._free += 1


class Bucket:
    """A chat's allowance: `burst` at once, then one a second."""

    def __init__(self, burst: int, second: float) -> None:
        self._burst = burst
        self._second = second * MARGIN
        self._tokens = float(burst)
        self._at = 0.0

    def delay(self, at: float) -> float:
        """Takes one token; seconds to wait before using it."""
        self._refill(at)
        self._tokens -= 1
        return max(0.0, -self._tokens * self._second)

    def requested(self, at: float) -> None:
        """Time spent waiting for one's turn earns tokens."""
        self._refill(at)

    def responded(self, at: float) -> None:
        """Time spent waiting for the response earns nothing: Telegram may have counted at its end."""
        self._at = max(self._at, at)

    def full(self, at: float) -> bool:
        self._refill(at)
        return self._tokens >= self._burst

    def _refill(self, at: float) -> None:
        if at > self._at:
            self._tokens = min(self._burst, self._tokens + (at - self._at) / self._second)
            self._at = at


class Pacing:
    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._overall = Permits(limits.per_second, limits.second)
        self._chats: dict[int, Bucket] = {}
        self._groups: dict[int, Permits] = {}

    @asynccontextmanager
    async def turn(self, chat_id: int, priority: Priority, *, messages: int = 1) -> AsyncIterator[None]:
        """Held while one message goes to the chat, or an album, whose `messages` the chat's allowance counts singly."""
        clock = asyncio.get_running_loop().time
        bucket = self._bucket(chat_id)
        delay = max(bucket.delay(clock()) for _ in range(messages))
        if delay > 0:
            await asyncio.sleep(delay)
        async with AsyncExitStack() as held:
            for permits in filter(None, (self._group(chat_id), self._overall)):
                await permits.acquire(priority)
                held.callback(permits.release_later)
            bucket.requested(clock())
            try:
                yield
            finally:
                bucket.responded(clock())

    def _bucket(self, chat_id: int) -> Bucket:
        if chat_id not in self._chats:
            if len(self._chats) >= MOST_BUCKETS:
                self._forget_rested()
            self._chats[chat_id] = Bucket(self._limits.chat_burst, self._limits.second)
        return self._chats[chat_id]

    def _forget_rested(self) -> None:
        at = asyncio.get_running_loop().time()
        self._chats = {chat: bucket for chat, bucket in self._chats.items() if not bucket.full(at)}

    def _group(self, chat_id: int) -> Permits | None:
        if chat_id > 0:
            return None
        if chat_id not in self._groups:
            self._groups[chat_id] = Permits(self._limits.group_per_minute, 60 * self._limits.second)
        return self._groups[chat_id]
