"""One writer that commits many units of work together.

Each unit runs in a savepoint of its own, one after another, never interleaved; their callers are told only after the
common COMMIT has reached the disk. Under load fifty taps share one fsync; alone, a tap pays for its own.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession

from bot.database.base import Database, DatabaseClosedError, T, Work, in_transaction, refuse_inside_transaction
from bot.database.session import InlineSession
from bot.database.sqlite import driver_of, reading_engine, writing_engine
from services.events.settle import settle_rows
from services.signals import Aftermath, aftermath_of

MOST_UNITS = 64
LONGEST_SECONDS = 0.05


@dataclass(slots=True)
class _Unit:
    work: Callable[[AsyncSession], Awaitable[Any]]
    future: asyncio.Future[Any]
    result: Any = None
    aftermath: Aftermath = field(default_factory=Aftermath)


class SqliteDatabase(Database):
    dialect = "sqlite"

    def __init__(self, path: Path) -> None:
        super().__init__()
        path.parent.mkdir(parents=True, exist_ok=True)
        self.engine = writing_engine(path)
        self._readers = reading_engine(path, pool_size=4)
        self._waiting: deque[_Unit] = deque()
        self._wakeup = asyncio.Event()
        self._writer: asyncio.Task[None] | None = None
        self._connection: AsyncConnection | None = None
        self._closed = False

    async def write(self, work: Work[T], *, durable: bool = True) -> T:  # noqa: ARG002 - shares its COMMIT with what must be
        refuse_inside_transaction("a second write")
        if self._closed:
            raise DatabaseClosedError
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._serve(), name="writer")
        unit = _Unit(work, asyncio.get_running_loop().create_future())
        self._waiting.append(unit)
        self._wakeup.set()
        result: T = await unit.future
        return result

    async def apart(self, session: AsyncSession, work: Work[T]) -> T:
        assert isinstance(session.bind, AsyncConnection)  # noqa: S101 - as `_run` has made it
        if session.in_transaction():
            await session.flush()
        result, aftermath = await _in_savepoint(session.bind, work)
        aftermath_of(session).add(aftermath)
        return result

    async def read(self, work: Work[T]) -> T:
        async with self._readers.connect() as connection, InlineSession(connection) as session:
            return await work(session)

    async def close(self) -> None:
        """Finishes what waits and takes no more."""
        self._closed = True
        self._wakeup.set()
        if self._writer is not None:
            await asyncio.wait({self._writer})
        await self.engine.dispose()
        await self._readers.dispose()

    async def _serve(self) -> None:
        try:
            while self._waiting or not self._closed:
                if self._waiting:
                    await self._commit_together()
                else:
                    self._wakeup.clear()
                    await self._wakeup.wait()
        finally:
            _refuse(self._waiting, DatabaseClosedError())
            self._waiting.clear()
            await self._disconnect()

    async def _commit_together(self) -> None:
        batch: list[_Unit] = []
        try:
            connection = await self._connected()
            async with connection.begin():
                await self._run_waiting(connection, batch)
        except Exception as error:  # noqa: BLE001 - each caller gets it
            _refuse(batch or self._first_in_line(), error)
            await self._disconnect()
            return
        except BaseException:
            _refuse(batch, DatabaseClosedError())
            raise
        for unit in batch:
            _resolve(unit.future, unit.result)
            self._committed(unit.aftermath)

    async def _connected(self) -> AsyncConnection:
        """One connection for as long as nothing goes wrong with it."""
        if self._connection is None:
            self._connection = await self.engine.connect()
        return self._connection

    async def _disconnect(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.close()

    async def _run_waiting(self, connection: AsyncConnection, batch: list[_Unit]) -> None:
        """Leaves in `batch` what the COMMIT will make true."""
        driver = driver_of(connection)
        clock = asyncio.get_running_loop().time
        end = clock() + LONGEST_SECONDS
        while self._waiting and len(batch) < MOST_UNITS and clock() < end:
            unit = self._waiting.popleft()
            if unit.future.cancelled():
                continue
            batch.append(unit)
            try:
                unit.result, unit.aftermath = await _in_savepoint(connection, unit.work)
            except (Exception, asyncio.CancelledError) as error:
                if _being_cancelled() or not driver.in_transaction:
                    raise
                batch.remove(unit)
                _refuse([unit], error)

    def _first_in_line(self) -> list[_Unit]:
        """Who is told when the transaction could not even begin."""
        return [self._waiting.popleft()] if self._waiting else []


def _being_cancelled() -> bool:
    """The writer itself; a unit may also end cancelled because something that it awaited was."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0


async def _in_savepoint(connection: AsyncConnection, work: Work[T]) -> tuple[T, Aftermath]:
    """What fails is undone; only SQLite itself rolls back everything, when the disk is full for example."""
    driver = driver_of(connection)
    driver.execute("SAVEPOINT unit")
    try:
        done = await _run(connection, work)
    except (Exception, asyncio.CancelledError):
        if driver.in_transaction:
            driver.execute("ROLLBACK TO unit")
            driver.execute("RELEASE unit")
        raise
    driver.execute("RELEASE unit")
    return done


async def _run(connection: AsyncConnection, work: Work[T]) -> tuple[T, Aftermath]:
    inside = in_transaction.set(True)
    session = InlineSession(connection)
    try:
        result = await work(session)
        await settle_rows(session)
        await session.finish()
        return result, aftermath_of(session)
    finally:
        in_transaction.reset(inside)
        if session.in_transaction():
            with suppress(OperationalError):  # SQLite has rolled back everything, the savepoint too
                await session.close()


def _resolve(future: asyncio.Future[Any], result: Any) -> None:
    if not future.done():
        future.set_result(result)


def _refuse(units: Iterable[_Unit], error: BaseException) -> None:
    for unit in units:
        if not unit.future.done():
            unit.future.set_exception(error)
