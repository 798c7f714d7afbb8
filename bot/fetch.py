"""Fetches files' bytes from Telegram, behind the port of `services/documents`."""

from io import BytesIO

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramNetworkError

from services.documents.ports import FileGone, FilesUnreachable, FileTooBig


class BotFiles:
    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def download(self, file_id: str, *, limit: int) -> bytes:
        try:
            file = await self._bot.get_file(file_id)
            if file.file_size is not None and file.file_size > limit:
                raise FileTooBig
            buffer = BytesIO()
            await self._bot.download_file(file.file_path or "", buffer)
        except TelegramBadRequest as error:
            raise (FileTooBig if "too big" in error.message else FileGone) from error
        except (TelegramNetworkError, TelegramAPIError, OSError, TimeoutError) as error:
            raise FilesUnreachable(type(error).__name__) from error
        return buffer.getvalue()
