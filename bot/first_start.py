"""What an empty installation gets: seeded people in the sandbox; rules to switch on and the owner's link on the real
Telegram."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial
from typing import TypeAlias

import structlog

from bot.database import Database
from bot.settings import Settings
from services.automation.rules.seed import seed_rules
from services.events.event import Published
from services.invites.create import invite_owner
from services.invites.link import start_link

log = structlog.get_logger(service="process")

Greet: TypeAlias = Callable[[Database, datetime], Awaitable[None]]
Seed: TypeAlias = Callable[..., Awaitable[None]]
LoadSeed: TypeAlias = Callable[[], Seed]


def greet(settings: Settings, load_seed: LoadSeed) -> Greet:
    async def seed_once(database: Database, now: datetime) -> None:
        if settings.sandbox:
            await _seed(database, partial(load_seed(), brokerage=settings.brokerage, now=now))
        else:
            await database.write(partial(seed_rules, now=now, on=False))

    return seed_once


async def _seed(database: Database, seed: Seed) -> None:
    """Its history was not lived: it is told in one line, and not counted."""
    published: list[Published] = []
    tell, database.on_published = database.on_published, [published.extend]
    try:
        await database.write(seed)
    finally:
        database.on_published = tell
    if published:
        log.info("seed.loaded", count=len(published))


async def offer_ownership(database: Database, settings: Settings, *, bot_username: str, now: datetime) -> None:
    """Prints a link for the first admin while there is none; it is on the terminal only, never in a log line."""
    holds = settings.brokerage.invite_holds
    made = await database.write(partial(invite_owner, holds=holds, now=now))
    if made is not None:
        print(  # noqa: T201 - said to the person at the terminal
            f"There is no admin yet. Who opens this link first becomes one; it works once, for {settings.invite_hours} "
            f"hours (a restart makes another):\nowner {start_link(bot_username, made.token)}",
            flush=True,
        )
