"""Flood control: a message a second per chat with short bursts, twenty a minute per group, thirty a second overall."""

import math
import time
from collections import deque

from sandbox.errors import too_many_requests
from sandbox.options import FloodLimits


class Bucket:
    """Tokens return with time. A message that costs more than there is leaves a debt."""

    __slots__ = ("_at", "_tokens")

    def __init__(self, burst: float, now: float) -> None:
        self._tokens = burst
        self._at = now

    def wait(self, *, rate: float, burst: float, now: float) -> float:
        """Returns the seconds until a message may pass, 0 when it may now."""
        self._tokens = min(burst, self._tokens + (now - self._at) * rate)
        self._at = now
        return 0.0 if self._tokens >= 1 else (1 - self._tokens) / rate

    def take(self, cost: float) -> None:
        self._tokens -= cost


class Flood:
    """Counts in Telegram's seconds: real time divided by the limits' `time_scale`."""

    def __init__(self, limits: FloodLimits) -> None:
        self.limits = limits
        self.forget()

    def forget(self) -> None:
        self._webhook_set = -math.inf
        self._chats: dict[int, Bucket] = {}
        self._groups: dict[int, deque[float]] = {}
        self._overall = Bucket(self.limits.overall_per_second, self._now())

    def admit_webhook(self) -> None:
        """One setWebhook a second passes. Raises ApiError 429."""
        now = self._now()
        if self.limits.enabled and now - self._webhook_set < 1:
            raise too_many_requests(1)
        self._webhook_set = now

    def admit(self, chat_id: int, cost: int = 1) -> None:
        """Raises ApiError 429 with the whole seconds to wait."""
        if not self.limits.enabled:
            return
        now = self._now()
        waits = [self._wait_chat(chat_id, now), self._wait_overall(now)]
        if chat_id < 0:
            waits.append(self._wait_group(chat_id, now))
        if (longest := max(waits)) > 0:
            raise too_many_requests(max(1, math.ceil(longest)))
        self._take(chat_id, cost, now)

    def _now(self) -> float:
        return time.monotonic() / self.limits.time_scale

    def _wait_chat(self, chat_id: int, now: float) -> float:
        bucket = self._chats.setdefault(chat_id, Bucket(self.limits.chat_burst, now))
        return bucket.wait(rate=self.limits.chat_per_second, burst=self.limits.chat_burst, now=now)

    def _wait_overall(self, now: float) -> float:
        rate = self.limits.overall_per_second
        return self._overall.wait(rate=rate, burst=rate, now=now)

    def _wait_group(self, chat_id: int, now: float) -> float:
        sent = self._groups.setdefault(chat_id, deque())
        while sent and sent[0] <= now - 60:
            sent.popleft()
        if len(sent) < self.limits.group_per_minute:
            return 0.0
        return sent[-self.limits.group_per_minute] + 60 - now

    def _take(self, chat_id: int, cost: int, now: float) -> None:
        self._chats[chat_id].take(cost)
        self._overall.take(cost)
        if chat_id < 0:
            self._groups[chat_id].extend([now] * cost)
