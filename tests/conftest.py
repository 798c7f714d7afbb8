"""Databases, the stage for conversations, and a network that ends at loopback."""

import gc
import os
import shutil
import socket
from collections.abc import AsyncIterator, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

import psycopg
import pytest
from sqlalchemy import text

from bot.database import Database, open_database
from bot.database.migrate import migrate
from bot.logs import configure_logs
from bot.settings import LogFormat
from models.tables import Base
from tests.books import put_back, read_books
from tests.depth import QUICK
from tests.harness import Play
from tests.logged import LOGGED, Logged

if TYPE_CHECKING:
    from playwright.async_api import Browser

POSTGRES = os.environ.get("TEST_DATABASE_URL", "postgresql://postgres@127.0.0.1:5432/postgres")
EITHER_DATABASE = tuple(Path(__file__).parent / room for room in ("handlers", "services", "sandbox", "bot/backup"))
REQUIRE_ALL = os.environ.get("REQUIRE_SERVICES") == "1"
_FIRST_ENGINES: dict[str, Any] = {}
KEPT = {"business_domains", "insurance_kinds", "insurers", "alembic_version"}
EMPTIED = " ".join(f"DELETE FROM {table.name};" for table in Base.metadata.sorted_tables if table.name not in KEPT)
KEPT_COUNTERS = ", ".join(f"'{table}_id_seq'" for table in sorted(KEPT))
EMPTY_AGAIN = f"""
DO $$ BEGIN
SET LOCAL session_replication_role = replica;
{EMPTIED}
PERFORM setval(seqrelid, seqstart, false) FROM pg_sequence WHERE seqrelid::regclass::text NOT IN ({KEPT_COUNTERS});
END $$
"""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With TEST_DEPTH=quick each conversation and use case is tested on one of both databases, about as many on either,
    and each promise of the questions at every sixteenth of them; which they are never changes.

    Where PostgreSQL can't be reached they all stay on SQLite, and those of the other are skipped.
    """
    if not QUICK:
        return
    either = _reaches_postgresql()
    left_out = {item for item in items if _is_left_out(item, either=either)}
    config.hook.pytest_deselected(items=list(left_out))
    items[:] = [item for item in items if item not in left_out]


def _is_left_out(item: pytest.Item, *, either: bool) -> bool:
    params = item.callspec.params if hasattr(item, "callspec") else {}
    if not set(EITHER_DATABASE) & set(item.path.parents):
        return False
    chance = crc32(item.nodeid.replace(str(params.get("database_url", "")), "").encode())
    if "question" in params:
        return chance % 16 != 0
    if "database_url" not in params or not either:
        return False
    on_postgres = chance % 4 == 0
    return bool(params["database_url"] == "sqlite") == on_postgres


def _reaches_postgresql() -> bool:
    try:
        psycopg.connect(POSTGRES, connect_timeout=3).close()
    except psycopg.OperationalError:
        return False
    return True


@pytest.fixture(scope="session", autouse=True)
def _loopback_only() -> Iterator[None]:
    """A test that reaches out of this machine fails."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        host = address[0] if isinstance(address, tuple) else None
        if host is not None and host not in {"127.0.0.1", "::1", "localhost"}:
            raise AssertionError(f"a test reaches out to {host}")
        connect(self, address)  # type: ignore[arg-type]  # an address is whatever the family takes

    socket.socket.connect = guarded  # type: ignore[method-assign]  # for the whole run
    yield
    socket.socket.connect = connect  # type: ignore[method-assign]  # as it was


@pytest.fixture(scope="session", autouse=True)
def _collect_garbage_seldom() -> None:
    """Imported modules are looked through again and again otherwise."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.fixture(scope="session", autouse=True)
def _logs() -> Iterator[None]:
    """As the process writes them: structlog's own default spends half a second on a traceback.

    No line of the whole run may hold one of the personal data that tests type.
    """
    configure_logs(LogFormat.JSON, "INFO", LOGGED)
    yield
    assert LOGGED.leaked == []


@pytest.fixture
def logged() -> Iterator[Logged]:
    """The lines of this test."""
    LOGGED.begin()
    yield LOGGED
    LOGGED.end()


@pytest.fixture(scope="session")
async def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "crm.sqlite3"
    await migrated(f"sqlite+aiosqlite:///{path}")
    return path


async def migrated(url: str) -> None:
    database = open_database(url)
    await migrate(database)
    await database.close()


@pytest.fixture(scope="session")
async def postgres_url() -> AsyncIterator[str]:
    """A migrated database of this test run's own, dropped after it."""
    name = f"crm_test_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}_{os.getpid()}"
    try:
        admin = psycopg.connect(POSTGRES, autocommit=True, connect_timeout=3)
    except psycopg.OperationalError as error:
        if REQUIRE_ALL:
            raise
        pytest.skip(f"PostgreSQL can't be reached: {str(error).splitlines()[0]}")
    admin.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'")
    admin.execute(f"ALTER DATABASE {name} SET synchronous_commit = off")
    url = POSTGRES.rsplit("/", 1)[0] + f"/{name}"
    await migrated(url.replace("postgresql://", "postgresql+psycopg://"))
    yield url
    admin.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    admin.close()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest, sqlite_template: Path, tmp_path: Path) -> str:
    if request.param == "postgresql":
        url: str = request.getfixturevalue("postgres_url")
        return url.replace("postgresql://", "postgresql+psycopg://")
    shutil.copy(sqlite_template, tmp_path / "crm.sqlite3")
    return f"sqlite+aiosqlite:///{tmp_path / 'crm.sqlite3'}"


@pytest.fixture(scope="session")
def postgres_opened(postgres_url: str) -> Database:
    """One for all tests: what SQLAlchemy compiled for the first it need not compile for the next."""
    return open_database(postgres_url.replace("postgresql://", "postgresql+psycopg://"), pool_size=5)


@pytest.fixture
async def database(request: pytest.FixtureRequest, database_url: str) -> AsyncIterator[Database]:
    """Migrated and empty but for the kinds of insurance; each test runs on both databases."""
    if database_url.startswith("postgresql"):
        opened: Database = request.getfixturevalue("postgres_opened")
        await opened.write(lambda session: session.execute(text(EMPTY_AGAIN)))
    else:
        opened = open_database(database_url)
        keep_compiled(opened)
    yield opened
    opened.on_commit.clear()
    await opened.close()


def keep_compiled(database: Any) -> None:
    """As of PostgreSQL: a fifth of a conversation's time is the compiling of what the test before has compiled."""
    for name, engine in (("writer", database.engine), ("readers", database._readers)):
        first = _FIRST_ENGINES.setdefault(name, engine.sync_engine)
        engine.sync_engine.dialect = first.dialect
        engine.sync_engine._compiled_cache = first._compiled_cache


@pytest.fixture
async def postgres_database(postgres_url: str) -> AsyncIterator[Database]:
    """For what only PostgreSQL does; its rows are whatever an earlier test left."""
    opened = open_database(postgres_url.replace("postgresql://", "postgresql+psycopg://"), pool_size=5)
    yield opened
    await opened.close()


@pytest.fixture
async def sqlite_database(sqlite_template: Path, tmp_path: Path) -> AsyncIterator[Database]:
    """For what does not depend on the database."""
    path = tmp_path / "crm.sqlite3"
    shutil.copy(sqlite_template, path)
    opened = open_database(f"sqlite+aiosqlite:///{path}")
    keep_compiled(opened)
    yield opened
    await opened.close()


@pytest.fixture
async def books_as_seeded(database: Database) -> AsyncIterator[None]:
    """What a test changes in the reference books is put back after it."""
    books = await database.read(read_books)
    yield
    await database.write(partial(put_back, books=books))


@pytest.fixture
async def play(database: Database) -> Play:
    """The stage with its people, on both databases."""
    stage = Play(database)
    await stage.seed()
    return stage


@pytest.fixture(scope="session")
async def chromium() -> AsyncIterator["Browser"]:
    from tests.browser import NoChromiumError, launched

    try:
        async with launched() as browser:
            yield browser
    except NoChromiumError as error:
        if REQUIRE_ALL:
            raise
        pytest.skip(f"Chromium can't be started: {error}")
