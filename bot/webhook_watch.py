"""Where Telegram calls us: asks it whether the webhook still stands and works."""

import asyncio
from datetime import timedelta

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import WebhookInfo

from bot.clock import Clock

log = structlog.get_logger(service="updates")

EVERY_SECONDS = 30.0
LONGEST_RETRY = timedelta(seconds=150)
"""Telegram tries again after two minutes at most."""


class WebhookWatch:
    def __init__(self, bot: Bot, clock: Clock, url: str | None) -> None:
        self._bot = bot
        self._clock = clock
        self._url = url
        self._well_at: float | None = None
        self._told: str | None = None

    def silence(self) -> float | None:
        """Seconds since Telegram last said that all is well; None in a process that it does not call."""
        return None if self._well_at is None else asyncio.get_running_loop().time() - self._well_at

    async def run(self) -> None:
        """Until cancelled. It begins with the benefit of the doubt."""
        self._well_at = asyncio.get_running_loop().time()
        try:
            while True:
                await asyncio.sleep(EVERY_SECONDS)
                await self.look()
        finally:
            self._well_at = None

    async def look(self) -> None:
        wrong = await self._ask()
        if wrong is None:
            self._well_at = asyncio.get_running_loop().time()
        elif wrong != self._told:
            log.warning("webhook.failing", reason=wrong)
        self._told = wrong

    async def _ask(self) -> str | None:
        """A code for what is wrong."""
        try:
            info = await self._bot.get_webhook_info()
        except (TelegramAPIError, OSError, TimeoutError) as error:
            return type(error).__name__
        return self._judge(info)

    def _judge(self, info: WebhookInfo) -> str | None:
        """Telegram keeps its last error for ever: it matters while something waits and the error is recent."""
        if info.url != self._url:
            return "another-webhook" if info.url else "no-webhook"
        failed_at = info.last_error_date
        if info.pending_update_count and failed_at and self._clock.now() - failed_at < LONGEST_RETRY:
            return "calls-fail"
        return None
