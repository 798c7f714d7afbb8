"""One outgoing row as calls to Telegram: edit where the slot's message can be edited, else send; answer the tap beside.

A send can't be part of a transaction: a crash between "sent" and "recorded" repeats one message. Edits and answers
repeat without a trace. Money and tasks never depend on it.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest

from bot.render import Renderer
from bot.sender.files import send_files
from bot.sender.outcome import is_gone, is_not_modified
from bot.sender.pacing import Pacing, Priority
from bot.telegram.raw import RawAnswerCallbackQuery, RawEditMessageText, RawSendMessage
from models.outgoing import DIALOGUE, OutgoingKind
from models.user import Language
from services.conversation.values import Notice
from services.documents.ports import DocumentStorage


@dataclass(frozen=True, slots=True)
class Parcel:
    """A row of `outgoing`, with the receiver's language and the message that shows its slot now."""

    id: int
    chat_id: int
    kind: OutgoingKind
    surface: str | None
    edit_message_id: int | None
    fresh: bool
    callback_query_id: str | None
    payload: dict[str, Any]
    attempts: int
    language: Language
    slot_message_id: int | None

    @property
    def priority(self) -> Priority:
        return Priority.DIALOGUE if self.kind in DIALOGUE else Priority.BULK

    @property
    def target(self) -> int | None:
        """The message to edit."""
        return self.edit_message_id or (None if self.fresh else self.slot_message_id)


class Deliverer:
    def __init__(self, bot: Bot, renderer: Renderer, pacing: Pacing, storage: DocumentStorage) -> None:
        self._bot = bot
        self._renderer = renderer
        self._pacing = pacing
        self._storage = storage

    async def answer_tap(self, parcel: Parcel) -> None:
        """A tap that Telegram has forgotten needs no answer any more."""
        toast = parcel.payload.get("toast") or {}
        params = {"callback_query_id": parcel.callback_query_id, **toast}
        with suppress(TelegramBadRequest):
            await self._bot(RawAnswerCallbackQuery(params=params))

    async def show(self, parcel: Parcel, *, now: datetime) -> int | None:
        """The message's id, if there is one; raises what Telegram refused with."""
        if parcel.kind is OutgoingKind.FILE:
            return await self._send_files(parcel)
        return await self._show(parcel, self._message(parcel, now))

    def _message(self, parcel: Parcel, now: datetime) -> dict[str, Any]:
        if parcel.kind is OutgoingKind.NOTICE:
            notice = Notice.from_json(parcel.payload)
            return self._renderer.notice(notice, parcel.language, now=now, stays=parcel.surface is None)
        message: dict[str, Any] = parcel.payload["message"]
        return message

    async def _show(self, parcel: Parcel, message: dict[str, Any]) -> int | None:
        if parcel.target is not None and await self._edit(parcel, parcel.target, message):
            return parcel.target
        async with self._pacing.turn(parcel.chat_id, parcel.priority):
            sent = await self._bot(RawSendMessage(params={"chat_id": parcel.chat_id, **message}))
        return int(sent["message_id"])

    async def _edit(self, parcel: Parcel, message_id: int, message: dict[str, Any]) -> bool:
        """False when that message is gone or can't show text, so that a new one must be sent."""
        params = {"chat_id": parcel.chat_id, "message_id": message_id, **message}
        try:
            async with self._pacing.turn(parcel.chat_id, parcel.priority):
                await self._bot(RawEditMessageText(params=params))
        except TelegramBadRequest as error:
            if is_gone(error):
                return False
            if not is_not_modified(error):
                raise
        return True

    async def _send_files(self, parcel: Parcel) -> int | None:
        files = parcel.payload["files"]
        async with self._pacing.turn(parcel.chat_id, parcel.priority, messages=len(files)):
            return await send_files(self._bot, parcel.chat_id, files, self._storage)
