"""The writer of SQLite: units of work that share one COMMIT and nothing else."""

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.database import Database, open_database
from bot.database.away import is_away
from bot.database.base import DatabaseClosedError, NestedTransactionError, refuse_inside_transaction
from bot.database.group_commit import SqliteDatabase
from bot.database.sqlite import driver_of
from services.signals import Signal, Wake, signal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "crm.sqlite3"


@pytest.fixture
async def writer(path: Path) -> AsyncIterator[SqliteDatabase]:
    database = open_database(f"sqlite+aiosqlite:///{path}")
    assert isinstance(database, SqliteDatabase)
    await database.write(lambda session: session.execute(text("CREATE TABLE parents (id INTEGER PRIMARY KEY)")))
    await database.write(
        lambda session: session.execute(
            text("CREATE TABLE notes (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES parents)")
        )
    )
    yield database
    await database.close()


async def insert(session: AsyncSession, row_id: int) -> int:
    await session.execute(text("INSERT INTO notes (id) VALUES (:id)"), {"id": row_id})
    return row_id


def stored(path: Path) -> list[int]:
    """What another process sees."""
    with closing(sqlite3.connect(path)) as other:
        return [row for (row,) in other.execute("SELECT id FROM notes ORDER BY id")]


def count_commits(database: SqliteDatabase) -> list[str]:
    commits: list[str] = []
    event.listen(database.engine.sync_engine, "commit", lambda _connection: commits.append("commit"))
    return commits


@contextmanager
def locked(path: Path) -> Iterator[sqlite3.Connection]:
    """Another process in the middle of a write."""
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield other
        if other.in_transaction:
            other.execute("ROLLBACK")


async def test_units_that_wait_together_share_one_commit(writer: SqliteDatabase, path: Path) -> None:
    commits = count_commits(writer)
    results = await asyncio.gather(*(writer.write(lambda s, i=i: insert(s, i)) for i in range(20)))
    assert results == list(range(20))
    assert stored(path) == list(range(20))
    assert len(commits) == 1


async def test_a_failing_unit_is_rolled_back_alone(writer: SqliteDatabase, path: Path) -> None:
    async def half_done(session: AsyncSession) -> None:
        await insert(session, 100)
        raise ValueError("on purpose")

    results = await asyncio.gather(
        writer.write(lambda s: insert(s, 1)),
        writer.write(half_done),
        writer.write(lambda s: insert(s, 1)),
        writer.write(lambda s: insert(s, 2)),
        return_exceptions=True,
    )
    assert [type(result) for result in results] == [int, ValueError, IntegrityError, int]
    assert stored(path) == [1, 2]


async def test_callers_are_told_only_after_the_commit(writer: SqliteDatabase, path: Path) -> None:
    seen: list[list[int]] = []

    async def write(row_id: int) -> None:
        await writer.write(lambda s: insert(s, row_id))
        seen.append(stored(path))

    await asyncio.gather(write(1), write(2), write(3))
    assert seen == [[1, 2, 3]] * 3


async def test_a_failing_commit_reaches_every_caller(writer: SqliteDatabase, path: Path) -> None:
    async def orphan(session: AsyncSession) -> None:
        await session.execute(text("PRAGMA defer_foreign_keys=ON"))
        await session.execute(text("INSERT INTO notes (id, parent_id) VALUES (9, 404)"))

    results = await asyncio.gather(writer.write(lambda s: insert(s, 1)), writer.write(orphan), return_exceptions=True)
    assert [type(result) for result in results] == [IntegrityError, IntegrityError]
    assert stored(path) == []
    assert await writer.write(lambda s: insert(s, 2)) == 2


async def test_a_unit_that_makes_sqlite_roll_everything_back_fails_its_whole_batch(
    writer: SqliteDatabase, path: Path
) -> None:
    """A full disk does this too: SQLite drops the transaction, savepoints and all, and goes on in autocommit."""

    async def ruinous(session: AsyncSession) -> None:
        await session.execute(text("INSERT OR ROLLBACK INTO notes (id) VALUES (1)"))

    results = await asyncio.gather(
        writer.write(lambda s: insert(s, 1)),
        writer.write(ruinous),
        writer.write(lambda s: insert(s, 2)),
        return_exceptions=True,
    )
    told_done = [result for result in results if isinstance(result, int)]
    assert told_done == stored(path) == [2]


async def test_a_full_disk_refuses_loudly_and_loses_nothing(writer: SqliteDatabase, path: Path) -> None:
    await writer.write(lambda s: insert(s, 1))

    async def fill(session: AsyncSession) -> None:
        await session.execute(text("PRAGMA max_page_count=4"))
        await session.execute(text("CREATE TABLE blobs (data BLOB)"))
        await session.execute(text("INSERT INTO blobs VALUES (zeroblob(1000000))"))

    results = await asyncio.gather(writer.write(lambda s: insert(s, 2)), writer.write(fill), return_exceptions=True)
    refused = [result for result in results if isinstance(result, Exception)]
    assert refused
    assert all(is_away(error) for error in refused)
    told_done = [result for result in results if isinstance(result, int)]
    assert stored(path) == [1, *told_done]


async def test_signals_wake_after_the_commit_and_not_for_a_rolled_back_unit(writer: SqliteDatabase, path: Path) -> None:
    woken: list[tuple[set[Wake], list[int]]] = []
    writer.on_commit.append(lambda topics: woken.append((topics, stored(path))))

    async def noisy(session: AsyncSession) -> None:
        await insert(session, 1)
        signal(session, Signal.OUTGOING)

    async def refused(session: AsyncSession) -> None:
        signal(session, Signal.EVENTS)
        raise ValueError("on purpose")

    await asyncio.gather(writer.write(noisy), writer.write(refused), return_exceptions=True)
    assert woken == [({(Signal.OUTGOING, None)}, [1])]


async def test_an_outside_writer_is_waited_for_without_stopping_the_loop(writer: SqliteDatabase, path: Path) -> None:
    with locked(path) as other:
        waiting = asyncio.gather(*(writer.write(lambda s, i=i: insert(s, i)) for i in range(8)))
        longest, last = 0.0, time.perf_counter()
        for _ in range(40):
            await asyncio.sleep(0.01)
            longest, last = max(longest, time.perf_counter() - last), time.perf_counter()
        assert not waiting.done()
        other.execute("ROLLBACK")
        await waiting
    assert longest < 0.2
    assert stored(path) == list(range(8))


async def test_a_lock_that_outlasts_the_patience_is_an_error_for_the_first_in_line_only(
    writer: SqliteDatabase, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def hurry(session: AsyncSession) -> None:
        await session.execute(text("PRAGMA busy_timeout=50"))

    await writer.write(hurry)
    with locked(path):
        first = asyncio.create_task(writer.write(lambda s: insert(s, 1)))
        second = asyncio.create_task(writer.write(lambda s: insert(s, 2)))
        with pytest.raises(OperationalError, match="locked"):
            await first
        assert not second.done()
        second.cancel()
        with suppress(asyncio.CancelledError):
            await second
    assert await writer.write(lambda s: insert(s, 3)) == 3
    assert stored(path) == [3]


async def test_a_cancelled_caller_is_not_run_when_it_still_waits(writer: SqliteDatabase, path: Path) -> None:
    with locked(path):
        first = asyncio.create_task(writer.write(lambda s: insert(s, 1)))
        second = asyncio.create_task(writer.write(lambda s: insert(s, 2)))
        await asyncio.sleep(0.05)
        second.cancel()
    await first
    assert stored(path) == [1]


async def test_a_unit_whose_own_wait_was_cancelled_fails_alone(writer: SqliteDatabase, path: Path) -> None:
    async def broken(session: AsyncSession) -> None:
        await insert(session, 1)
        dead = asyncio.get_running_loop().create_future()
        dead.cancel()
        await dead

    with pytest.raises(asyncio.CancelledError):
        await asyncio.wait_for(writer.write(broken), 2)
    assert await asyncio.wait_for(writer.write(lambda s: insert(s, 2)), 2) == 2
    assert stored(path) == [2]


async def test_close_finishes_what_waits_and_refuses_what_comes_later(writer: SqliteDatabase, path: Path) -> None:
    with locked(path) as other:
        waiting = [asyncio.create_task(writer.write(lambda s, i=i: insert(s, i))) for i in range(3)]
        await asyncio.sleep(0.05)
        closing_ = asyncio.create_task(writer.close())
        await asyncio.sleep(0.05)
        other.execute("ROLLBACK")
    await asyncio.wait_for(closing_, 5)
    assert await asyncio.gather(*waiting) == [0, 1, 2]
    with pytest.raises(DatabaseClosedError):
        await writer.write(lambda s: insert(s, 4))
    assert stored(path) == [0, 1, 2]


async def test_a_writer_that_is_cancelled_in_the_middle_of_a_commit_keeps_database_and_connection_whole(
    writer: SqliteDatabase, path: Path
) -> None:
    for number in range(10):
        unit = asyncio.create_task(writer.write(lambda s, n=number: insert(s, n)))
        while unit is not None and not unit.done() and not _in_thread(writer):
            await asyncio.sleep(0)
        assert writer._writer is not None
        writer._writer.cancel()
        await asyncio.wait({writer._writer, unit}, timeout=2)
        assert unit.done()
    assert await asyncio.wait_for(writer.write(lambda s: insert(s, 1000)), 2) == 1000
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def _in_thread(database: SqliteDatabase) -> bool:
    connection = database._connection
    return connection is not None and driver_of(connection).in_transaction


async def test_a_unit_inside_a_unit_is_refused(database: Database) -> None:
    async def outer(_session: AsyncSession) -> None:
        await database.write(lambda session: session.execute(text("SELECT 1")))

    with pytest.raises(NestedTransactionError):
        await database.write(outer)


async def test_leaving_the_process_inside_a_unit_is_refused(database: Database) -> None:
    async def leave(_session: AsyncSession) -> None:
        refuse_inside_transaction("sendMessage")

    with pytest.raises(NestedTransactionError, match="sendMessage inside a transaction"):
        await database.write(leave)
    refuse_inside_transaction("sendMessage")


async def test_a_read_sees_committed_rows_and_does_not_wait_for_a_writer(writer: SqliteDatabase, path: Path) -> None:
    await writer.write(lambda s: insert(s, 1))
    with locked(path) as other:
        other.execute("INSERT INTO notes (id) VALUES (2)")
        rows = await asyncio.wait_for(writer.read(lambda s: s.execute(text("SELECT id FROM notes"))), 1)
    assert rows.scalars().all() == [1]
