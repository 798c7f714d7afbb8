"""Roles that only one process may hold at a time. The lock dies with its holder, however the process dies."""

import asyncio
import fcntl
import os
from collections.abc import Awaitable, Callable
from enum import IntEnum
from pathlib import Path
from typing import Protocol, TypeAlias

import structlog
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.database.away import is_away

log = structlog.get_logger(service="process")

ROLE_SPACE = 0x0C63
RETRY_SECONDS = 0.3
HEARTBEAT_SECONDS = 1.0
LONGEST_HEARTBEAT_SECONDS = 5.0


class ProcessRole(IntEnum):
    POLLER = 1
    SENDER = 2
    TICKER = 3
    RELAY = 4
    WORKER = 5
    KEEPER = 6


Body: TypeAlias = Callable[[], Awaitable[None]]


class Roles(Protocol):
    async def run_as(self, role: ProcessRole, body: Body) -> None:
        """Waits for the role, runs the body while holding it; starts over when the role is lost."""
        ...


class FileRoles:
    """`flock` on a file per role."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._standing_by = False
        folder.mkdir(parents=True, exist_ok=True)

    async def run_as(self, role: ProcessRole, body: Body) -> None:
        descriptor = os.open(self._folder / f"{role.name.lower()}.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            while not _locked(descriptor):
                self._stand_by()
                await asyncio.sleep(RETRY_SECONDS)
            await body()
        finally:
            os.close(descriptor)

    def _stand_by(self) -> None:
        """Said once: the roles of a process are mostly waited for together."""
        if not self._standing_by:
            self._standing_by = True
            log.info("standing-by", reason="another CRM runs on this data folder; this one takes over when it ends")


def _locked(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


class PostgresRoles:
    """A session advisory lock on a connection of its own."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine.execution_options(isolation_level="AUTOCOMMIT")

    async def run_as(self, role: ProcessRole, body: Body) -> None:
        while True:
            try:
                async with self._engine.connect() as connection:
                    try:
                        work = await self._run_holding(connection, role, body)
                    finally:
                        await connection.invalidate()
            except Exception as error:
                if not is_away(error):
                    raise
                work = None
            if work is not None:
                return work.result()
            log.warning("role.lost", role=role.name.lower(), reason="the database is away")
            await asyncio.sleep(RETRY_SECONDS)

    async def _run_holding(
        self, connection: AsyncConnection, role: ProcessRole, body: Body
    ) -> asyncio.Future[None] | None:
        """The body when it came to an end of its own, None when the role was lost."""
        while not await _advisory(connection, role):  # noqa: ASYNC110 - nor does PostgreSQL
            await asyncio.sleep(RETRY_SECONDS)
        work, heart = asyncio.ensure_future(body()), asyncio.ensure_future(_beat(connection))
        try:
            await asyncio.wait({work, heart}, return_when=asyncio.FIRST_COMPLETED)
            return work if work.done() else None
        finally:
            for task in (work, heart):
                task.cancel()
            await asyncio.gather(work, heart, return_exceptions=True)


async def _advisory(connection: AsyncConnection, role: ProcessRole) -> bool:
    asked = await connection.execute(
        text("SELECT pg_try_advisory_lock(:space, :role)"), {"space": ROLE_SPACE, "role": int(role)}
    )
    return bool(asked.scalar_one())


async def _beat(connection: AsyncConnection) -> None:
    """Until the connection is lost, or does not answer: then the lock may be somebody else's already."""
    while True:
        await asyncio.sleep(HEARTBEAT_SECONDS)
        async with asyncio.timeout(LONGEST_HEARTBEAT_SECONDS):
            await _ask(connection)


async def _ask(connection: AsyncConnection) -> None:
    await connection.execute(text("SELECT 1"))
