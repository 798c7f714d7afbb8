"""A lead typed at the menu, files that come while one is asked for, and messages that somebody else wrote."""

from typing import Any

import pytest
from sqlalchemy import select

from models.document import DocumentState
from models.journal_entry import JournalEntry
from models.lead import Lead, LeadSource
from tests.handlers.clients.builders import a_client
from tests.handlers.documents.sending import close_packets, deal_on_screen, document, forwarded, photo, sticker, voice
from tests.handlers.leads.builders import PHONE, a_lead, the_lead
from tests.handlers.leads.test_at_hand import leads_of, notes_of
from tests.handlers.leads.test_attaching import attachments_of, card_of
from tests.harness import Play
from tests.people import EXECUTOR, OTHER_SELLER, SELLER

LINE = "Иванов 916 123-45-67 КАСКО Камри, с сайта"


def from_user(first: str, last: str | None = None, *, user_id: int = 77) -> dict[str, Any]:
    sender = {"id": user_id, "is_bot": False, "first_name": first, **({"last_name": last} if last else {})}
    return {"forward_origin": {"type": "user", "date": 1, "sender_user": sender}}


async def test_a_line_at_the_menu_is_a_lead_to_be_confirmed(play: Play) -> None:
    await play.say(SELLER, "/menu")
    confirm = await play.say(SELLER, LINE)
    assert "Понял так, сохранить?" in confirm.text
    assert "Лид записан" in (await play.tap(SELLER, "Сохранить")).text
    (lead,) = await leads_of(play)
    assert (lead.name, lead.source) == ("Иванов", LeadSource.WEB)


async def test_it_is_searched_for_instead_and_can_be_gone_on_with(play: Play) -> None:
    asked = await play.say(SELLER, "Иванов 916 123-45-67 КАСКО Камри")
    for said in ("Новый лид", "Иванов", "+7 916 123-45-67", "Камри", "Откуда он пришёл"):
        assert said in asked.text, said
    nothing = await play.tap(SELLER, "Искать это")
    assert "ничего не нашёл" in nothing.text
    assert "Новый клиент" in "".join(nothing.labels) or "Добавить" in "".join(nothing.labels)
    assert "Откуда он пришёл" in (await play.tap(SELLER, "Продолжить начатое")).text
    await play.tap(SELLER, "Сайт")
    await play.say(SELLER, "да")
    assert len(await leads_of(play)) == 1


@pytest.mark.parametrize("typed", ["Иванов Иван", "Камри КАСКО", "916 123-45-67", "4567", "ivan@example.com"])
async def test_what_names_or_reaches_somebody_only_is_searched_for(play: Play, typed: str) -> None:
    assert f"«{typed}»" in (await play.say(SELLER, typed)).text.replace("+7 ", "")
    assert not await leads_of(play)


async def test_a_name_behind_the_command_is_the_new_leads(play: Play) -> None:
    asked = await play.say(SELLER, "/lead Сидорова Анна")
    assert "Сидорова Анна" in asked.text
    assert "Телефон или почта?" in asked.text


async def test_a_mail_with_a_name_is_a_lead_too(play: Play) -> None:
    assert "Откуда он пришёл" in (await play.say(SELLER, "Иванов Иван ivan@example.com")).text


async def test_a_known_leads_phone_shows_his_card(play: Play) -> None:
    lead_id = await a_lead(play)
    known = await play.say(SELLER, LINE)
    assert f"Лид {lead_id}" in known.text
    assert "уже есть" in known.text
    assert "🎯 Новый лид" not in known.labels
    assert "Иванов" in (await play.tap(SELLER, "Искать это")).text
    assert "ведёт Maryna" in (await play.say(OTHER_SELLER, LINE)).text


async def test_a_clients_phone_shows_the_client_and_a_new_lead_is_a_tap_away(play: Play) -> None:
    await a_client(play)
    known = await play.say(SELLER, LINE)
    assert "наш клиент" in known.text
    assert "Понял так" in (await play.tap(SELLER, "🎯 Новый лид")).text


async def test_with_a_deal_in_hand_its_journal_is_a_tap_away(play: Play) -> None:
    deal_id = await deal_on_screen(play)
    words = "Петров 916 555-44-33 КАСКО, с сайта"
    confirm = await play.say(SELLER, words)
    assert "Понял так" in confirm.text
    await play.tap(SELLER, f"В журнал {deal_id}")
    wanted = select(JournalEntry.text).where(JournalEntry.deal_id == deal_id, JournalEntry.text.is_not(None))
    assert words in (await play.read(lambda session: session.execute(wanted))).scalars().all()
    assert not await leads_of(play)


async def test_who_works_on_no_leads_searches(play: Play) -> None:
    assert "Понял так" not in (await play.say(EXECUTOR, LINE)).text


@pytest.mark.parametrize("line", ["/lead", f"/lead {LINE}"])
async def test_a_file_is_kept_and_attached_once_the_lead_is_saved(play: Play, line: str) -> None:
    await play.say(SELLER, line)
    kept = await play.message(SELLER, **document(play, "заявка.pdf"))
    assert "Файл принял" in kept.text
    await play.message(SELLER, **photo(play))
    assert "Подходят фото" in (await play.message(SELLER, **voice(play))).text
    await play.message(SELLER, **sticker())
    if line == "/lead":
        await play.say(SELLER, LINE)
    confirm = await play.say(SELLER, "хочет без франшизы")
    assert "И 2 файла" in confirm.text
    await play.tap(SELLER, "Сохранить")
    await play.run_events()
    (lead,) = await leads_of(play)
    assert [kept.state for kept in await attachments_of(play, lead.id)] == [DocumentState.FILED] * 2
    assert "2 файла" in (await card_of(play, lead.id)).text


async def test_files_beyond_the_limit_are_asked_about(play: Play) -> None:
    await play.say(SELLER, f"/lead {LINE}")
    for _ in range(6):
        await play.message(SELLER, **photo(play))
    await play.tap(SELLER, "Сохранить")
    await play.run_events()
    await close_packets(play)
    (lead,) = await leads_of(play)
    assert len(await attachments_of(play, lead.id)) == 5
    asked = play.screen(SELLER)
    assert "Предел: 5 файлов за час" in asked.text
    assert asked.data("К лиду") == f"lead.add-packet:1:{lead.id}"


async def test_of_a_lead_who_is_known_by_then_the_files_are_asked_about(play: Play) -> None:
    await play.say(SELLER, f"/lead {LINE}")
    await play.message(SELLER, **photo(play))
    lead_id = await a_lead(play)
    assert "уже есть" in (await play.tap(SELLER, "Сохранить")).text
    await close_packets(play)
    await play.tap(SELLER, "К лиду")
    assert len(await attachments_of(play, lead_id)) == 1


@pytest.mark.parametrize(
    "origin", [forwarded("Пётр Сидоров"), from_user("Пётр", "Сидоров"), from_user("Иван", "Петров")]
)
async def test_of_words_of_somebody_else_is_asked_whose_they_are(play: Play, origin: dict[str, Any]) -> None:
    lead_id = await a_lead(play)
    await card_of(play, lead_id)
    await play.message(SELLER, text="Сколько стоит ОСАГО?", **origin)
    await play.message(SELLER, **photo(play), **origin)
    await close_packets(play)
    asked = play.screen(SELLER)
    assert f"К лиду {lead_id} · Иванов Иван?" in asked.text
    assert not await notes_of(play, lead_id)
    await play.tap(SELLER, "К лиду")
    assert [words for words, _ in await notes_of(play, lead_id)] == ["Сколько стоит ОСАГО?"]
    assert len(await attachments_of(play, lead_id)) == 1
    assert (await the_lead(play, lead_id, SELLER)).message_count == 2
    await card_of(play, lead_id)
    noted = await play.message(SELLER, text="А КАСКО?", **origin)
    assert "Записал" in noted.text


async def test_words_of_somebody_else_become_a_lead_of_their_own(play: Play) -> None:
    lead_id = await a_lead(play)
    await card_of(play, lead_id)
    await play.message(SELLER, text="Сколько стоит ОСАГО?", **forwarded("Пётр"))
    await close_packets(play)
    await play.tap(SELLER, "🎯 Новый лид")
    await play.tap(SELLER, "Пропустить")
    await play.say(SELLER, "да")
    first, second = await leads_of(play)
    assert (first.id, second.name) == (lead_id, "Пётр")
    assert not await notes_of(play, lead_id)


async def test_a_talk_is_the_leads_also_where_the_seller_said_more(play: Play) -> None:
    own = from_user(SELLER.name, user_id=SELLER.telegram_id)
    await play.say(SELLER, "/menu")
    await play.message(SELLER, text="Здравствуйте, нужна страховка на дачу", **forwarded("Света"))
    await play.message(SELLER, text="Какая площадь?", **own)
    await play.message(SELLER, text="И где она?", **own)
    await close_packets(play)
    await play.tap(SELLER, "🎯 Новый лид")
    await play.tap(SELLER, "Пропустить")
    await play.say(SELLER, "да")
    (lead,) = await leads_of(play)
    assert (lead.name, lead.message_count) == ("Света", 1)
    assert await notes_of(play, lead.id) == [
        ("Здравствуйте, нужна страховка на дачу", "Света"),
        ("Какая площадь?", None),
        ("И где она?", None),
    ]


@pytest.mark.parametrize("name", ["Иван", "ИВАНОВ Иван 🚗", "иван иванов"])
async def test_the_leads_own_words_go_to_him_also_from_a_hidden_account(play: Play, name: str) -> None:
    lead_id = await a_lead(play)
    await card_of(play, lead_id)
    assert "Записал" in (await play.message(SELLER, text="Жду", **forwarded(name))).text
    assert await notes_of(play, lead_id) == [("Жду", name)]


async def test_one_without_a_name_is_asked_about_once(play: Play) -> None:
    lead_id = await a_lead(play, None, phone=PHONE)
    await card_of(play, lead_id)
    await play.message(SELLER, text="Добрый день", **forwarded("Пётр"))
    await close_packets(play)
    await play.tap(SELLER, "К лиду")
    await card_of(play, lead_id)
    assert "Записал" in (await play.message(SELLER, text="Жду", **forwarded("Пётр"))).text


async def test_what_may_be_for_a_lead_that_is_lost_meanwhile_goes_elsewhere(play: Play) -> None:
    lead_id = await a_lead(play)
    await card_of(play, lead_id)
    await play.message(SELLER, text="Добрый день", **forwarded("Пётр"))
    await play.tap(SELLER, "Отказ")
    await play.tap(SELLER, "Дорого")
    await play.say(SELLER, "да")
    await close_packets(play)
    assert "К лиду" not in "".join(play.screen(SELLER).labels)
    assert isinstance(await the_lead(play, lead_id, SELLER), Lead)
