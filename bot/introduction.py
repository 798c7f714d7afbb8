"""What the process settles with Telegram at its start: its name, its webhook, the owner's link, the commands.

All of it is best effort and beside the work: Telegram being away delays it and nothing else.
"""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramRetryAfter
from sqlalchemy.exc import SQLAlchemyError

from bot.clock import Clock
from bot.commands import ChatCommands, refresh_commands
from bot.database import Database
from bot.first_start import offer_ownership
from bot.settings import Settings
from bot.telegram.raw import ALLOWED_UPDATES

log = structlog.get_logger(service="process")

FIRST_PAUSE = 1.0
LONGEST_PAUSE = 60.0


async def introduce(
    bot: Bot,
    database: Database,
    settings: Settings,
    clock: Clock,
    commands: ChatCommands,
    *,
    named: Callable[[str], None],
) -> None:
    """`named` is told the bot's username."""

    async def learn_name() -> None:
        username = (await bot.me()).username or ""
        named(username)
        if not settings.sandbox:
            await offer_ownership(database, settings, bot_username=username, now=clock.now())

    await asyncio.gather(
        _persist("webhook", partial(_set_webhook, bot, settings)),
        _persist("name", learn_name),
        _persist("commands", partial(refresh_commands, database, commands)),
    )


async def _set_webhook(bot: Bot, settings: Settings) -> None:
    """While nobody listened, Telegram's pauses between its tries have grown to minutes; a webhook that is set anew is
    called at once, and a tap lives no longer than 150 seconds.
    """
    if settings.telegram_webhook_url is None:
        return
    assert settings.telegram_webhook_secret is not None  # noqa: S101 - the settings refuse one without the other
    known = await bot.get_webhook_info()
    if known.pending_update_count and known.last_error_date is not None:
        await bot.delete_webhook()
    await bot.set_webhook(
        settings.telegram_webhook_url,
        secret_token=settings.telegram_webhook_secret.get_secret_value(),
        allowed_updates=ALLOWED_UPDATES,
    )


async def _persist(part: str, work: Callable[[], Awaitable[None]]) -> None:
    """Until it is done."""
    pause = FIRST_PAUSE
    while True:
        try:
            await work()
        except (TelegramAPIError, SQLAlchemyError, OSError, TimeoutError) as error:
            reason = error.message if isinstance(error, TelegramBadRequest) else type(error).__name__
            if isinstance(error, TelegramRetryAfter):
                pause = float(error.retry_after)
            log.warning("introduction.delayed", part=part, reason=reason, pause=pause)
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)
        else:
            return
