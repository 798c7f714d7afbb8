"""What holds on every connection, on both databases."""

import asyncio
import sqlite3

import pytest
from sqlalchemy import column, select, table, text
from sqlalchemy.exc import DataError, OperationalError, ProgrammingError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.database import Database
from bot.database.away import is_away
from bot.database.group_commit import SqliteDatabase
from bot.database.sqlite import PRAGMAS

WRITES = 160


async def test_concurrent_read_modify_writes_lose_nothing(database: Database) -> None:
    await database.write(lambda s: s.execute(text("CREATE TABLE IF NOT EXISTS counters (id INTEGER, value INTEGER)")))
    await database.write(lambda s: s.execute(text("DELETE FROM counters")))
    await database.write(lambda s: s.execute(text("INSERT INTO counters VALUES (1, 0)")))
    value_of_it = select(column("value")).select_from(table("counters")).with_for_update()

    async def increment(session: AsyncSession) -> None:
        value = (await session.execute(value_of_it)).scalar_one()
        await session.execute(text("UPDATE counters SET value = :value WHERE id = 1"), {"value": value + 1})

    await asyncio.gather(*(database.write(increment) for _ in range(WRITES)))
    found = await database.read(lambda s: s.execute(text("SELECT value FROM counters")))
    assert found.scalar_one() == WRITES
    await database.write(lambda s: s.execute(text("DROP TABLE counters")))


async def test_every_sqlite_connection_carries_the_pragmas(sqlite_database: SqliteDatabase) -> None:
    async def pragmas(session: AsyncSession) -> dict[str, object]:
        await asyncio.sleep(0.01)
        return {name: (await session.execute(text(f"PRAGMA {name}"))).scalar_one() for name in PRAGMAS}

    found = await asyncio.gather(*(sqlite_database.read(pragmas) for _ in range(8)))
    found.append(await sqlite_database.write(pragmas))
    assert all(one == PRAGMAS for one in found)


async def test_sqlite_readers_can_not_write(sqlite_database: SqliteDatabase) -> None:
    """Only through `write`, which takes its turn."""
    with pytest.raises(OperationalError, match="readonly"):
        await sqlite_database.read(lambda s: s.execute(text("DELETE FROM users")))


async def fails_with(database: Database, statement: str) -> Exception:
    try:
        await database.write(lambda session: session.execute(text(statement)))
    except Exception as error:  # noqa: BLE001 - the test looks at it
        return error
    raise AssertionError("it should have failed")


@pytest.mark.postgres
@pytest.mark.parametrize(
    ("statement", "away"),
    [
        ("SELECT pg_terminate_backend(pg_backend_pid())", True),
        ("DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '40P01'; END $$", True),
        ("DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '40001'; END $$", True),
        ("DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '53100'; END $$", True),
        ("DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '57P03'; END $$", True),
        ("DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '55P03'; END $$", True),
        ("DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '54000'; END $$", False),
        ("DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '57014'; END $$", False),
        ("SELECT 1 / 0", False),
        ("SELECT * FROM no_such_table", False),
    ],
)
async def test_a_database_that_is_away_is_told_from_a_wrong_statement(
    postgres_database: Database, statement: str, *, away: bool
) -> None:
    assert is_away(await fails_with(postgres_database, statement)) is away


@pytest.mark.parametrize(
    ("error", "away"),
    [
        (OperationalError("x", {}, sqlite3.OperationalError("database is locked")), True),
        (OperationalError("x", {}, sqlite3.OperationalError("disk I/O error")), True),
        (OperationalError("x", {}, sqlite3.OperationalError("database or disk is full")), True),
        (OperationalError("x", {}, sqlite3.OperationalError("attempt to write a readonly database")), True),
        (OperationalError("x", {}, sqlite3.OperationalError("no such table: users")), False),
        (ProgrammingError("x", {}, sqlite3.OperationalError("bad parameter")), False),
        (DataError("x", {}, sqlite3.OperationalError("too large")), False),
        (PoolTimeoutError("x"), True),
        (ValueError("x"), False),
    ],
)
def test_sqlite_errors_that_waiting_helps_with(error: Exception, *, away: bool) -> None:
    assert is_away(error) is away
