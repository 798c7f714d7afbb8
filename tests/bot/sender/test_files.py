"""Documents on their way back: by file id, or out of the storage."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import SendDocument, SendMediaGroup, SendPhoto

from bot.database import Database
from bot.sender.files import StoredFile, send_files
from bot.sender.pacing import Limits
from models.outgoing import OutgoingKind
from tests.bot.sender.stage import screen, stage
from tests.harness import MemoryStorage
from tests.sandbox.conftest import SELLER
from tests.sandbox.conftest import Telegram as LocalTelegram

CHAT = SELLER


class Telegram:
    """Keeps what it was asked; refuses every file id with `refusal` while there is one."""

    def __init__(self, refusal: str | None = None) -> None:
        self.refusal = refusal
        self.asked: list[Any] = []

    async def __call__(self, method: Any) -> Any:
        self.asked.append(method)
        if self.refusal and not uploads(method):
            raise TelegramBadRequest(method, self.refusal)
        message = type("Message", (), {"message_id": len(self.asked)})()
        return [message] if isinstance(method, SendMediaGroup) else message


def uploads(method: Any) -> list[StoredFile]:
    media = [item.media for item in getattr(method, "media", [])] or [getattr(method, "document", None)]
    return [file for file in media if isinstance(file, StoredFile)]


def file(number: int = 1, media: str = "document") -> dict[str, Any]:
    return {
        "media": media,
        "file_id": f"id-{number}",
        "name": f"{number}.pdf",
        "caption": "Полис <1>",
        "storage_key": f"key-{number}",
    }


async def test_one_file_goes_by_its_id_in_the_way_it_came() -> None:
    telegram = Telegram()
    assert await send_files(telegram, CHAT, [file(media="photo")], MemoryStorage()) == 1
    (sent,) = telegram.asked
    assert isinstance(sent, SendPhoto)
    assert (sent.photo, sent.caption) == ("id-1", "Полис <1>")


async def test_several_files_are_one_album() -> None:
    telegram = Telegram()
    await send_files(telegram, CHAT, [file(1), file(2)], MemoryStorage())
    (sent,) = telegram.asked
    assert [item.media for item in sent.media] == ["id-1", "id-2"]


@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize(
    "refusal",
    [
        "Bad Request: wrong file identifier/HTTP URL specified",
        "Bad Request: FILE_REFERENCE_EXPIRED",
        "Bad Request: can't use file of type Photo as Document",
    ],
)
async def test_a_refused_id_is_uploaded_out_of_the_storage(refusal: str, count: int) -> None:
    telegram, storage = Telegram(refusal), MemoryStorage()
    storage.contents = {"key-1": b"one", "key-2": b"two"}
    await send_files(telegram, CHAT, [file(1), file(2)][:count], storage)
    sent = uploads(telegram.asked[-1])
    bot = Bot("42:TEST")
    contents = [b"".join([part async for part in upload.read(bot)]) for upload in sent]
    assert contents == [b"one", b"two"][:count]
    assert [upload.filename for upload in sent] == ["1.pdf", "2.pdf"][:count]


async def test_what_telegram_has_never_seen_goes_up_beside_what_it_knows() -> None:
    telegram = Telegram()
    await send_files(telegram, CHAT, [{**file(1), "file_id": ""}, file(2)], MemoryStorage())
    (sent,) = telegram.asked
    assert [upload.filename for upload in uploads(sent)] == ["1.pdf"]
    assert sent.media[1].media == "id-2"


async def test_another_refusal_passes_through() -> None:
    telegram = Telegram("Bad Request: chat not found")
    with pytest.raises(TelegramBadRequest):
        await send_files(telegram, CHAT, [file()], MemoryStorage())
    assert [type(method) for method in telegram.asked] == [SendDocument]


async def test_the_dialogue_goes_on_while_a_folder_is_on_its_way(
    database: Database, telegram: LocalTelegram, tmp_path: Path
) -> None:
    limits = Limits(per_second=1000, chat_burst=1, group_per_minute=1000, second=0.2)
    async with stage(database, telegram, tmp_path, limits=limits) as sending:
        sending.sender._deliverer._storage.contents = {f"key-{number}": b"text" for number in range(6)}
        rows = [{"chat_id": CHAT, "kind": OutgoingKind.FILE, "payload": {"files": [file(n)]}} for n in range(6)]
        await sending.put(*rows)
        await asyncio.sleep(0.3)
        await sending.put(screen("now", surface=None))
        assert await sending.settled() == ["sent"] * 7
        shown = await sending.shown()
    assert shown.index("now") < 5
    assert len(shown) == 7


async def test_an_album_counts_as_all_its_messages(database: Database, telegram: LocalTelegram, tmp_path: Path) -> None:
    limits = Limits(per_second=1000, chat_burst=1, group_per_minute=1000, second=0.05)
    async with stage(database, telegram, tmp_path, limits=limits) as sending:
        sending.sender._deliverer._storage.contents = {f"key-{number}": b"text" for number in range(10)}
        album = {"chat_id": CHAT, "kind": OutgoingKind.FILE, "payload": {"files": [file(n) for n in range(10)]}}
        started = asyncio.get_running_loop().time()
        await sending.put(album, screen("after", surface=None))
        await sending.settled()
    assert asyncio.get_running_loop().time() - started > 10 * 0.05
