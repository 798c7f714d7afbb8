"""What an empty installation gets before it serves: seeded people in the sandbox."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TypeAlias

from bot.database import Database
from bot.settings import Settings

Greet: TypeAlias = Callable[[Database, datetime], Awaitable[None]]


def greet(settings: Settings) -> Greet:
    async def seed_once(database: Database, now: datetime) -> None:
        if settings.sandbox:
            from sandbox.seed import seed_people  # noqa: PLC0415 - not part of an installation on the real Telegram

            await database.write(lambda session: seed_people(session, now=now))

    return seed_once
