"""The Bot object, and updates as raw JSON."""

from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType

from bot.database.base import refuse_inside_transaction
from bot.settings import Settings

ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]


class RawGetUpdates(TelegramMethod[list[dict[str, Any]]]):
    """`getUpdates` without models: one update that can't be parsed must not hold up the ninety-nine around it."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int = 100
    timeout: int = 30
    allowed_updates: list[str] = ALLOWED_UPDATES


class OutsideTransactionSession(AiohttpSession):
    """Refuses to go out while a transaction is open: it would hold the one writer for a network's time."""

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109 - aiogram's signature
    ) -> TelegramType:
        refuse_inside_transaction(method.__api_method__)
        return await super().make_request(bot, method, timeout)


def connect(settings: Settings, *, token: str, api_url: str | None) -> Bot:
    session = OutsideTransactionSession(proxy=settings.telegram_proxy)
    if api_url is not None:
        session.api = TelegramAPIServer.from_base(api_url.rstrip("/"), is_local=False)
    return Bot(token, session=session)
