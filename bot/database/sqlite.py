"""SQLite inside SQLAlchemy's asyncio, with each statement run where it is cheapest.

aiosqlite runs everything in a thread. A statement on a local file takes microseconds, a hop there and back many times
that: so statements run inline on aiosqlite's connection, and only what may wait for the disk or for another process
(opening, BEGIN IMMEDIATE, COMMIT) goes to its thread.
See docs/decisions/0002-one-writer-with-group-commit.md.
"""

import asyncio
import sqlite3
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import aiosqlite
from sqlalchemy import event
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool, ConnectionPoolEntry, Pool
from sqlalchemy.util import await_only
from sqlalchemy.util.concurrency import in_greenlet

BUSY_TIMEOUT_MS = 5000
PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "busy_timeout": BUSY_TIMEOUT_MS,
}


class InlineCursor(sqlite3.Cursor):
    async def _async_soft_close(self) -> None:
        """What SQLAlchemy awaits of an asyncio cursor; everything has been fetched by then."""


class InlineConnection(sqlite3.Connection):
    """The sqlite3 connection inside an aiosqlite one; only the writer's waits in aiosqlite's thread."""

    threaded: aiosqlite.Connection | None = None
    writes = False

    def cursor(self, factory: Any = InlineCursor) -> Any:
        return super().cursor(factory)

    def begin(self) -> None:
        if not self.writes:
            self.execute("BEGIN")
        elif not self._begins_at_once():
            await_only(self._in_thread("BEGIN IMMEDIATE"))

    def commit(self) -> None:
        if self.writes:
            await_only(self._in_thread("COMMIT"))
        else:
            super().commit()

    def close(self) -> None:
        super().close()
        threaded, self.threaded = self.threaded, None
        if threaded is None:
            return
        stopped = threaded.stop()
        if stopped is not None and in_greenlet():
            await_only(stopped)  # its thread says so to this loop, which must not be closed by then

    def _begins_at_once(self) -> bool:
        """False while another process writes, which is worth a thread to wait in."""
        (patience,) = self.execute("PRAGMA busy_timeout").fetchone()
        self.execute("PRAGMA busy_timeout=0")
        try:
            self.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            return False
        finally:
            self.execute(f"PRAGMA busy_timeout={patience}")
        return True

    async def _in_thread(self, statement: str) -> None:
        """To its end, also when the caller is cancelled: the connection is nobody else's until then."""
        assert self.threaded is not None  # noqa: S101 - set when it was opened
        try:
            await self.threaded.execute(statement)
        except asyncio.CancelledError:
            behind = asyncio.ensure_future(self.threaded.execute("SELECT 1"))
            while not behind.done():
                with suppress(asyncio.CancelledError):
                    await asyncio.wait({behind})
            raise


def driver_of(connection: AsyncConnection) -> InlineConnection:
    """sqlite3's own connection, for what needs no SQLAlchemy."""
    assert connection.sync_connection is not None  # noqa: S101 - it was connected
    driver: Any = connection.sync_connection.connection.dbapi_connection
    return driver  # type: ignore[no-any-return]  # what `_connect` made


class InlineDialect(SQLiteDialect_pysqlite):
    """aiosqlite's connection under an AsyncEngine, driven inline."""

    driver = "inline"
    is_async = True
    supports_statement_cache = True

    @classmethod
    def get_pool_class(cls, url: Any) -> type[Pool]:  # noqa: ARG003 - SQLAlchemy's signature
        return AsyncAdaptedQueuePool

    def do_begin(self, dbapi_connection: Any) -> None:
        dbapi_connection.begin()


registry.register("sqlite.inline", __name__, InlineDialect.__name__)


def writing_engine(path: Path) -> AsyncEngine:
    """One connection, whose transactions are BEGIN IMMEDIATE."""
    return _engine(path, pool_size=1, read_only=False)


def reading_engine(path: Path, *, pool_size: int) -> AsyncEngine:
    return _engine(path, pool_size=pool_size, read_only=True)


def _engine(path: Path, *, pool_size: int, read_only: bool) -> AsyncEngine:
    connect = partial(_connect, path, read_only=read_only)
    engine = create_async_engine("sqlite+inline://", creator=connect, pool_size=pool_size, max_overflow=0)
    event.listen(engine.sync_engine, "connect", partial(_configure, read_only=read_only))
    return engine


def _connect(path: Path, *, read_only: bool) -> InlineConnection:
    threaded = aiosqlite.connect(
        path, check_same_thread=False, isolation_level=None, cached_statements=512, factory=InlineConnection
    )
    threaded._thread.daemon = True  # noqa: SLF001 - as SQLAlchemy does it: a forgotten connection holds up no exit
    opened: InlineConnection = await_only(_opened(threaded))
    opened.threaded, opened.writes = threaded, not read_only
    return opened


async def _opened(threaded: aiosqlite.Connection) -> Any:
    return (await threaded)._conn  # noqa: SLF001 - what our factory made in aiosqlite's thread


def _configure(connection: InlineConnection, record: ConnectionPoolEntry, *, read_only: bool) -> None:  # noqa: ARG001 - the event's signature
    """Sets and then reads back every pragma: a connection without them loses updates silently."""
    for name, value in {**PRAGMAS, "query_only": int(read_only)}.items():
        connection.execute(f"PRAGMA {name}={value}")
        found = connection.execute(f"PRAGMA {name}").fetchone()[0]
        if found != value:
            raise RuntimeError(f"SQLite refuses PRAGMA {name}={value}: it stays {found}")
