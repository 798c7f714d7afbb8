"""Filing policies in chat: of the client's choice in three answers, by hand, and what is refused on the way."""

from datetime import date
from functools import partial

import pytest
from sqlalchemy import select

from models.content_type import ContentType
from models.deal import Deal, DealStage
from models.document import Document, DocumentState
from models.document_kind import DocumentKind
from models.ledger import LedgerEntry
from models.policy import Instalment, Policy
from tests.handlers.deals.opened import opened_deal
from tests.handlers.documents.sending import close_packets, document, executor_joins
from tests.handlers.policies.filed import TWICE, choose, chosen_deal, file_chosen, filed_policy
from tests.harness import Play, Seen
from tests.invariants import assert_invariants
from tests.people import EXECUTOR, OTHER_SELLER, SELLER
from tests.services.documents.files import printed_pdf


async def all_of(play: Play, table: type) -> list:
    found = await play.read(lambda session: session.execute(select(table).order_by(table.id)))
    return list(found.scalars().all())


async def begin(play: Play, deal_id: int) -> Seen:
    return await play.tap_data(SELLER, f"policy.file:{deal_id}", play.screen(SELLER).message_id)


async def test_a_chosen_offer_becomes_a_policy_in_three_answers(play: Play) -> None:
    deal_id = await chosen_deal(play)
    await executor_joins(play, deal_id)
    asked = await begin(play, deal_id)
    assert "АльфаСтрахование · 46\u202f900\u202f₽" in asked.text
    await play.say(SELLER, "№ AI-4471122")
    await play.say(SELLER, "1 декабря")
    confirmed = await play.message(SELLER, **document(play))
    assert "01.12.2026 — 30.11.2027" in confirmed.text
    assert "1. 23\u202f450\u202f₽ · вт 1 дек" in confirmed.text
    assert "Файл приложен" in confirmed.text
    card = await play.tap(SELLER, "Записать полис")
    assert card.text.startswith("✅ Полис записан.\n\n📄 КАСКО AI-4471122 · оформлен\n")
    await play.run_events()
    told = play.screen(EXECUTOR)
    assert "Maryna записує поліс КАСКО AI-4471122" in told.text
    assert told.labels[0] == "📄 Поліс"
    [policy], [deal], [paper] = await all_of(play, Policy), await all_of(play, Deal), await all_of(play, Document)
    assert (paper.kind, paper.deal_id, policy.document_id) == (DocumentKind.POLICY, deal_id, paper.id)
    assert (deal.stage, deal.next_event_on) == (DealStage.ISSUING, date(2026, 12, 1))
    assert (await close_packets(play), play.screen(SELLER).text)[1] == card.text
    await assert_invariants(play)


async def test_a_policy_by_hand_asks_for_whose_it_is_and_how_much(play: Play) -> None:
    deal_id = await opened_deal(play)
    asked = await play.tap_data(SELLER, f"policies.list:{deal_id}", play.screen(SELLER).message_id)
    assert "Чей он?" in asked.text
    assert "Не знаю страховщика «Рога»" in (await play.say(SELLER, "Рога")).text
    await play.say(SELLER, "ресо")
    assert "Какая премия?" in (await play.say(SELLER, "0")).text
    await play.say(SELLER, "51к")
    await play.say(SELLER, "ХХХ 0123456789")
    assert "в этом месяце 28 дней" in (await play.say(SELLER, "29.02.2027")).text
    assert "ошибку в годе" in (await play.say(SELLER, "01.12.2012")).text
    await play.say(SELLER, "31.01.2027")
    assert "Жду файл" in (await play.say(SELLER, "вот")).text
    confirmed = await play.say(SELLER, "потом")
    assert (
        "РЕСО-Гарантия · № ХХХ 0123456789\n31.01.2027 — 30.01.2028\nПремия 51\u202f000\u202f₽, одним платежом:"
        in confirmed.text
    )
    await play.say(SELLER, "взносы")
    assert "Не понял, как платят" in (await play.say(SELLER, "как получится")).text
    confirmed = await play.say(SELLER, "15000 сейчас, остаток через 3 месяца")
    assert "1. 15\u202f000\u202f₽ · 31 янв 2027\n2. 36\u202f000\u202f₽ · 30 апр 2027" in confirmed.text
    await play.say(SELLER, "последний день")
    assert "раньше первого" in (await play.say(SELLER, "30.01.2027")).text
    assert "36\u202f000\u202f₽" in (await play.say(SELLER, "31.07.2027")).text
    assert "Полис записан" in (await play.say(SELLER, "да")).text
    [deal] = await all_of(play, Deal)
    assert (deal.stage, deal.amount) == (DealStage.ISSUING, 5_100_000)
    await assert_invariants(play)


async def test_commission_is_expected_from_then_on(play: Play) -> None:
    await filed_policy(play)
    assert [entry.amount for entry in await all_of(play, LedgerEntry)] == [515_900, 515_900]


async def test_a_number_is_filed_once_however_it_is_typed(play: Play) -> None:
    await filed_policy(play)
    deal_id = await chosen_deal(play)
    await begin(play, deal_id)
    assert "уже записан: сделка 1" in (await play.say(SELLER, "аi 4471122")).text
    assert "С какого дня" in (await play.say(SELLER, "AI-4471123")).text


async def test_whose_a_taken_number_is_stays_with_those_of_the_deal(play: Play) -> None:
    await filed_policy(play)
    await play.say(OTHER_SELLER, "/newdeal")
    for said in ("Петров Пётр", "+7 916 765-43-21"):
        await play.say(OTHER_SELLER, said)
    await play.tap(OTHER_SELLER, "КАСКО")
    await play.say(OTHER_SELLER, "Kia Rio")
    card = await play.tap(OTHER_SELLER, "Открыть сделку")
    await play.tap_data(OTHER_SELLER, f"policy.file:{(card.subject or '').partition(':')[2]}", card.message_id)
    await play.say(OTHER_SELLER, "Альфа")
    await play.say(OTHER_SELLER, "40 000")
    taken = (await play.say(OTHER_SELLER, "AI-4471122")).text
    assert "уже записан: в чужой сделке" in taken
    assert "Maryna" not in taken
    await play.tap_data(OTHER_SELLER, "policy.card:1", card.message_id)
    assert play.toast(OTHER_SELLER) == "Сделки 1 нет."


async def test_a_second_policy_of_the_same_object_needs_a_reason(play: Play) -> None:
    await filed_policy(play)
    deal_id = await chosen_deal(play)
    asked = await file_chosen(play, deal_id, number="AI-2")
    assert "На этот объект уже есть полис: АльфаСтрахование" in asked.text
    card = await play.say(SELLER, "застрахованы разные риски")
    assert "Рядом с другим полисом: застрахованы разные риски" in card.text
    listed = await play.tap_data(SELLER, f"policies.list:{deal_id}", card.message_id)
    assert "1. КАСКО AI-2 · АльфаСтрахование\nоформлен · до 23.11.2027 · к оплате 46\u202f900\u202f₽" in listed.text
    await assert_invariants(play)


async def test_an_early_start_is_asked_about_and_taken_when_it_was_issued_so(play: Play) -> None:
    deal_id = await chosen_deal(play)
    await begin(play, deal_id)
    await play.say(SELLER, "ОС-1")
    await play.say(SELLER, "1 декабря")
    await play.tap(SELLER, "Без файла")
    await play.tap(SELLER, "Исправить")
    await play.tap(SELLER, "Вид")
    await play.say(SELLER, "ОСАГО")
    await play.say(SELLER, "первый день")
    asked = await play.say(SELLER, "завтра")
    assert "ОСАГО: купленный сегодня начинается не раньше чт 26 ноя" in asked.text
    assert "24.11.2026 — 23.11.2027" in (await play.tap(SELLER, "Так и выдан")).text
    assert "ОСАГО ОС-1" in (await play.tap(SELLER, "Записать полис")).text
    [policy] = await all_of(play, Policy)
    assert policy.choice_id is None


async def test_a_tap_repeated_files_one_policy(play: Play) -> None:
    deal_id = await chosen_deal(play)
    await begin(play, deal_id)
    await play.say(SELLER, "AI-1")
    await play.tap(SELLER, "Завтра")
    asked = await play.tap(SELLER, "Без файла")
    for _ in range(3):
        await play.tap_data(SELLER, asked.data("Записать полис"), asked.message_id)
    assert len(await all_of(play, Policy)) == 1
    assert len(await all_of(play, Instalment)) == 2
    assert play.toast(SELLER) == "Уже сделано"


async def test_another_choice_made_meanwhile_is_said(play: Play) -> None:
    deal_id = await chosen_deal(play)
    await begin(play, deal_id)
    await play.say(SELLER, "AI-1")
    await play.tap(SELLER, "Завтра")
    await play.tap(SELLER, "Без файла")
    await play.write(partial(choose, play=play, deal_id=deal_id, premium=5_000_000, plan=TWICE))
    again = await play.tap(SELLER, "Записать полис")
    assert "выбрал другое предложение: вот оно" in again.text
    assert "50 000" in again.text.replace("\u202f", " ")
    confirmed = await play.say(SELLER, "AI-2")
    assert "записать полис?" in confirmed.text, "the first day and the file are kept"
    assert "Полис записан" in (await play.tap(SELLER, "Записать полис")).text


async def test_the_policys_file_comes_later_and_is_sent_back(play: Play) -> None:
    policy_id = await filed_policy(play)
    asked = await play.tap(SELLER, "Добавить файл")
    assert "Пришлите файл полиса AI-4471122" in asked.text
    card = await play.message(SELLER, **document(play))
    assert "Взял как файл полиса" in card.text
    await play.run_events()
    await play.tap_data(SELLER, f"policy.document:{policy_id}", card.message_id)
    assert play.screen(SELLER).files[0]["name"] == "policy.pdf"


@pytest.mark.parametrize("picture", [True, False])
async def test_a_printed_and_a_scanned_policy_are_taken_and_sent_back_whole(play: Play, *, picture: bool) -> None:
    deal_id = await chosen_deal(play)
    await begin(play, deal_id)
    await play.say(SELLER, "AI-4471122")
    await play.say(SELLER, "завтра")
    confirmed = await play.message(SELLER, **document(play, data=printed_pdf(picture=picture)))
    assert "Файл приложен" in confirmed.text
    await play.tap(SELLER, "Записать полис")
    await play.run_events()
    [paper] = await all_of(play, Document)
    assert (paper.state, paper.content_type) == (DocumentState.FILED, ContentType.PDF)
    await play.tap_data(SELLER, "policy.document:1", play.screen(SELLER).message_id)
    assert play.screen(SELLER).files[0]["name"] == "policy.pdf"


async def test_a_policy_that_begins_on_the_29th_of_february(play: Play) -> None:
    play.clock.advance(days=456)
    await chosen_deal(play)
    await file_chosen(play, 1, start="29 февраля")
    [policy] = await all_of(play, Policy)
    assert (policy.starts_on, policy.ends_on) == (date(2028, 2, 29), date(2029, 2, 28))
    assert [each.due_on for each in await all_of(play, Instalment)] == [date(2028, 2, 29), date(2028, 8, 29)]
    card = await play.tap_data(SELLER, "policy.renew:1", play.screen(SELLER).message_id)
    assert "12 мес" in card.text
    await play.tap_data(SELLER, "policy.file:2", card.message_id)
    await play.tap(SELLER, "АльфаСтрахование")
    await play.say(SELLER, "50000")
    await play.say(SELLER, "AI-5")
    await play.tap(SELLER, "1 мар")
    assert "01.03.2029 — 28.02.2030" in (await play.tap(SELLER, "Без файла")).text
    await assert_invariants(play)


async def test_a_policys_file_that_can_not_be_taken_is_told(play: Play) -> None:
    await filed_policy(play)
    await play.tap(SELLER, "Добавить файл")
    await play.message(SELLER, **document(play, data=b"MZ\x90\x00 not a paper"))
    await play.run_events()
    told = play.screen(SELLER)
    assert "Файл полиса AI-4471122 не принят" in told.text
    assert "Пришлите файл полиса" in (await play.tap(SELLER, "Добавить файл", message_id=told.message_id)).text


async def test_a_file_sent_after_a_refused_one_is_the_policys(play: Play) -> None:
    await begin(play, await chosen_deal(play))
    await play.say(SELLER, "AI-4471122")
    await play.say(SELLER, "завтра")
    await play.message(SELLER, **document(play, data=b"%PDF-1.4 broken"))
    await play.run_events()
    assert "Присланный файл полиса не принят: файл повреждён, не открывается." in play.screen(SELLER).text
    assert "Файл не принят. Пришлите другой" in (await play.say(SELLER, "может быть")).text
    assert "Файл приложен" in (await play.message(SELLER, **document(play))).text
    await play.tap(SELLER, "Записать полис")
    await play.run_events()
    refused, paper = await all_of(play, Document)
    assert (refused.state, paper.state) == (DocumentState.REFUSED, DocumentState.FILED)
    assert [policy.document_id for policy in await all_of(play, Policy)] == [paper.id]


@pytest.mark.parametrize("verb", ["policy.card", "policy.pay", "policy.document", "policy.attach", "policy.payments"])
async def test_what_no_policy_is_is_not_found(play: Play, verb: str) -> None:
    await play.tap_data(SELLER, f"{verb}:77")
    assert "Такого полиса нет" in play.toast(SELLER)


async def test_instalments_that_the_client_did_not_agree_to_are_pointed_out_and_taken(play: Play) -> None:
    deal_id = await chosen_deal(play)
    await play.tap_data(SELLER, f"policy.file:{deal_id}", play.screen(SELLER).message_id)
    for answer in ("AI-77", "завтра", "потом"):
        await play.say(SELLER, answer)
    assert "другую оплату" not in play.screen(SELLER).text
    await play.tap(SELLER, "Исправить")
    await play.say(SELLER, "взносы")
    shown = await play.say(SELLER, "60/40")
    assert "⚠️ Клиент выбирал другую оплату: 2 платежа" in shown.text
    assert "Полис записан" in (await play.tap(SELLER, "Записать полис")).text
    assert [each.amount for each in await all_of(play, Instalment)] == [2_814_000, 1_876_000]
