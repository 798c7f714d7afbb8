"""A Telegram inside the process: every call is answered from memory, at once or after a given latency."""

import asyncio
import json
from types import TracebackType
from typing import Any, Self

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiohttp import FormData

BOT_ID = 8100000001
TOKEN = f"{BOT_ID}:AAAA-bench-token"

_MESSAGE = {
    "message_id": 1,
    "date": 1795338000,
    "chat": {"id": 7100000003, "type": "private", "first_name": "Maryna"},
    "from": {"id": BOT_ID, "is_bot": True, "first_name": "CRM", "username": "ael_crm_bot"},
    "text": "ok",
}
_MESSAGE_ANSWER = json.dumps({"ok": True, "result": _MESSAGE})
_TRUE_ANSWER = json.dumps({"ok": True, "result": True})


class InstantTelegram:
    """Stands where aiohttp's ClientSession stands, so that everything above the wire is the real thing.

    `calls` counts them by method; `answered` and `shown` are set by callback query id and by chat.
    """

    closed = False

    def __init__(self, latency: float = 0.0) -> None:
        self.latency = latency
        self.calls = 0
        self._answers: dict[str, asyncio.Future[None]] = {}

    def serve(self, bot: Bot) -> Bot:
        session = bot.session
        assert isinstance(session, AiohttpSession)
        session._session = self  # type: ignore[assignment]  # the part of it that aiogram uses
        session._should_reset_connector = False
        return bot

    def expect(self, tap_id: str) -> "asyncio.Future[None]":
        """Done when the tap has been answered."""
        self._answers[tap_id] = asyncio.get_running_loop().create_future()
        return self._answers[tap_id]

    def post(self, url: Any, *, data: Any, **_: Any) -> "_Response":
        self.calls += 1
        method = str(url).rpartition("/")[2]
        return _Response(self, method, data)

    def respond(self, method: str, data: Any) -> str:
        if method != "answerCallbackQuery":
            return _MESSAGE_ANSWER
        tap_id = _tap_of(data)
        if (waiting := self._answers.pop(tap_id, None)) is not None:
            waiting.set_result(None)
        return _TRUE_ANSWER

    async def close(self) -> None:
        """Nothing to close."""


class _Response:
    status = 200

    def __init__(self, telegram: InstantTelegram, method: str, data: Any) -> None:
        self._telegram = telegram
        self._method = method
        self._data = data

    async def __aenter__(self) -> Self:
        if self._telegram.latency:
            await asyncio.sleep(self._telegram.latency)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    async def text(self) -> str:
        return self._telegram.respond(self._method, self._data)


def _tap_of(body: Any) -> str:
    """Out of aiogram's form, or out of JSON."""
    if isinstance(body, FormData):
        return next(value for options, _, value in body._fields if options["name"] == "callback_query_id")
    return json.loads(body._value)["callback_query_id"]
