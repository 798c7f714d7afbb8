"""SQLite behind aiosqlite, with statements run where they are cheapest.

A statement on a local file takes microseconds, a hop to aiosqlite's thread and back takes a hundred: so statements run
inline, and only what may wait for the disk or for another process (BEGIN IMMEDIATE, COMMIT, checkpoint) goes
to the thread. See docs/decisions/0002-one-writer-with-group-commit.md.
"""

import sqlite3
from collections import deque
from functools import partial
from pathlib import Path
from typing import Any

import aiosqlite
from sqlalchemy import event
from sqlalchemy.engine import Connection
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool, ConnectionPoolEntry

BUSY_TIMEOUT_MS = 5000
PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "busy_timeout": BUSY_TIMEOUT_MS,
}
_MAY_WAIT = ("BEGIN IMMEDIATE", "PRAGMA wal_checkpoint", "VACUUM")


class InlineConnection(aiosqlite.Connection):
    """While the thread is busy everything goes through it: its caller may be gone, cancelled, but not its COMMIT."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._in_thread: deque[None] = deque()

    async def _execute(self, fn: Any, *args: Any, **kwargs: Any) -> Any:
        if not self._in_thread and not self._may_wait(fn, args):
            return fn(*args, **kwargs)
        self._in_thread.append(None)
        return await super()._execute(self._in_turn, fn, *args, **kwargs)  # type: ignore[no-untyped-call]  # aiosqlite types its public part only

    def _may_wait(self, fn: Any, args: tuple[Any, ...]) -> bool:
        return bool(fn == self._conn.commit or (args and isinstance(args[0], str) and args[0].startswith(_MAY_WAIT)))

    def _in_turn(self, fn: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            return fn(*args, **kwargs)
        finally:
            self._in_thread.pop()


def _connect(path: Path) -> InlineConnection:
    opened = InlineConnection(
        partial(sqlite3.connect, path, check_same_thread=False, isolation_level=None, cached_statements=512),
        64,
    )
    opened._thread.daemon = True  # noqa: SLF001 - as SQLAlchemy does it, or the thread outlives the loop
    return opened


def sqlite_engine(path: Path, *, begin: str, pool_size: int) -> AsyncEngine:
    """`begin` is IMMEDIATE for the writer, DEFERRED for readers."""
    engine = create_async_engine(
        "sqlite+aiosqlite://",
        async_creator=partial(_opened, path),
        poolclass=AsyncAdaptedQueuePool,
        pool_size=pool_size,
        max_overflow=0,
        pool_reset_on_return="rollback",
    )
    event.listen(engine.sync_engine, "connect", partial(_configure, read_only=begin == "DEFERRED"))
    event.listen(engine.sync_engine, "begin", partial(_begin, begin))
    return engine


async def _opened(path: Path) -> aiosqlite.Connection:
    return await _connect(path)


def _configure(connection: Any, record: ConnectionPoolEntry, *, read_only: bool) -> None:  # noqa: ARG001 - the event's signature
    """Sets and then reads back every pragma: a connection without them loses updates silently."""
    cursor = connection.cursor()
    for name, value in {**PRAGMAS, "query_only": int(read_only)}.items():
        cursor.execute(f"PRAGMA {name}={value}")
        cursor.execute(f"PRAGMA {name}")
        found = cursor.fetchone()[0]
        if found != value:
            raise RuntimeError(f"SQLite refuses PRAGMA {name}={value}: it stays {found}")
    cursor.close()


def _begin(mode: str, connection: Connection) -> None:
    connection.exec_driver_sql(f"BEGIN {mode}")
