"""Waits at the start for a database that is still coming up, and says it plainly when it does not."""

import asyncio
from contextlib import suppress

import structlog
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from bot.database.away import is_away
from bot.database.base import Database

log = structlog.get_logger(service="database")

PATIENCE_SECONDS = 30.0
PAUSE_SECONDS = 2.0


class DatabaseUnreachableError(Exception):
    """The message is a sentence for the person at the terminal, without the address: that may carry a password."""


async def reach(database: Database, stop: asyncio.Event, *, patience: float = PATIENCE_SECONDS) -> bool:
    """False when `stop` came first. Raises DatabaseUnreachableError after `patience` seconds."""
    clock = asyncio.get_running_loop().time
    begun = clock()
    while not stop.is_set():
        try:
            await database.read(_ask)
        except Exception as error:
            if not is_away(error):
                raise
            if clock() - begun >= patience:
                raise DatabaseUnreachableError(_sentence(database, error, patience)) from error
            log.warning("database.waiting", reason=reason_of(error), pause=PAUSE_SECONDS)
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), PAUSE_SECONDS)
        else:
            return True
    return False


def reason_of(error: Exception) -> str:
    """What the driver says, on one line."""
    said = str(getattr(error, "orig", None) or error)
    return " ".join(said.split())[:300] or type(error).__name__


async def _ask(session: AsyncSession) -> None:
    await session.execute(text("SELECT 1"))


def _sentence(database: Database, error: Exception, patience: float) -> str:
    name = "DATA_DIR" if database.dialect == "sqlite" else "DATABASE_URL"
    return f"{name}: the database did not answer for {patience:.0f} seconds: {reason_of(error)}"
