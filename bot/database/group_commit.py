"""One writer that commits many units of work together.

Each unit runs in a savepoint of its own, one after another, never interleaved; their callers are told only after the
common COMMIT has reached the disk. Under load fifty taps share one fsync; alone, a tap pays for its own.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession

from bot.database.base import Database, T, Work, in_transaction, refuse_inside_transaction
from bot.database.sqlite import sqlite_engine
from services.signals import Signal, signals_of

MOST_UNITS = 64
LONGEST_SECONDS = 0.05


@dataclass(slots=True)
class _Unit:
    work: Callable[[AsyncSession], Awaitable[Any]]
    future: asyncio.Future[Any]
    result: Any = None
    signals: set[Signal] = field(default_factory=set)


class SqliteDatabase(Database):
    dialect = "sqlite"

    def __init__(self, path: Path) -> None:
        super().__init__()
        path.parent.mkdir(parents=True, exist_ok=True)
        self.engine = sqlite_engine(path, begin="IMMEDIATE", pool_size=1)
        self._readers = sqlite_engine(path, begin="DEFERRED", pool_size=4)
        self._waiting: deque[_Unit] = deque()
        self._wakeup = asyncio.Event()
        self._writer: asyncio.Task[None] | None = None

    async def write(self, work: Work[T]) -> T:
        refuse_inside_transaction("a second write")
        if self._writer is None:
            self._writer = asyncio.create_task(self._serve(), name="writer")
        unit = _Unit(work, asyncio.get_running_loop().create_future())
        self._waiting.append(unit)
        self._wakeup.set()
        result: T = await unit.future
        return result

    async def read(self, work: Work[T]) -> T:
        async with AsyncSession(self._readers, expire_on_commit=False) as session:
            return await work(session)

    async def close(self) -> None:
        if self._writer is not None:
            self._writer.cancel()
            with suppress(asyncio.CancelledError):
                await self._writer
        await self.engine.dispose()
        await self._readers.dispose()

    async def _serve(self) -> None:
        while True:
            await self._wakeup.wait()
            self._wakeup.clear()
            while self._waiting:
                await self._commit_together()

    async def _commit_together(self) -> None:
        done: list[_Unit] = []
        try:
            async with self.engine.begin() as connection:
                await self._run_waiting(connection, done)
        except Exception as error:  # noqa: BLE001 - each caller gets it
            self._refuse(done, error)
            return
        for unit in done:
            _resolve(unit.future, unit.result)
            self._committed(unit.signals)

    async def _run_waiting(self, connection: AsyncConnection, done: list[_Unit]) -> None:
        clock = asyncio.get_running_loop().time
        end = clock() + LONGEST_SECONDS
        while self._waiting and len(done) < MOST_UNITS and clock() < end:
            unit = self._waiting.popleft()
            if unit.future.cancelled():
                continue
            try:
                await _run(connection, unit)
            except Exception as error:  # noqa: BLE001 - the unit is rolled back, its caller gets it
                _refuse_one(unit, error)
            else:
                done.append(unit)

    def _refuse(self, units: list[_Unit], error: Exception) -> None:
        """The common transaction failed; when it could not even begin, the first in line is told."""
        for unit in units or ([self._waiting.popleft()] if self._waiting else []):
            _refuse_one(unit, error)


async def _run(connection: AsyncConnection, unit: _Unit) -> None:
    inside = in_transaction.set(True)
    try:
        async with AsyncSession(
            connection, expire_on_commit=False, join_transaction_mode="create_savepoint"
        ) as session:
            unit.result = await unit.work(session)
            await session.commit()
            unit.signals = signals_of(session)
    finally:
        in_transaction.reset(inside)


def _resolve(future: asyncio.Future[Any], result: Any) -> None:
    if not future.done():
        future.set_result(result)


def _refuse_one(unit: _Unit, error: Exception) -> None:
    if not unit.future.done():
        unit.future.set_exception(error)
