"""Delivery of updates to a webhook.

- The order holds per lane (a chat's messages, a user's taps); lanes run side by side.
- Any 2xx confirms and may carry one method call in its body. Everything else is repeated after 1 s, doubling to 60 s;
  Retry-After is obeyed up to an hour. What outlives its lifetime is dropped.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout

from sandbox.call import Call
from sandbox.clock import Clock
from sandbox.options import FloodLimits
from sandbox.store import Store
from sandbox.updates import Updates

FIRST_RETRY = 1.0
LAST_RETRY = 60.0
LONGEST_RETRY_AFTER = 3600.0
_SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name

Perform = Callable[[Call], Awaitable[dict[str, Any]]]


class Webhook:
    """`limits.time_scale` shortens the pauses between attempts.

    A webhook is on this machine, so its certificate is not checked.
    """

    def __init__(self, store: Store, clock: Clock, updates: Updates, limits: FloodLimits) -> None:
        self._store = store
        self._clock = clock
        self._updates = updates
        self._limits = limits
        self._wake = asyncio.Event()
        self._lanes: dict[str, asyncio.Task[None]] = {}
        updates.on_new(self.wake)

    def wake(self) -> None:
        self._wake.set()

    def forget(self) -> None:
        """Stops deliveries that are under way."""
        for lane in self._lanes.values():
            lane.cancel()
        self._lanes.clear()

    async def run(self, perform: Perform) -> None:
        """Delivers until it is cancelled."""
        async with ClientSession(timeout=ClientTimeout(total=60)) as session:
            try:
                while True:
                    await self._wake.wait()
                    self._wake.clear()
                    self._start_lanes(session, perform)
            finally:
                self.forget()

    def _start_lanes(self, session: ClientSession, perform: Perform) -> None:
        webhook = self._store.read_setting("webhook")
        if not webhook:
            return
        room = webhook["max_connections"] - len(self._lanes)
        for lane, seq in self._updates.heads():
            if lane not in self._lanes and room > 0:
                self._lanes[lane] = asyncio.create_task(self._run_lane(lane, seq, session, perform))
                room -= 1

    async def _run_lane(self, lane: str, seq: int, session: ClientSession, perform: Perform) -> None:
        """Delivers the oldest update of a lane and makes room for the next."""
        try:
            await self._deliver(seq, session, perform)
        finally:
            if self._lanes.get(lane) is asyncio.current_task():
                del self._lanes[lane]
            self.wake()

    async def _deliver(self, seq: int, session: ClientSession, perform: Perform) -> None:
        pause = FIRST_RETRY
        while (update := self._updates.load(seq)) and (webhook := self._store.read_setting("webhook")):
            error, asked = await self._attempt(update, webhook, session, perform)
            if error is None:
                self._updates.confirm(seq)
                return
            self._note_error(error)
            await asyncio.sleep((asked or pause) * self._limits.time_scale)
            pause = min(pause * 2, LAST_RETRY)

    async def _attempt(
        self, update: dict[str, Any], webhook: dict[str, Any], session: ClientSession, perform: Perform
    ) -> tuple[str | None, float | None]:
        """Returns what went wrong, nothing on success, and the pause that the webhook asked for."""
        headers = {_SECRET_HEADER: webhook["secret"]} if webhook["secret"] else {}
        try:
            async with session.post(
                webhook["url"], json=update, headers=headers, ssl=False, allow_redirects=False
            ) as response:
                if not 200 <= response.status < 300:
                    reason = f"Wrong response from the webhook: {response.status} {response.reason}"
                    return reason, _retry_after(response)
                call = await _reply_call(response)
        except (ClientError, OSError, TimeoutError) as error:
            return f"Connection failed: {type(error).__name__}", None
        if call:
            await perform(call)
        return None, None

    def _note_error(self, message: str) -> None:
        with self._store.transaction():
            self._store.write_setting(
                "webhook.error", {"last_error_date": int(self._clock.now()), "last_error_message": message}
            )


def _retry_after(response: ClientResponse) -> float | None:
    given = response.headers.get("Retry-After", "")
    return min(float(given), LONGEST_RETRY_AFTER) if given.isdecimal() else None


async def _reply_call(response: ClientResponse) -> Call | None:
    """A bot may answer an update with one method call as JSON."""
    if response.content_type != "application/json":
        return None
    try:
        body = json.loads(await response.read())
    except ValueError:
        return None
    if not isinstance(body, dict) or not isinstance(body.get("method"), str):
        return None
    return Call(body.pop("method").lower(), body)
