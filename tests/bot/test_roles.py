"""A role has one holder, and dies with it."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from structlog.testing import capture_logs

import bot.roles as roles_module
from bot.database import Database, open_database
from bot.roles import FileRoles, PostgresRoles, ProcessRole, Roles

HOLDER = """
import asyncio, sys
from pathlib import Path
from sqlalchemy.ext.asyncio import create_async_engine
from bot.roles import FileRoles, PostgresRoles, ProcessRole

async def hold():
    print("held", flush=True)
    await asyncio.Event().wait()

where = sys.argv[1]
roles = PostgresRoles(create_async_engine(where)) if where.startswith("postgresql") else FileRoles(Path(where))
asyncio.run(roles.run_as(ProcessRole.SENDER, hold))
"""


@pytest.fixture(params=["files", pytest.param("postgresql", marks=pytest.mark.postgres)])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "files":
        return str(tmp_path)
    url: str = request.getfixturevalue("postgres_url")
    return url.replace("postgresql://", "postgresql+psycopg://")


@asynccontextmanager
async def roles_at(place: str) -> AsyncIterator[Roles]:
    if not place.startswith("postgresql"):
        yield FileRoles(Path(place))
        return
    database = open_database(place, pool_size=4)
    yield PostgresRoles(database.engine)
    await database.close()


@asynccontextmanager
async def another_process(place: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """Holds the sender's role."""
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-c", HOLDER, place, cwd=Path(__file__).parents[2], stdout=asyncio.subprocess.PIPE
    )
    assert child.stdout is not None
    assert await asyncio.wait_for(child.stdout.readline(), 30) == b"held\n"
    yield child
    with suppress(ProcessLookupError):
        child.kill()
    await child.communicate()


@asynccontextmanager
async def applicant(roles: Roles, role: ProcessRole = ProcessRole.SENDER) -> AsyncIterator[asyncio.Event]:
    """Applies for the role; the event is set once it is held."""
    held = asyncio.Event()

    async def body() -> None:
        held.set()
        await asyncio.Event().wait()

    task = asyncio.create_task(roles.run_as(role, body))
    try:
        yield held
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
async def test_a_role_is_free_as_soon_as_its_holder_is_dead(place: str, number: signal.Signals) -> None:
    async with roles_at(place) as roles, another_process(place) as child, applicant(roles) as held:
        await asyncio.sleep(0.5)
        assert not held.is_set()
        os.kill(child.pid, number)
        await asyncio.wait_for(held.wait(), 3)


async def test_a_holder_that_was_stopped_still_holds(place: str) -> None:
    """A process that sleeps may wake up at any moment and go on."""
    async with roles_at(place) as roles, another_process(place) as child, applicant(roles) as held:
        os.kill(child.pid, signal.SIGSTOP)
        await asyncio.sleep(0.7)
        assert not held.is_set()
        os.kill(child.pid, signal.SIGKILL)
        await asyncio.wait_for(held.wait(), 3)


async def test_a_process_that_stands_by_says_so_once_for_all_roles(tmp_path: Path) -> None:
    first, second = FileRoles(tmp_path), FileRoles(tmp_path)
    roles = (ProcessRole.SENDER, ProcessRole.TICKER, ProcessRole.RELAY)
    with capture_logs() as lines:
        async with AsyncExitStack() as stack:
            for role in roles:
                held = await stack.enter_async_context(applicant(first, role))
                await asyncio.wait_for(held.wait(), 3)
            assert lines == []
            for role in roles:
                await stack.enter_async_context(applicant(second, role))
            await asyncio.sleep(0.1)
    (line,) = lines
    assert (line["log_level"], line["event"]) == ("info", "standing-by")
    assert "another CRM runs on this data folder" in line["reason"]


async def test_different_roles_do_not_exclude_each_other(place: str) -> None:
    async with roles_at(place) as roles, applicant(roles) as one, applicant(roles, ProcessRole.TICKER) as other:
        await asyncio.wait_for(asyncio.gather(one.wait(), other.wait()), 3)


async def test_a_role_is_free_again_when_its_body_has_ended(place: str) -> None:
    async with roles_at(place) as roles:
        await roles.run_as(ProcessRole.SENDER, _nothing)
        async with applicant(roles) as held:
            await asyncio.wait_for(held.wait(), 3)


async def test_a_failing_body_is_the_callers_business_and_frees_the_role(place: str) -> None:
    async def broken() -> None:
        raise OperationalError("SELECT", {}, Exception("the body's own"))

    async with roles_at(place) as roles:
        with pytest.raises(OperationalError):
            await asyncio.wait_for(roles.run_as(ProcessRole.SENDER, broken), 3)
        async with applicant(roles) as held:
            await asyncio.wait_for(held.wait(), 3)


@pytest.mark.postgres
async def test_a_body_is_cancelled_when_its_lock_is_lost_and_begins_again(postgres_database: Database) -> None:
    roles = PostgresRoles(postgres_database.engine)
    begun, cancelled = asyncio.Queue[None](), asyncio.Queue[None]()

    async def body() -> None:
        begun.put_nowait(None)
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            cancelled.put_nowait(None)
            raise

    task = asyncio.create_task(roles.run_as(ProcessRole.RELAY, body))
    await asyncio.wait_for(begun.get(), 3)
    terminate = text(
        "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND classid = :space"
        " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    )
    await postgres_database.read(lambda s: s.execute(terminate, {"space": roles_module.ROLE_SPACE}))
    await asyncio.wait_for(cancelled.get(), 3)
    await asyncio.wait_for(begun.get(), 3)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


@pytest.mark.postgres
async def test_a_connection_that_hangs_loses_the_role(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(roles_module, "HEARTBEAT_SECONDS", 0.05)
    monkeypatch.setattr(roles_module, "LONGEST_HEARTBEAT_SECONDS", 0.2)
    roles = PostgresRoles(postgres_database.engine)
    begun, cancelled = asyncio.Event(), asyncio.Event()

    async def body() -> None:
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            cancelled.set()

    async def hang(_connection: object) -> None:
        await asyncio.sleep(60)

    monkeypatch.setattr(roles_module, "_ask", hang)
    task = asyncio.create_task(roles.run_as(ProcessRole.RELAY, body))
    await asyncio.wait_for(begun.wait(), 3)
    await asyncio.wait_for(cancelled.wait(), 3)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


@pytest.mark.postgres
async def test_a_pool_without_a_free_connection_is_waited_for(postgres_url: str) -> None:
    database = open_database(postgres_url.replace("postgresql://", "postgresql+psycopg://"), pool_size=1)
    database.engine.sync_engine.pool._timeout = 0.1  # type: ignore[attr-defined]  # not ten seconds
    taken = [await database.engine.connect() for _ in range(5)]
    async with applicant(PostgresRoles(database.engine)) as held:
        await asyncio.sleep(0.5)
        assert not held.is_set()
        for connection in taken:
            await connection.close()
        await asyncio.wait_for(held.wait(), 5)
    await database.close()


async def _nothing() -> None: ...
