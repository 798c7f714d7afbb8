"""The baseline: aiogram and nothing else."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.types import CallbackQuery, Message

from tests.bench.telegram import TOKEN, InstantTelegram
from tests.bench.updates import tap


def bare_tap(telegram: InstantTelegram) -> Callable[[], Awaitable[Any]]:
    """A callback handler that edits its message to "ok" and answers, one after the other."""
    bot = telegram.serve(Bot(TOKEN, session=AiohttpSession()))
    dispatcher = Dispatcher()

    @dispatcher.callback_query()
    async def on_tap(query: CallbackQuery) -> None:
        assert isinstance(query.message, Message)
        await query.message.edit_text("ok")
        await query.answer()

    async def run() -> None:
        await dispatcher.feed_raw_update(bot, tap(7100000003, "look"))

    return run
