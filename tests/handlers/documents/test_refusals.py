"""Files that are not taken, and fetches that fail on the way."""

from typing import Any

import pytest
from sqlalchemy import func, select, update

from models.deal import Deal, DealStage
from models.delivery import Delivery, DeliveryState
from models.document import Document, DocumentState
from models.event import EventRow
from models.journal_entry import JournalEntry
from services.documents.ports import FileGone, FilesUnreachable, FileTooBig, StorageUnreachable
from tests.handlers.documents.sending import (
    close_packets,
    deal_on_screen,
    document,
    documents_of,
    executor_joins,
    filed,
    handed_to,
    photo,
)
from tests.harness import MemoryStorage, Play, UploadedFiles
from tests.people import CLIENT, EXECUTOR, OTHER_SELLER, SELLER, STRANGER
from tests.services.documents.files import docx, pdf, png

EXE = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00" + bytes(200)


class Failing(UploadedFiles):
    """Fails with `error` until it is taken away."""

    def __init__(self, contents: dict[str, bytes], error: Exception) -> None:
        super().__init__()
        self.contents = contents
        self.error: Exception | None = error

    async def download(self, file_id: str, *, limit: int) -> bytes:
        if self.error is not None:
            raise self.error
        return await super().download(file_id, limit=limit)


class FullStorage(MemoryStorage):
    full = True

    async def put(self, key: str, data: Any) -> None:
        if self.full:
            raise StorageUnreachable
        await super().put(key, data)


def with_ports(play: Play, *, files: Any = None, storage: Any = None) -> None:
    play.use(files=files or play.files, storage=storage or play.storage)


async def count(play: Play, table: type, *where: Any) -> int:
    wanted = select(func.count()).select_from(table).where(*where)
    return int((await play.read(lambda session: session.execute(wanted))).scalar_one())


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("policy.pdf", EXE, "а подходят фото, PDF"),
        ("empty.txt", b"", "файл пустой"),
        ("macros.docx", docx(**{"word/vbaProject.bin": b"macro"}), "макросы"),
        ("broken.pdf", pdf()[:-8], "повреждён"),
        ("huge.png", png(50_000, 40_000), "50000 × 40000"),
    ],
)
async def test_a_bad_file_is_refused_in_words_and_a_good_one_is_taken_after_it(
    play: Play, name: str, data: bytes, reason: str
) -> None:
    deal_id = await deal_on_screen(play)
    answer = await filed(play, document(play, name, data))
    assert f"❌ {name}" in answer.text
    assert reason in answer.text
    assert not play.storage.contents
    answer = await filed(play, document(play, "good.pdf"))
    assert "✅ good.pdf" in answer.text
    assert [kept.state for kept in await documents_of(play, deal_id)] == [DocumentState.REFUSED, DocumentState.FILED]


async def test_a_file_declared_too_large_is_refused_without_a_download(play: Play) -> None:
    await deal_on_screen(play)
    with_ports(play, files=Failing({}, AssertionError("it was downloaded")))
    answer = await filed(play, document(play, "film.mp4", file_size=21 * 2**20))
    assert "❌ film.mp4: больше 20" in answer.text


@pytest.mark.parametrize(("error", "reason"), [(FileTooBig(), "больше 20"), (FileGone(), "уже не отдаёт")])
async def test_what_telegram_will_not_give_is_refused(play: Play, error: Exception, reason: str) -> None:
    await deal_on_screen(play)
    with_ports(play, files=Failing({}, error))
    answer = await filed(play, document(play))
    assert reason in answer.text


async def test_the_others_hear_nothing_of_a_refused_file(play: Play) -> None:
    await executor_joins(play, await deal_on_screen(play))
    await filed(play, document(play, "virus.exe", EXE))
    assert not play.seen(EXECUTOR)


async def test_the_others_are_told_when_what_was_on_its_way_is_refused(play: Play) -> None:
    await executor_joins(play, await deal_on_screen(play))
    await play.message(SELLER, **document(play, "virus.exe", EXE))
    await close_packets(play)
    await play.run_events()
    (news,) = play.seen(EXECUTOR)
    assert "Файлів тут не залишилося" in news.text


@pytest.mark.parametrize("what", ["telegram", "storage"])
async def test_a_fetch_that_fails_is_tried_again_until_it_works(play: Play, what: str) -> None:
    await deal_on_screen(play)
    files, storage = Failing(play.files.contents, FilesUnreachable()), FullStorage()
    storage.contents = play.storage.contents
    files.error = files.error if what == "telegram" else None
    storage.full = what == "storage"
    with_ports(play, files=files, storage=storage)
    answer = await filed(play, document(play))
    assert "⏳ policy.pdf" in answer.text
    files.error, storage.full = None, False
    play.clock.advance(seconds=10)
    await play.run_events()
    done = play.screen(SELLER)
    assert "✅ policy.pdf" in done.text
    assert done.message_id == answer.message_id


async def test_a_file_that_can_not_be_fetched_for_a_day_is_refused(play: Play) -> None:
    await deal_on_screen(play)
    with_ports(play, files=Failing({}, FilesUnreachable()))
    await filed(play, document(play))
    for _ in range(20):
        play.clock.advance(hours=2)
        await play.run_events()
    assert "не смог забрать за сутки" in play.screen(SELLER).text


async def test_a_restart_between_receiving_and_fetching_loses_nothing(play: Play) -> None:
    await deal_on_screen(play)
    await play.message(SELLER, **document(play))
    with_ports(play)
    await close_packets(play, after=3600)
    await play.run_events()
    assert "✅ policy.pdf" in play.screen(SELLER).text


async def test_a_fetch_run_again_changes_nothing(play: Play) -> None:
    deal_id = await deal_on_screen(play)
    await filed(play, document(play))
    before = await documents_of(play, deal_id), await count(play, EventRow), await count(play, JournalEntry)
    again = (
        update(Delivery).where(Delivery.consumer == "FetchDocument").values(state=DeliveryState.PENDING, done_at=None)
    )
    for _ in range(2):
        await play.write(lambda session: session.execute(again))
        await play.run_events()
    after = await documents_of(play, deal_id), await count(play, EventRow), await count(play, JournalEntry)
    assert [kept.sha256 for kept in after[0]] == [kept.sha256 for kept in before[0]]
    assert after[1:] == before[1:]


async def test_a_late_result_does_not_resurrect_a_deleted_document(play: Play) -> None:
    deal_id = await deal_on_screen(play)

    class DeletedMeanwhile(UploadedFiles):
        async def download(self, file_id: str, *, limit: int) -> bytes:
            deleted = update(Document).values(deleted_at=play.clock.now())
            await play.write(lambda session: session.execute(deleted))
            return pdf()

    with_ports(play, files=DeletedMeanwhile())
    await play.message(SELLER, **document(play))
    await play.run_events()
    (kept,) = await documents_of(play, deal_id)
    assert kept.state is DocumentState.FETCHING
    assert kept.deleted_at is not None
    assert not await count(play, EventRow, EventRow.name == "document.filed")


async def test_a_deal_lost_in_the_meantime_takes_no_files_and_loses_none(play: Play) -> None:
    lost = await deal_on_screen(play)
    other = await deal_on_screen(play, insured="Kia Rio")
    await play.tap_data(SELLER, f"deal.card:{lost}")
    await play.write(
        lambda session: session.execute(
            update(Deal)
            .where(Deal.id == lost)
            .values(stage=DealStage.LOST, lost_reason="price", closed_at=play.clock.now())
        )
    )
    await play.message(SELLER, **document(play))
    await play.message(SELLER, **photo(play))
    await close_packets(play)
    asked = play.screen(SELLER)
    assert "закрыта" in asked.text
    assert "Принял всё: 2" in asked.text
    assert f"doc.place:1:{lost}" not in [button["callback_data"] for row in asked.buttons for button in row]
    await play.tap(SELLER, "Kia Rio")
    await play.run_events()
    assert len(await documents_of(play, other)) == 2


async def test_a_deal_that_went_to_another_seller_takes_no_files(play: Play) -> None:
    deal_id = await deal_on_screen(play)
    await handed_to(play, OTHER_SELLER)
    await play.message(SELLER, **document(play))
    await close_packets(play)
    assert "ведёт Pavlo" in play.screen(SELLER).text
    assert not await documents_of(play, deal_id)


@pytest.mark.parametrize("person", [STRANGER, CLIENT])
async def test_who_may_not_file_gets_an_answer_and_leaves_no_trace(play: Play, person: Any) -> None:
    answer = await play.message(person, **document(play))
    assert answer.text
    assert not await count(play, Document)


async def test_two_equal_files_fetched_together_are_one_and_its_double(play: Play) -> None:
    deal_id = await deal_on_screen(play)
    await filed(play, *[document(play, f"{number}.pdf") for number in range(4)])
    kept = await documents_of(play, deal_id)
    assert [document.same_as_id is None for document in kept].count(True) == 1
    assert len(play.storage.contents) == 1
