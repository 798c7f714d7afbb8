"""Methods whose parameters are JSON already and whose answers are read as JSON: no model is built on either side."""

from typing import Any

from aiogram.methods import TelegramMethod

ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]


class RawMethod(TelegramMethod[Any]):
    __returning__ = Any


class RawGetUpdates(RawMethod):
    """One update that can't be parsed must not hold up the ninety-nine around it."""

    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int = 100
    timeout: int = 30
    allowed_updates: list[str] = ALLOWED_UPDATES


class RawCall(RawMethod):
    """What the renderer made is what goes out, as JSON."""

    params: dict[str, Any]


class RawSendMessage(RawCall):
    __api_method__ = "sendMessage"


class RawEditMessageText(RawCall):
    __api_method__ = "editMessageText"


class RawAnswerCallbackQuery(RawCall):
    __api_method__ = "answerCallbackQuery"
