"""aiogram's router: two tables behind four handlers, so that a tap costs the same however many steps there are."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Chat, ChatMemberUpdated, Message

from handlers.kit.conversation import Conversation
from handlers.kit.replies import Answer
from handlers.kit.turn import Turn, load_memory, save_memory
from services.conversation.values import Link, Screen, Toast, text
from services.errors import AppError
from services.users.reachability import mark_reachable

Handle: TypeAlias = Callable[[Turn], Awaitable[Answer]]


def build_router(conversation: Conversation) -> Router:
    router = Router(name="crm")

    async def on_message(message: Message, **data: Any) -> Answer:
        if not _private(message.chat):
            return _in_group(message, data["bot_username"])
        return await _converse(
            conversation, data, message=message, handle=lambda turn: conversation.on_message(turn, message)
        )

    async def on_tap(tap: CallbackQuery, **data: Any) -> Answer:
        if tap.message is not None and not _private(tap.message.chat):
            return Answer(toast=Toast(text("err-private-only"), alert=True))
        return await _converse(
            conversation, data, tap=tap, handle=lambda turn: conversation.on_tap(turn, tap.data or "")
        )

    async def on_edited(message: Message, **data: Any) -> Answer:
        if not _private(message.chat):
            return Answer()
        return await _converse(conversation, data, message=message, handle=conversation.on_edited)

    async def on_membership(update: ChatMemberUpdated, **data: Any) -> Answer:
        if _private(update.chat):
            blocked = update.new_chat_member.status in {"kicked", "left"}
            await mark_reachable(data["session"], update.from_user.id, reachable=not blocked, now=data["now"])
        return Answer()

    router.message.register(on_message)
    router.callback_query.register(on_tap)
    router.edited_message.register(on_edited)
    router.my_chat_member.register(on_membership)
    return router


async def _converse(
    conversation: Conversation,
    data: dict[str, Any],
    *,
    handle: Handle,
    message: Message | None = None,
    tap: CallbackQuery | None = None,
) -> Answer:
    state: FSMContext = data["state"]
    turn = Turn(
        session=data["session"],
        actor=data["actor"],
        brokerage=data["brokerage"],
        now=data["now"],
        bot_username=data["bot_username"],
        memory=await load_memory(state),
        message=message,
        tap=tap,
    )
    error: AppError | None = data["error"]
    answer = await (conversation.on_error(turn, error) if error else handle(turn))
    await save_memory(state, turn.memory)
    return answer


def _private(chat: Chat) -> bool:
    return chat.type == "private"


def _in_group(message: Message, bot_username: str) -> Answer:
    """Personal data stays out of groups: a command there leads to the private chat, talk is left alone."""
    if not (message.text or "").startswith("/"):
        return Answer()
    lines = [text("scr-group"), text("scr-group-number", number=str(message.chat.id))]
    return Answer(Screen(lines, [[Link(text("btn-private-chat"), f"https://t.me/{bot_username}")]]))
