"""Messages of several people in one go: one of them is the lead, or none."""

from typing import Any

from sqlalchemy import select

from models.document import Document
from models.packet import PacketState
from tests.handlers.documents.sending import close_packets, document, forwarded, photo
from tests.handlers.leads.builders import PHONE, a_lead, the_lead
from tests.handlers.leads.test_at_hand import leads_of, notes_of, packet_state, sent_nowhere
from tests.handlers.leads.test_attaching import attachments_of, card_of
from tests.handlers.leads.test_capturing import from_user
from tests.harness import Play
from tests.people import SELLER

IVAN = {"text": "Иванов 916 123-45-67 КАСКО Камри", **forwarded("Иван")}
OWN = from_user(SELLER.name, user_id=SELLER.telegram_id)
PETRO = {"text": "Петренко 916 765-43-21 ОСАГО", **forwarded("Пётр")}


async def captions_of(play: Play, lead_id: int) -> list[tuple[str | None, str | None]]:
    wanted = select(Document.caption, Document.forwarded_from).where(Document.lead_id == lead_id)
    return [tuple(row) for row in await play.read(lambda session: session.execute(wanted.order_by(Document.id)))]


async def test_who_of_them_the_lead_is_is_asked_with_what_each_said(play: Play) -> None:
    asked = await sent_nowhere(play, IVAN, PETRO, {"text": "Жду", **forwarded("Иван")})
    whose = await play.tap(SELLER, "Новый лид")
    assert "Кто из них лид?" in whose.text
    assert "Иван · 2 сообщения · Иванов 916" in whose.text
    assert [label for label in whose.labels if "Иван" in label or "Пётр" in label] == ["🎯 Иван", "🎯 Пётр"]
    assert play.chats[SELLER.telegram_id][asked.message_id] == asked


async def test_only_the_words_phones_and_files_of_the_one_chosen_are_his(play: Play) -> None:
    await sent_nowhere(
        play, IVAN, PETRO, {**document(play, "птс.pdf"), **forwarded("Пётр")}, {**photo(play), **forwarded("Иван")}
    )
    await play.tap(SELLER, "Новый лид")
    confirm = await play.tap(SELLER, "Пётр")
    assert "+7 916 765-43-21" in confirm.text
    assert "916 123" not in confirm.text
    assert "И 1 файл" in confirm.text
    card = await play.say(SELLER, "да")
    assert "Ждут разбора: Иван" in card.text
    lead = (await leads_of(play))[0]
    assert (lead.name, lead.message_count) == ("Петренко", 2)
    assert await notes_of(play, lead.id) == [(PETRO["text"], "Пётр")]
    assert len(await attachments_of(play, lead.id)) == 1


async def test_each_becomes_a_lead_of_his_own_one_after_the_other(play: Play) -> None:
    await sent_nowhere(play, IVAN, PETRO)
    await play.tap(SELLER, "Новый лид")
    await play.tap(SELLER, "🎯 Иван")
    await play.say(SELLER, "да")
    again = await play.tap(SELLER, "Разобрать остальное")
    assert "+7 916 765-43-21" in again.text
    card = await play.say(SELLER, "да")
    assert "Ждут разбора" not in card.text
    assert [(lead.name, lead.message_count) for lead in await leads_of(play)] == [("Иванов", 1), ("Петренко", 1)]
    assert await packet_state(play) is PacketState.SETTLED


async def test_what_is_left_asks_again_where_to_put_it(play: Play) -> None:
    asked = await sent_nowhere(play, IVAN, PETRO)
    await play.tap(SELLER, "Новый лид")
    await play.tap(SELLER, "🎯 Иван")
    await play.say(SELLER, "да")
    again = play.chats[SELLER.telegram_id][asked.message_id]
    assert "остались сообщения других" in again.text
    assert "Принял, ничего не потерялось" in again.text
    await play.tap(SELLER, "Не нужно", message_id=asked.message_id)
    assert await packet_state(play) is PacketState.SETTLED


async def test_when_none_of_them_is_the_lead_their_words_are_comments(play: Play) -> None:
    file = {**document(play, "птс.pdf"), "caption": "его ПТС", **forwarded("Пётр")}
    await sent_nowhere(play, IVAN, file)
    await play.tap(SELLER, "Новый лид")
    await play.tap(SELLER, "Никто из них")
    assert "Телефон или почта" in play.screen(SELLER).text
    for said in ("Сидоров 916 555-44-33", "рекомендация"):
        await play.say(SELLER, said)
    if "Откуда" in play.screen(SELLER).text:
        await play.tap(SELLER, "Рекомендация")
    await play.say(SELLER, "да")
    lead = (await leads_of(play))[0]
    assert lead.message_count == 0
    assert ("Иван: Иванов 916 123-45-67 КАСКО Камри", None) in await notes_of(play, lead.id)
    assert await captions_of(play, lead.id) == [("Пётр: его ПТС", None)]
    assert await packet_state(play) is PacketState.SETTLED


async def test_the_persons_own_words_beside_it_stay_a_comment(play: Play) -> None:
    await sent_nowhere(play, IVAN, {"text": "Наш телефон 495 765-43-21", **OWN})
    confirm = await play.tap(SELLER, "Новый лид")
    assert "+7 495" not in confirm.text
    await play.say(SELLER, "да")
    lead = (await leads_of(play))[0]
    assert lead.message_count == 1
    assert await notes_of(play, lead.id) == [(IVAN["text"], "Иван"), ("Наш телефон 495 765-43-21", None)]


async def test_an_older_buttons_number_is_nobody_elses(play: Play) -> None:
    await sent_nowhere(play, IVAN, PETRO)
    whose = await play.tap(SELLER, "Новый лид")
    ivan = whose.data("🎯 Иван")
    await play.tap_data(SELLER, ivan, whose.message_id)
    await play.say(SELLER, "да")
    await play.tap_data(SELLER, ivan, whose.message_id)
    assert "устарел" in play.toast(SELLER)
    for hostile in ("9-2", "1-", "x", "1-2-3", "-1-2"):
        await play.tap_data(SELLER, f"{ivan.rpartition(':')[0]}:{hostile}", whose.message_id)
        assert "устарел" in play.toast(SELLER), hostile
    assert len(await leads_of(play)) == 1


async def test_a_known_lead_is_added_only_his_own(play: Play) -> None:
    lead_id = await a_lead(play, phone=PHONE)
    await sent_nowhere(play, IVAN, PETRO)
    await play.tap(SELLER, "Новый лид")
    assert "уже есть" in (await play.tap(SELLER, "🎯 Иван")).text
    added = await play.tap(SELLER, "Добавить к нему")
    assert "Ждут разбора: Пётр" in added.text
    assert await notes_of(play, lead_id) == [(IVAN["text"], "Иван")]
    assert (await the_lead(play, lead_id, SELLER)).message_count == 1


async def test_for_the_lead_on_the_screen_it_is_asked_who_of_them_he_is(play: Play) -> None:
    lead_id = await a_lead(play, name="Сидоров")
    await card_of(play, lead_id)
    asked = await sent_nowhere_from_card(play, lead_id, {"text": "Жду", **forwarded("Вася")}, PETRO)
    who = await play.tap(SELLER, f"К лиду {lead_id}", message_id=asked)
    assert f"Кто здесь сам лид {lead_id}?" in who.text
    await play.tap(SELLER, "🎯 Вася")
    assert await notes_of(play, lead_id) == [("Жду", "Вася")]


async def test_of_a_lead_known_by_one_name_anothers_words_are_asked_about(play: Play) -> None:
    lead_id = await a_lead(play, name="Сидоров")
    await card_of(play, lead_id)
    asked = await sent_nowhere_from_card(play, lead_id, {"text": "Жду", **forwarded("Вася")})
    await play.tap(SELLER, f"К лиду {lead_id}", message_id=asked)
    asked = await sent_nowhere_from_card(play, lead_id, {"text": "Он очень ждёт", **forwarded("Жена Васи")})
    await play.tap(SELLER, f"К лиду {lead_id}", message_id=asked)
    await play.tap(SELLER, "Это не он")
    assert await notes_of(play, lead_id) == [("Жду", "Вася"), ("Жена Васи: Он очень ждёт", None)]
    assert (await the_lead(play, lead_id, SELLER)).message_count == 1


async def sent_nowhere_from_card(play: Play, lead_id: int, *contents: dict[str, Any]) -> int:
    """The question about what was forwarded while the lead's card stood on the screen."""
    await card_of(play, lead_id)
    for content in contents:
        await play.message(SELLER, **content)
    await close_packets(play)
    return play.screen(SELLER).message_id


async def test_while_a_lead_is_asked_about_more_of_his_words_are_taken_along(play: Play) -> None:
    await play.say(SELLER, "/lead")
    await play.message(SELLER, **IVAN)
    await play.message(SELLER, text="Почта ivanov@example.com", **forwarded("Иван"))
    await play.message(SELLER, text="Наш телефон 495 765-43-21", **OWN)
    confirm = await play.say(SELLER, "просит без франшизы")
    assert "ivanov@example.com" in confirm.text
    assert "+7 495" not in confirm.text
    await play.say(SELLER, "да")
    lead = (await leads_of(play))[0]
    assert lead.message_count == 2
    assert await notes_of(play, lead.id) == [
        (IVAN["text"], "Иван"),
        ("Почта ivanov@example.com", "Иван"),
        ("Наш телефон 495 765-43-21\nпросит без франшизы", None),
    ]


async def test_anothers_message_in_the_middle_is_asked_about_apart(play: Play) -> None:
    await play.say(SELLER, "/lead")
    await play.message(SELLER, **IVAN)
    shown = await play.message(SELLER, **PETRO)
    assert "от другого человека (Пётр)" in shown.text
    assert "916 765" not in shown.text
    await play.message(SELLER, **document(play), **forwarded("Пётр"))
    await play.say(SELLER, "да")
    lead = (await leads_of(play))[0]
    assert (lead.name, lead.message_count) == ("Иванов", 1)
    assert await notes_of(play, lead.id) == [(IVAN["text"], "Иван")]
    assert not await attachments_of(play, lead.id)
    await close_packets(play)
    assert "Принял всё: 2" in play.screen(SELLER).text
    confirm = await play.tap(SELLER, "Новый лид")
    assert "+7 916 765-43-21" in confirm.text


async def test_a_message_with_another_phone_is_no_message_of_the_lead_that_was_typed(play: Play) -> None:
    await play.say(SELLER, "/lead Сидоров 916 555-44-33 КАСКО")
    assert "от другого человека" in (await play.message(SELLER, **PETRO)).text
    assert "+7 916 555-44-33" in play.screen(SELLER).text
    shown = await play.message(SELLER, text="Сколько стоит?", **forwarded("Вася"))
    assert "Сколько стоит?" in shown.text


async def test_a_note_forwarded_from_another_than_the_lead_is_known_by_is_a_comment(play: Play) -> None:
    lead_id = await a_lead(play, name="Сидоров")
    for said in ({"text": "Жду", **forwarded("Вася")}, {"text": "Он занят", **forwarded("Света")}):
        await card_of(play, lead_id)
        await play.tap(SELLER, "📝 Заметка")
        await play.message(SELLER, **said)
    await card_of(play, lead_id)
    await play.tap(SELLER, "📎 Файл")
    await play.message(SELLER, **document(play), **forwarded("Света"))
    assert await notes_of(play, lead_id) == [("Жду", "Вася"), ("Света: Он занят", None)]
    assert await captions_of(play, lead_id) == [("Света", None)]
    assert (await the_lead(play, lead_id, SELLER)).message_count == 1
