"""The getUpdates loop: stored durably first, confirmed by the next call's offset after that."""

import asyncio
from functools import partial

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramConflictError, TelegramRetryAfter, TelegramUnauthorizedError

from bot.clock import Clock
from bot.database import Database
from bot.telegram.raw import RawGetUpdates
from services.inbox.store import following_offset, store_updates

log = structlog.get_logger(service="updates")

HOLD_SECONDS = 30
LONGEST_PAUSE = 30.0
KEPT_SECONDS = 5.0
WEBHOOK_IN_THE_WAY = "webhook is active"


class Poller:
    """One at a time for a bot, which the role's lock takes care of."""

    def __init__(self, bot: Bot, database: Database, clock: Clock) -> None:
        self._bot = bot
        self._database = database
        self._clock = clock
        self._offset: int | None = None
        self._answered_at: float | None = None
        self.polled = asyncio.Event()

    async def run(self) -> None:
        """Until cancelled; a fault of the network or of the database is waited out."""
        self._answered_at = asyncio.get_running_loop().time()
        try:
            await self._poll_on()
        finally:
            self._answered_at = None

    async def _poll_on(self) -> None:
        pause = 0.0
        while True:
            try:
                await self._poll()
                pause = 0.0
            except Exception as error:  # noqa: BLE001 - polling must outlive whatever Telegram answers
                pause = _pause_after(error, pause)
                log.warning("poll.failed", reason=type(error).__name__, pause=pause)
                if WEBHOOK_IN_THE_WAY in str(error):
                    await self._remove_webhook()
                    continue
                await asyncio.sleep(pause)

    def silence(self) -> float | None:
        """Seconds since Telegram last answered a poll, or polling began; None in a process that does not poll."""
        return None if self._answered_at is None else asyncio.get_running_loop().time() - self._answered_at

    async def _poll(self) -> None:
        hold = HOLD_SECONDS if self.polled.is_set() else 0
        updates = await self._bot(RawGetUpdates(offset=self._offset, timeout=hold), request_timeout=HOLD_SECONDS + 15)
        self._answered_at = asyncio.get_running_loop().time()
        if updates:
            store = partial(store_updates, bot_id=self._bot.id, updates=updates, now=self._clock.now())
            await self._database.write(store)
        # after an empty answer everything is confirmed, and Telegram may start its numbers over
        self._offset = following_offset(updates)
        self.polled.set()

    async def _remove_webhook(self) -> None:
        """Left by an earlier life with TELEGRAM_WEBHOOK_URL; what waits in the queue stays there."""
        try:
            await self._bot.delete_webhook()
        except (TelegramAPIError, OSError) as error:
            log.warning("webhook.kept", reason=type(error).__name__)
            await asyncio.sleep(KEPT_SECONDS)


def _pause_after(error: Exception, last: float) -> float:
    if isinstance(error, TelegramRetryAfter):
        return float(error.retry_after)
    if isinstance(error, TelegramUnauthorizedError):
        return LONGEST_PAUSE
    if isinstance(error, TelegramConflictError):
        return 5.0
    return min(max(last * 2, 0.5), LONGEST_PAUSE)
