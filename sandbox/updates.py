"""The queue of updates, as getUpdates and webhooks see it.

- An update lives until it is confirmed (an offset above its id, or a 2xx of the webhook) or its lifetime ends.
- Kinds that the bot did not allow are never created; the list is sticky until the next getUpdates or setWebhook.
- A raw update may repeat an id or come below the offset: it is handed out once all the same.
"""

import asyncio
import json
import time
from collections.abc import Callable
from typing import Any

from sandbox.clock import Clock
from sandbox.errors import conflict
from sandbox.jsontext import dump_json
from sandbox.store import Store

DAY = 86_400.0
LIFETIMES = {
    "callback_query": 150.0,
    "pre_checkout_query": 150.0,
    "shipping_query": 150.0,
    "chosen_inline_result": 600.0,
    "inline_query": 30.0,
}
OPT_IN_KINDS = {"chat_member", "message_reaction", "message_reaction_count"}
OTHER_POLL = "terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_IS_SET = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
_FIRST_UPDATE_ID = 500_000_001


class Updates:
    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._poll: asyncio.Future[None] | None = None
        self._previous: tuple[int, float] = (-1, 0.0)
        self._listeners: list[Callable[[], None]] = []

    def on_new(self, listener: Callable[[], None]) -> None:
        """The listener runs at each new update, before its transaction ends: it may only schedule work."""
        self._listeners.append(listener)

    def push(self, kind: str, payload: dict[str, Any]) -> int | None:
        """Returns the update's id, None when the bot did not allow this kind."""
        if not self._is_allowed(kind):
            return None
        update_id = self._store.count_up("update", first=_FIRST_UPDATE_ID)
        self._insert(update_id, kind, {"update_id": update_id, kind: payload}, raw=False)
        return update_id

    def push_raw(self, update: dict[str, Any]) -> int:
        """Queues the update as it is; without an update_id the next one is used."""
        body = dict(update)
        if "update_id" not in body:
            body = {"update_id": self._store.count_up("update", first=_FIRST_UPDATE_ID), **body}
        kind = next((key for key in body if key != "update_id"), "unknown")
        self._insert(int(body["update_id"]), kind, body, raw=True)
        return int(body["update_id"])

    def allow(self, kinds: list[str]) -> None:
        """An empty list means every kind but those a bot must ask for."""
        self._store.write_setting("updates.allowed", [kind for kind in kinds if kind])

    def allowed(self) -> list[str]:
        kinds: list[str] = self._store.read_setting("updates.allowed", [])
        return kinds

    async def get(self, offset: int, *, limit: int, timeout: float) -> list[dict[str, Any]]:  # noqa: ASYNC109 - getUpdates has it
        """Confirms what lies below the offset, then waits up to `timeout` seconds for an update."""
        self.terminate_poll(OTHER_POLL)
        bounded = self._bound(offset, limit)
        with self._store.transaction():
            batch = self._take(offset, bounded)
        if batch or timeout <= 0:
            return batch
        await self._wait(timeout)
        with self._store.transaction():
            return self._take(offset, limit)

    def terminate_poll(self, reason: str) -> None:
        """Fails a poll that is waiting now with 409."""
        if self._poll and not self._poll.done():
            self._poll.set_exception(conflict(reason))
        self._poll = None

    def release_poll(self) -> None:
        """Lets a poll that is waiting now return what there is."""
        if self._poll and not self._poll.done():
            self._poll.set_result(None)

    def heads(self) -> list[tuple[str, int]]:
        """Returns each lane with the number of its oldest live update, oldest first."""
        rows = self._store.all(
            "SELECT lane, min(seq) AS seq FROM updates WHERE state = 'pending' AND expires_at > ? "
            "GROUP BY lane ORDER BY seq",
            self._clock.now(),
        )
        return [(row["lane"], row["seq"]) for row in rows]

    def load(self, seq: int) -> dict[str, Any] | None:
        """Returns the update, nothing when it is confirmed, dropped or too old."""
        found = self._store.value(
            "SELECT body FROM updates WHERE seq = ? AND state = 'pending' AND expires_at > ?", seq, self._clock.now()
        )
        return json.loads(found) if found else None

    def confirm(self, seq: int) -> None:
        with self._store.transaction():
            self._store.run("UPDATE updates SET state = 'confirmed', body = '' WHERE seq = ?", seq)

    def drop_pending(self) -> None:
        self._store.run("UPDATE updates SET state = 'dropped', body = '' WHERE state = 'pending'")

    def count(self) -> dict[str, int]:
        pending = self._store.value(
            "SELECT count(*) FROM updates WHERE state = 'pending' AND expires_at > ?", self._clock.now()
        )
        confirmed = self._store.value("SELECT count(DISTINCT update_id) FROM updates WHERE state = 'confirmed'")
        last = self._store.value("SELECT max(update_id) FROM updates")
        return {"pending": pending, "confirmed": confirmed, "last_id": last or 0}

    def confirmed_ids(self) -> list[int]:
        rows = self._store.all("SELECT DISTINCT update_id FROM updates WHERE state = 'confirmed' ORDER BY update_id")
        return [row["update_id"] for row in rows]

    def forget(self) -> None:
        self._store.run("DELETE FROM updates")

    def _is_allowed(self, kind: str) -> bool:
        allowed = self.allowed()
        return kind in allowed if allowed else kind not in OPT_IN_KINDS

    def _insert(self, update_id: int, kind: str, body: dict[str, Any], *, raw: bool) -> None:
        self._store.run(
            "INSERT INTO updates (update_id, kind, lane, body, expires_at, raw) VALUES (?, ?, ?, ?, ?, ?)",
            update_id,
            kind,
            _lane(kind, body),
            dump_json(body),
            self._clock.now() + LIFETIMES.get(kind, DAY),
            raw,
        )
        self.release_poll()
        for listener in self._listeners:
            listener()

    def _bound(self, offset: int, limit: int) -> int:
        """Asking again with the same offset within half a second returns one update only, as in Telegram."""
        now = time.monotonic()
        previous_offset, at = self._previous
        self._previous = (offset, now)
        return 1 if offset == previous_offset and now - at < 0.5 else limit

    async def _wait(self, timeout: float) -> None:  # noqa: ASYNC109 - getUpdates has it
        poll: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._poll = poll
        try:
            await asyncio.wait_for(poll, timeout)
        except TimeoutError:
            pass
        finally:
            if self._poll is poll:
                self._poll = None

    def _take(self, offset: int, limit: int) -> list[dict[str, Any]]:
        self._store.run(
            "UPDATE updates SET state = 'expired' WHERE state = 'pending' AND expires_at <= ?", self._clock.now()
        )
        floor = self._floor(offset)
        if floor:
            self._store.run(
                "UPDATE updates SET state = 'confirmed', body = '' "
                "WHERE state = 'pending' AND raw = 0 AND update_id < ?",
                floor,
            )
        rows = self._store.all("SELECT seq, raw, body FROM updates WHERE state = 'pending' ORDER BY seq LIMIT ?", limit)
        for row in rows:
            if row["raw"]:
                self._store.run("UPDATE updates SET raw = 0 WHERE seq = ?", row["seq"])
        return [json.loads(row["body"]) for row in rows]

    def _floor(self, offset: int) -> int:
        """A negative offset keeps only the last updates; returns the first id to keep."""
        if offset >= 0:
            return offset
        rows = self._store.all(
            "SELECT update_id FROM updates WHERE state = 'pending' ORDER BY seq DESC LIMIT ?", -offset
        )
        return min((row["update_id"] for row in rows), default=0)


def _lane(kind: str, body: dict[str, Any]) -> str:
    """Telegram keeps the order of messages per chat and of everything else per user."""
    payload = body.get(kind)
    if not isinstance(payload, dict):
        return kind
    chat = payload.get("chat")
    if isinstance(chat, dict):
        return f"chat:{chat.get('id')}"
    sender = payload.get("from")
    return f"{kind}:{sender.get('id') if isinstance(sender, dict) else ''}"
