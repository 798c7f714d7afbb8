"""The folder's screens: list, one document, send back, rename, delete and undo."""

from itertools import product

import pytest
from sqlalchemy import select, update

from models.deal import Deal, DealStage
from models.document import DocumentState
from models.event import EventRow
from tests.handlers.documents.sending import (
    close_packets,
    deal_on_screen,
    document,
    documents_of,
    executor_joins,
    filed,
    forwarded,
    photo,
    voice,
)
from tests.harness import Play, Seen
from tests.people import CLIENT, EXECUTOR, MANAGER, OTHER_SELLER, SELLER
from tests.services.documents.files import jpeg, pdf, png


async def events(play: Play, prefix: str) -> list[str]:
    named = select(EventRow.name).where(EventRow.name.startswith(prefix)).order_by(EventRow.id)
    return list((await play.read(lambda session: session.execute(named))).scalars())


async def open_folder(play: Play) -> Seen:
    return await play.tap(SELLER, "📁 Папка")


def sent(play: Play, person=SELLER) -> list[list[str]]:
    """Names of the files that came back, message by message."""
    return [[file["name"] for file in seen.files] for seen in play.seen(person) if seen.files]


async def test_an_empty_folder_says_what_to_do(play: Play) -> None:
    deal_id = await deal_on_screen(play)
    folder = await open_folder(play)
    assert "Пока пусто" in folder.text
    await play.message(SELLER, **document(play))
    assert len(await documents_of(play, deal_id)) == 1


async def test_the_list_is_newest_first_and_paged(play: Play) -> None:
    await deal_on_screen(play)
    await filed(play, *[document(play, f"{number}.png", png(number, 3)) for number in range(1, 10)])
    folder = await open_folder(play)
    lines = [line for line in folder.text.splitlines() if ".png" in line]
    assert lines[0].startswith("1. 🖼 9.png · 1 КБ · Maryna, пн 23 нояб 12:00")
    assert len(lines) == 8
    older = await play.tap(SELLER, "Дальше")
    assert "1. 🖼 1.png" in older.text
    newest = await play.tap(SELLER, "К новым")
    assert newest.text == folder.text


async def test_a_document_is_opened_by_its_number_and_sent_back(play: Play) -> None:
    await deal_on_screen(play)
    await filed(play, {**document(play), **forwarded("Иван <Петров>"), "caption": "Полис & акт"})
    await open_folder(play)
    shown = await play.tap(SELLER, "1")
    assert "📄 policy.pdf" in shown.text
    assert "Переслано от: Иван <Петров>" in shown.text
    assert "Подпись: Полис & акт" in shown.text
    await play.tap(SELLER, "Прислать")
    assert play.toast(SELLER) == "Присылаю файл"
    assert sent(play) == [["policy.pdf"]]
    assert await events(play, "document.sent") == ["document.sent-back"]


async def test_the_whole_folder_comes_in_albums_of_one_sort_each_content_once(play: Play) -> None:
    await deal_on_screen(play)
    pictures = [photo(play, jpeg(width)) for width in range(1, 13)]
    papers = [document(play), document(play, "copy.pdf"), document(play, "a.png", png())]
    await filed(play, *papers, *pictures, voice(play))
    await open_folder(play)
    await play.tap(SELLER, "Прислать всё")
    assert play.toast(SELLER) == "Присылаю 15 файлов"
    assert sorted(len(names) for names in sent(play)) == [1, 2, 2, 10]
    assert ["policy.pdf", "a.png"] in sent(play)
    assert len(await events(play, "document.sent")) == 15


async def test_the_executor_reads_what_the_seller_sent(play: Play) -> None:
    deal_id = await deal_on_screen(play)
    await executor_joins(play, deal_id)
    await filed(play, document(play))
    folder = await play.tap(EXECUTOR, "Папка")
    assert "policy.pdf" in folder.text
    shown = await play.tap(EXECUTOR, "1")
    assert not [label for label in shown.labels if "Видалити" in label]
    await play.tap(EXECUTOR, "Надіслати")
    assert sent(play, EXECUTOR) == [["policy.pdf"]]


async def test_delete_asks_first_and_can_be_undone(play: Play) -> None:
    deal_id = await deal_on_screen(play)
    await filed(play, document(play))
    await open_folder(play)
    await play.tap(SELLER, "1")
    asked = await play.tap(SELLER, "Удалить")
    assert f"Удалить «policy.pdf» из папки сделки {deal_id}?" in asked.text
    assert (await documents_of(play, deal_id))[0].deleted_at is None
    gone = await play.tap(SELLER, "🗑 Удалить")
    assert "Удалил из папки: policy.pdf" in gone.text
    assert "Пока пусто" in gone.text
    back = await play.tap(SELLER, "Вернуть")
    assert "Вернул в папку" in back.text
    assert "1. 📄 policy.pdf" in (await open_folder(play)).text
    assert await events(play, "document.de") == ["document.deleted"]
    assert await events(play, "document.res") == ["document.restored"]


async def test_a_file_deleted_on_its_way_is_fetched_after_it_is_restored(play: Play) -> None:
    deal_id = await deal_on_screen(play)
    await play.message(SELLER, **document(play))
    await close_packets(play)
    (on_its_way,) = await documents_of(play, deal_id)
    await play.tap_data(SELLER, f"doc.delete-yes:{on_its_way.id}", 2)
    await play.run_events()
    assert "Файлов здесь не осталось" in play.screen(SELLER).text
    await play.tap(SELLER, "Вернуть")
    await play.run_events()
    (kept,) = await documents_of(play, deal_id)
    assert kept.state is DocumentState.FILED


async def test_a_second_tap_on_delete_is_answered_and_does_nothing(play: Play) -> None:
    await deal_on_screen(play)
    await filed(play, document(play))
    for _ in range(2):
        await play.tap_data(SELLER, "doc.delete-yes:1", play.screen(SELLER).message_id)
    assert "больше нет в папке" in play.toast(SELLER)
    assert await events(play, "document.de") == ["document.deleted"]


async def test_a_bad_name_is_asked_again_and_the_ending_stays(play: Play) -> None:
    deal_id = await deal_on_screen(play)
    await filed(play, {**photo(play), "caption": "Не то"})
    folder = await open_folder(play)
    assert "1. 🖼 Не то · " in folder.text
    await play.tap(SELLER, "1")
    await play.tap(SELLER, "Назвать иначе")
    refused = await play.say(SELLER, "👍")
    assert "ни букв, ни цифр" in refused.text
    renamed = await play.say(SELLER, "../СТС: оборот.exe")
    assert "🖼 СТС: оборот.exe.jpg" in renamed.text
    (kept,) = await documents_of(play, deal_id)
    assert kept.name == "СТС: оборот.exe.jpg"
    assert "1. 🖼 СТС: оборот.exe.jpg" in (await open_folder(play)).text


async def test_a_name_that_lies_about_the_content_gets_the_true_ending(play: Play) -> None:
    deal_id = await deal_on_screen(play)
    liars = ("setup.exe", pdf()), (None, png()), ("../../etc/x.PDF", png(9))
    await filed(play, *[document(play, name, data) for name, data in liars])
    names = [kept.name for kept in await documents_of(play, deal_id)]
    assert names[0] == "setup.exe.pdf"
    assert names[1].startswith("2026-11-23-")
    assert names[1].endswith(".png")
    assert names[2] == "x.png"


VERBS = ["doc.open", "doc.send", "doc.delete", "doc.delete-yes", "doc.restore", "doc.rename"]


FORGED = ["999", "0", "-1", "1:2", "9" * 30, "x", ""]


async def test_forged_ids_are_refused_in_words(play: Play) -> None:
    await deal_on_screen(play)
    for verb, arg in product(VERBS, FORGED):
        play.toasts.clear()
        await play.tap_data(SELLER, f"{verb}:{arg}", 2)
        assert play.toast(SELLER), f"{verb}:{arg}"


async def test_a_document_deleted_while_its_name_is_asked_ends_the_dialogue_in_words(play: Play) -> None:
    await deal_on_screen(play)
    await filed(play, document(play))
    await play.tap_data(SELLER, "doc.rename:1", 2)
    menu = await play.say(MANAGER, "/menu")
    await play.tap_data(MANAGER, "doc.delete-yes:1", menu.message_id)
    answer = await play.say(SELLER, "новое имя")
    assert "больше нет в папке" in answer.text
    assert "Как назвать" not in (await play.say(SELLER, "/menu")).text


@pytest.mark.parametrize("person", [OTHER_SELLER, CLIENT, EXECUTOR])
async def test_somebody_elses_deal_stays_shut(play: Play, person) -> None:
    await deal_on_screen(play)
    await filed(play, document(play))
    menu = await play.say(person, "/menu")
    for verb in (*VERBS, "deal.folder", "doc.send-all"):
        await play.tap_data(person, f"{verb}:1", menu.message_id)
    await play.tap_data(person, "doc.page:1:9", menu.message_id)
    assert "policy" not in "".join(seen.text for seen in play.seen(person))
    assert not sent(play, person)
    assert (await documents_of(play, 1))[0].deleted_at is None


async def test_an_executor_may_not_delete_what_the_seller_sent_but_a_manager_may(play: Play) -> None:
    deal_id = await deal_on_screen(play)
    await executor_joins(play, deal_id)
    await filed(play, document(play))
    await play.tap_data(EXECUTOR, "doc.delete-yes:1", play.screen(EXECUTOR).message_id)
    assert "Змінювати документ може" in play.toast(EXECUTOR)
    menu = await play.say(MANAGER, "/menu")
    await play.tap_data(MANAGER, "doc.delete-yes:1", menu.message_id)
    assert (await documents_of(play, deal_id))[0].deleted_at is not None


async def test_the_folder_of_a_lost_deal_can_be_read_but_not_changed(play: Play) -> None:
    deal_id = await deal_on_screen(play)
    await filed(play, document(play))
    lost = update(Deal).values(stage=DealStage.LOST, lost_reason="price", closed_at=play.clock.now())
    await play.write(lambda session: session.execute(lost))
    await open_folder(play)
    shown = await play.tap(SELLER, "1")
    assert "Удалить" not in " ".join(shown.labels)
    await play.tap_data(SELLER, "doc.delete-yes:1", shown.message_id)
    assert "закрыта" in play.toast(SELLER)
    assert (await documents_of(play, deal_id))[0].deleted_at is None


async def test_a_file_that_is_still_coming_can_not_be_sent_back(play: Play) -> None:
    await deal_on_screen(play)
    await play.message(SELLER, **document(play))
    await play.tap_data(SELLER, "doc.send:1", 2)
    assert "ещё не получен" in play.toast(SELLER)
    await play.tap_data(SELLER, "doc.send-all:1", 2)
    assert "ни одного полученного файла" in play.toast(SELLER)
