"""Documents on their way to a chat: by Telegram's file id, from the storage where there is none or it is refused."""

from collections.abc import AsyncGenerator, Sequence
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import SendAudio, SendDocument, SendMediaGroup, SendPhoto, SendVideo, SendVoice
from aiogram.types import (
    InputFile,
    InputMediaAudio,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    Message,
)

from models.document import MediaKind
from services.documents.ports import DocumentStorage

_SEND = {
    MediaKind.DOCUMENT: (SendDocument, "document"),
    MediaKind.PHOTO: (SendPhoto, "photo"),
    MediaKind.VOICE: (SendVoice, "voice"),
    MediaKind.AUDIO: (SendAudio, "audio"),
    MediaKind.VIDEO: (SendVideo, "video"),
}
_ALBUM = {
    MediaKind.DOCUMENT: InputMediaDocument,
    MediaKind.PHOTO: InputMediaPhoto,
    MediaKind.AUDIO: InputMediaAudio,
    MediaKind.VIDEO: InputMediaVideo,
}


class StoredFile(InputFile):
    """Streamed out of the storage, so that an album of large files is never in memory."""

    def __init__(self, storage: DocumentStorage, key: str, name: str) -> None:
        super().__init__(filename=name)
        self._storage = storage
        self._key = key

    async def read(self, bot: Bot) -> AsyncGenerator[bytes, None]:  # noqa: ARG002 - aiogram's signature
        async for part in await self._storage.open(self._key):
            yield part


async def send_files(bot: Bot, chat_id: int, files: Sequence[dict[str, Any]], storage: DocumentStorage) -> int:
    """`files`: {media, file_id, name, caption, storage_key}; several of them are one album. The first message's id.

    The file id of what Telegram has never seen is empty.
    """
    stored = [StoredFile(storage, file["storage_key"], file["name"]) for file in files]
    try:
        known = [file["file_id"] or upload for file, upload in zip(files, stored, strict=True)]
        return await _send(bot, chat_id, files, known)
    except TelegramBadRequest as error:
        if "file" not in error.message.casefold():
            raise
    return await _send(bot, chat_id, files, stored)


async def _send(bot: Bot, chat_id: int, files: Sequence[dict[str, Any]], contents: Sequence[str | StoredFile]) -> int:
    if len(files) > 1:
        media = [
            _ALBUM[MediaKind(file["media"])](media=content, caption=file["caption"])
            for file, content in zip(files, contents, strict=True)
        ]
        sent = await bot(SendMediaGroup(chat_id=chat_id, media=media))
        return sent[0].message_id
    method, field = _SEND[MediaKind(files[0]["media"])]
    params = {"chat_id": chat_id, field: contents[0], "caption": files[0]["caption"]}
    message: Message = await bot(method(**params))
    return message.message_id
