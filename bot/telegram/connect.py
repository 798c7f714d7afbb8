"""The Bot object and its connection."""

from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiohttp import JsonPayload

from bot.database.base import refuse_inside_transaction
from bot.settings import Settings
from bot.telegram.raw import RawCall, RawMethod


class CrmSession(AiohttpSession):
    """Refuses to go out while a transaction is open: it would hold the one writer for a network's time."""

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109 - aiogram's signature
    ) -> TelegramType:
        refuse_inside_transaction(method.__api_method__)
        return await super().make_request(bot, method, timeout)

    def build_form_data(self, bot: Bot, method: TelegramMethod[TelegramType]) -> Any:
        if isinstance(method, RawCall):
            return JsonPayload(method.params)
        return super().build_form_data(bot, method)

    def check_response(
        self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str
    ) -> Response[TelegramType]:
        if isinstance(method, RawMethod) and (accepted := self._accepted(content)):
            return accepted
        return super().check_response(bot, method, status_code, content)

    def _accepted(self, content: str) -> Response[Any] | None:
        """None leaves it to aiogram to say what is wrong."""
        try:
            answer = self.json_loads(content)
        except ValueError:
            return None
        if not isinstance(answer, dict) or answer.get("ok") is not True:
            return None
        return Response.model_construct(ok=True, result=answer.get("result"))


def connect(settings: Settings, *, token: str, api_url: str | None) -> Bot:
    session = CrmSession(proxy=settings.telegram_proxy)
    if api_url is not None:
        session.api = TelegramAPIServer.from_base(api_url.rstrip("/"), is_local=False)
    return Bot(token, session=session)
