"""Signals of other processes: PostgreSQL's NOTIFY wakes this one's loops; their sweeps cover what is missed."""

import asyncio
from collections.abc import Callable

import psycopg
import structlog

from bot.database.postgres import CHANNEL
from services.signals import Signal

log = structlog.get_logger(service="database")

RETRY_SECONDS = 2.0


async def listen(url: str, look: Callable[[Signal], None]) -> None:
    """Until cancelled, on a connection of its own; a lost one is opened again."""
    plain = url.replace("postgresql+psycopg://", "postgresql://", 1)
    while True:
        try:
            await _listen_once(plain, look)
        except (psycopg.Error, OSError) as error:
            log.warning("signals.lost", reason=type(error).__name__)
            await asyncio.sleep(RETRY_SECONDS)


async def _listen_once(url: str, look: Callable[[Signal], None]) -> None:
    async with await psycopg.AsyncConnection.connect(url, autocommit=True, connect_timeout=5) as connection:
        await connection.execute(f"LISTEN {CHANNEL}")
        for topic in Signal:
            look(topic)
        async for note in connection.notifies():
            look(Signal(note.payload))
