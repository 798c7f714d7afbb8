"""Callback and inline queries that wait for the bot's answer."""

import asyncio
import sqlite3
from dataclasses import dataclass
from typing import Any

from sandbox.clock import Clock
from sandbox.errors import QUERY_TOO_OLD, bad_request
from sandbox.store import Store
from sandbox.updates import LIFETIMES


@dataclass(frozen=True, slots=True)
class Query:
    id: str
    user_id: int
    chat_id: int | None
    message_id: int | None


class Queries:
    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._waiting: dict[str, asyncio.Future[dict[str, Any]]] = {}

    def open(self, kind: str, query: Query) -> None:
        """A query that is repeated by a duplicate update keeps its first state."""
        self._store.run(
            "INSERT OR IGNORE INTO queries (id, user_id, chat_id, message_id, expires_at) VALUES (?, ?, ?, ?, ?)",
            query.id,
            query.user_id,
            query.chat_id,
            query.message_id,
            self._clock.now() + LIFETIMES[kind],
        )

    def close(self, query_id: str, answer: dict[str, Any]) -> Query:
        """Raises ApiError for a query that is unknown, too old or answered already."""
        row = self._store.one(
            "UPDATE queries SET answered = 1 WHERE id = ? AND answered = 0 AND expires_at > ? RETURNING *",
            query_id,
            self._clock.now(),
        )
        if row is None:
            raise bad_request(QUERY_TOO_OLD)
        waiting = self._waiting.get(query_id)
        if waiting and not waiting.done():
            waiting.set_result(answer)
        return _query(row)

    async def answer_to(self, query_id: str, *, timeout: float) -> dict[str, Any] | None:  # noqa: ASYNC109 - the caller's choice
        """Returns the bot's answer, None when it did not come within `timeout` seconds."""
        waiting: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self._waiting[query_id] = waiting
        try:
            return await asyncio.wait_for(waiting, timeout)
        except TimeoutError:
            return None
        finally:
            del self._waiting[query_id]

    def release_all(self) -> None:
        """Ends every wait without an answer."""
        for waiting in self._waiting.values():
            waiting.cancel()


def _query(row: sqlite3.Row) -> Query:
    return Query(id=row["id"], user_id=row["user_id"], chat_id=row["chat_id"], message_id=row["message_id"])
