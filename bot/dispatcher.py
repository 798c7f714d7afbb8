"""The aiogram dispatcher: who is speaking, where he stands in a dialogue, and the one router."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, Dispatcher
from aiogram.dispatcher.middlewares.user_context import EVENT_CONTEXT_KEY, EventContext
from aiogram.fsm.context import FSMContext
from aiogram.fsm.storage.base import StorageKey
from aiogram.types import TelegramObject, User

from handlers.kit.conversation import Conversation
from handlers.kit.steps import Steps
from handlers.router import build_router
from models.user import Language
from services.users.queries import find_actor

_RUSSIAN_SPEAKING = ("ru", "be", "kk", "uz", "ky")


class SpeakerMiddleware(BaseMiddleware):
    """Reads the user and his dialogue anew at every update: a change of role or language holds from the next tap on."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        context: EventContext = data[EVENT_CONTEXT_KEY]
        user = context.user
        if user is None or user.is_bot:
            return None
        data["actor"] = await find_actor(
            data["session"],
            telegram_id=user.id,
            name=user.full_name,
            language=language_of(user),
            correlation_id=data["correlation_id"],
        )
        chat_id = context.chat_id or user.id
        key = StorageKey(bot_id=data["bot"].id, chat_id=chat_id, user_id=user.id)
        data["state"] = FSMContext(storage=data["storage"], key=key)
        return await handler(event, data)


def language_of(user: User) -> Language:
    return language_by(user.language_code)


def language_by(code: str | None) -> Language:
    """From Telegram's language code, such as "uk" or "pt-br"."""
    name = (code or "").partition("-")[0]
    if name == "uk":
        return Language.UK
    return Language.RU if name in _RUSSIAN_SPEAKING or not name else Language.EN


def build_dispatcher(steps: Steps) -> Dispatcher:
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.update.outer_middleware(SpeakerMiddleware())
    dispatcher.include_router(build_router(Conversation(steps)))
    return dispatcher
