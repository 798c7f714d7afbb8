"""Offers for the client: picked, shown as a text to forward, made into a PDF."""

from datetime import date

import pytest
from sqlalchemy import select

from models.calculation import CalculationState
from models.document import Document, DocumentState
from models.document_kind import DocumentKind
from models.journal_entry import JournalEntry
from models.outgoing import OutgoingKind
from services.documents.ports import StorageUnreachable
from tests.handlers.proposal.offered import ALFA, INGOS, RESO, offered, set_offers, states_of, three_offers
from tests.harness import Play, Seen
from tests.people import EXECUTOR, MANAGER, OTHER_SELLER, SELLER, Person


async def pick(play: Play, deal_id: int, person: Person = SELLER) -> Seen:
    return await play.tap_data(person, f"proposal.show:{deal_id}", play.screen(person).message_id)


async def documents(play: Play) -> list[Document]:
    return list((await play.read(lambda session: session.execute(select(Document)))).scalars())


async def test_the_offers_that_hold_are_picked_and_the_best_price_stands_first(play: Play) -> None:
    deal_id = await three_offers(play)
    await offered(play, deal_id, "ВСК", 44_100, valid_until=date(2026, 11, 20))
    shown = await pick(play, deal_id)
    lines = [line for line in shown.text.splitlines() if line.startswith("✅")]
    assert lines == [
        "✅ 1. АльфаСтрахование · 46\u202f900\u202f₽ · ★",
        "✅ 2. Ингосстрах · 48\u202f200\u202f₽ · франшиза 15\u202f000\u202f₽",
        "✅ 3. РЕСО-Гарантия · 51\u202f000\u202f₽ · без франшизы",
    ]
    assert "Язык для клиента: русский" in shown.text


async def test_the_text_is_a_message_of_its_own_with_what_was_picked(play: Play) -> None:
    deal_id = await three_offers(play)
    await pick(play, deal_id)
    left_out = await play.tap(SELLER, "3")
    assert "▫️ 3. РЕСО-Гарантия · 51\u202f000\u202f₽ · без франшизы" in left_out.text
    await play.tap(SELLER, "📤 Текстом")
    assert "перешлите" in play.toast(SELLER)
    sent = play.screen(SELLER)
    assert sent.message_id != left_out.message_id
    assert sent.buttons == []
    assert sent.text.splitlines() == [
        "Варианты страхования",
        "ОСАГО · Toyota Camry 2021",
        "",
        "1. АльфаСтрахование: 46\u202f900\u202f₽ ★ лучшая цена",
        "Оплата: 2\u00a0×\u00a023\u202f450\u202f₽",
        "",
        "2. Ингосстрах: 48\u202f200\u202f₽",
        "франшиза 15\u202f000\u202f₽",
        "Оплата: одним платежом",
        "",
        "Действует до 5 декабря 2026",
        "",
        "Maryna",
    ]
    sent_ones, untouched = CalculationState.SENT, CalculationState.READY
    assert await states_of(play, deal_id) == [sent_ones, sent_ones, untouched]
    noted = select(JournalEntry.params).where(JournalEntry.key == "jrn-offers-shown-text")
    assert (await play.read(lambda session: session.execute(noted))).scalar_one() == {"insurers": f"{ALFA}, {INGOS}"}


async def test_the_client_is_written_to_in_the_language_that_was_picked(play: Play) -> None:
    deal_id = await three_offers(play)
    await pick(play, deal_id)
    shown = await play.tap(SELLER, "Українська")
    assert "Язык для клиента: украинский" in shown.text
    await play.tap(SELLER, "📤 Текстом")
    assert "Варіанти страхування" in play.screen(SELLER).text
    assert "найкраща ціна" in play.screen(SELLER).text


async def test_the_pdf_comes_as_a_file_and_lies_in_the_folder(play: Play) -> None:
    deal_id = await three_offers(play)
    await pick(play, deal_id)
    await play.tap(SELLER, "📄 В PDF")
    assert "Готовлю PDF" in play.toast(SELLER)
    await play.run_events()
    told, sent = play.seen(SELLER)[-2:]
    assert "Предложение готово" in told.text
    assert sent.kind is OutgoingKind.FILE
    assert [(file["name"], file["caption"]) for file in sent.files] == [
        ("Предложение 23 ноября 2026, ОСАГО, Toyota Camry 2021.pdf", None)
    ]
    assert play.storage.contents[sent.files[0]["storage_key"]].startswith(b"%PDF")
    (filed,) = await documents(play)
    assert (filed.deal_id, filed.kind, filed.state) == (deal_id, DocumentKind.QUOTE, DocumentState.FILED)
    assert set(await states_of(play, deal_id)) == {CalculationState.SENT}


async def test_the_same_proposal_is_sent_again_and_filed_once(play: Play) -> None:
    deal_id = await three_offers(play)
    for _ in range(2):
        await play.tap_data(SELLER, f"proposal.pdf:{deal_id}")
        await play.run_events()
    assert len([seen for seen in play.seen(SELLER) if seen.files]) == 2
    assert len(await documents(play)) == 1


async def test_a_storage_that_is_away_is_waited_for_and_then_said(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    async def unreachable(key: str, data: bytes) -> None:
        raise StorageUnreachable

    deal_id = await three_offers(play)
    kept = play.storage.put
    monkeypatch.setattr(play.storage, "put", unreachable)
    await play.tap_data(SELLER, f"proposal.pdf:{deal_id}")
    await play.run_events()
    assert "Готовлю" in play.toast(SELLER)
    play.clock.advance(minutes=6)
    await play.run_events()
    assert "PDF пока не получился" in play.screen(SELLER).text
    monkeypatch.setattr(play.storage, "put", kept)
    await play.tap(SELLER, "📤 Клиенту")
    await play.tap(SELLER, "📄 В PDF")
    await play.run_events()
    assert play.screen(SELLER).files


async def test_an_old_screen_does_not_show_what_has_expired_since(play: Play) -> None:
    deal_id = await three_offers(play)
    await pick(play, deal_id)
    play.clock.advance(days=20)
    before = play.screen(SELLER).message_id
    await play.tap(SELLER, "📤 Текстом")
    assert "уже не действует" in play.toast(SELLER)
    assert play.screen(SELLER).message_id == before
    again = await pick(play, deal_id)
    assert ALFA not in again.text
    await play.tap(SELLER, "📤 Текстом")
    assert RESO in play.screen(SELLER).text


async def test_an_old_screen_does_not_show_what_was_entered_since(play: Play) -> None:
    deal_id = await three_offers(play)
    await pick(play, deal_id)
    await offered(play, deal_id, "ВСК", 30_000)
    await play.tap(SELLER, "📤 Текстом")
    assert "ВСК" not in play.screen(SELLER).text


async def test_nothing_picked_and_nothing_valid_is_said(play: Play) -> None:
    deal_id = await three_offers(play)
    await pick(play, deal_id)
    for number in "123":
        await play.tap(SELLER, number)
    await play.tap(SELLER, "📄 В PDF")
    assert "отметьте хотя бы одно" in play.toast(SELLER)
    await set_offers(play, deal_id, state=CalculationState.SENT, valid_until=date(2026, 11, 1))
    empty = await pick(play, deal_id)
    assert "действующих предложений нет" in empty.text
    assert empty.labels == ["⚖️ Предложения", "📂 Открыть сделку"]


@pytest.mark.parametrize("verb", ["show", "text", "pdf"])
async def test_strangers_to_the_deal_and_executors_see_nothing(play: Play, verb: str) -> None:
    deal_id = await three_offers(play)
    await play.tap_data(OTHER_SELLER, f"proposal.{verb}:{deal_id}")
    assert play.toast(OTHER_SELLER) == f"Сделки {deal_id} нет."
    await play.tap_data(EXECUTOR, f"proposal.{verb}:{deal_id}")
    assert play.toast(EXECUTOR)
    await play.run_events()
    assert not play.seen(OTHER_SELLER)
    assert not play.seen(EXECUTOR)


async def test_a_manager_shows_offers_of_any_deal(play: Play) -> None:
    deal_id = await three_offers(play)
    await play.tap_data(MANAGER, f"proposal.text:{deal_id}")
    assert ALFA in play.screen(MANAGER).text


@pytest.mark.parametrize("arg", ["", "x", "1:de:f", "1:ru:zz", "1:ru:", "1:ru:-1", f"1:ru:{'f' * 60}", "9" * 30])
async def test_a_forged_button_only_brings_the_menu(play: Play, arg: str) -> None:
    await three_offers(play)
    await play.tap_data(SELLER, f"proposal.text:{arg}"[:64])
    assert "устарел" in play.toast(SELLER)


async def test_no_more_than_the_newest_dozen_is_shown(play: Play) -> None:
    deal_id = await three_offers(play)
    for number in range(20):
        await offered(play, deal_id, ALFA, 60_000 + number)
    shown = await pick(play, deal_id)
    assert len([line for line in shown.text.splitlines() if line.startswith("✅")]) == 12
