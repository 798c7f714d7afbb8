"""Files of a lead: how they come, what is refused, the list, and what becomes of them with the lead."""

from functools import partial

from sqlalchemy import func, select, update

from models.document import Document, DocumentState
from models.event import EventRow
from models.lead import Lead, LeadStage
from models.money import Currency
from services.deals.kinds import list_kinds
from services.domains.queries import list_domains
from services.leads.assign import assign_lead
from services.leads.transfer import TransferLead, transfer_lead
from tests.handlers.documents.sending import close_packets, document, forwarded, photo, sticker, voice
from tests.handlers.leads.builders import a_lead, qualified, the_lead
from tests.harness import BROKERAGE, Play, Seen
from tests.people import ADMIN, MANAGER, OTHER_SELLER, SELLER, Person

MEGABYTE = 2**20


async def card_of(play: Play, lead_id: int, person: Person = SELLER) -> Seen:
    await play.say(person, "/menu")
    return await play.tap_data(person, f"lead.card:{lead_id}", play.screen(person).message_id)


async def attachments_of(play: Play, lead_id: int) -> list[Document]:
    wanted = select(Document).where(Document.lead_id == lead_id).order_by(Document.id)
    return list((await play.read(lambda session: session.execute(wanted))).scalars())


async def events_named(play: Play, name: str) -> int:
    count = select(func.count()).where(EventRow.name == name)
    return int((await play.read(lambda session: session.execute(count))).scalar_one())


async def test_a_file_sent_while_the_card_is_on_the_screen_is_attached_and_the_card_shows_it(play: Play) -> None:
    lead_id = await a_lead(play)
    card = await card_of(play, lead_id)
    told = await play.message(SELLER, **document(play, "заявка.pdf"))
    assert "⏳ заявка.pdf" in told.text
    await play.run_events()
    assert "✅ заявка.pdf" in play.chats[SELLER.telegram_id][told.message_id].text
    assert f"Лид {lead_id} · Иванов Иван" in play.screen(SELLER).text
    assert "1 файл" in play.chats[SELLER.telegram_id][card.message_id].text
    assert [kept.state for kept in await attachments_of(play, lead_id)] == [DocumentState.FILED]
    opened = await play.tap(SELLER, "Открыть лида")
    assert "📎 Файлы 1" in opened.labels


async def test_the_button_asks_for_a_file_and_words_are_asked_again(play: Play) -> None:
    lead_id = await a_lead(play)
    await card_of(play, lead_id)
    asked = await play.tap(SELLER, "📎 Файл")
    assert "до 10 МБ" in asked.text
    assert "Подходят фото" in (await play.say(SELLER, "вот он")).text
    assert "Подходят фото" in (await play.message(SELLER, **voice(play))).text
    card = await play.message(SELLER, **photo(play))
    assert "Беру файл" in card.text
    assert "1 файл" in card.text
    await play.run_events()
    assert [kept.state for kept in await attachments_of(play, lead_id)] == [DocumentState.FILED]


async def test_a_file_in_reply_to_the_card_goes_to_that_lead(play: Play) -> None:
    first = await a_lead(play)
    card = await card_of(play, first)
    await card_of(play, await a_lead(play, "Петров", phone="+79161112233"))
    await play.message(SELLER, reply_to=card.message_id, **document(play))
    assert len(await attachments_of(play, first)) == 1


async def test_one_message_is_attached_once(play: Play) -> None:
    lead_id = await a_lead(play)
    await card_of(play, lead_id)
    message = play.made(SELLER, **document(play))
    for _ in range(2):
        await play.give({"message": message}, SELLER)
    assert len(await attachments_of(play, lead_id)) == 1


async def test_a_forwarded_file_counts_as_a_message_of_the_lead(play: Play) -> None:
    lead_id = await a_lead(play)
    await card_of(play, lead_id)
    await play.message(SELLER, **document(play), **forwarded("Иван"))
    assert (await the_lead(play, lead_id, SELLER)).message_count == 1


async def test_voices_and_stickers_are_refused_with_what_is_allowed(play: Play) -> None:
    lead_id = await a_lead(play)
    card = await card_of(play, lead_id)
    for content in (voice(play), sticker()):
        refused = await play.message(SELLER, **content)
        assert "Подходят фото, JPEG, PNG, GIF, PDF и простой текст, до 10 МБ" in refused.text
        assert refused.data("Карточка лида") == f"lead.card:{lead_id}"
        assert "Подходят фото" in (await play.message(SELLER, reply_to=card.message_id, **content)).text
    assert not await attachments_of(play, lead_id)


async def test_what_is_inside_decides_and_the_person_is_told_why(play: Play) -> None:
    lead_id = await a_lead(play)
    await card_of(play, lead_id)
    told = await play.message(SELLER, **document(play, "фото.jpg", b"MZ\x90\x00" + bytes(300)))
    await play.run_events()
    refused = play.chats[SELLER.telegram_id][told.message_id]
    assert "подходят только JPEG, PNG, GIF, PDF и простой текст" in refused.text
    assert refused.data("Открыть лида") == f"lead.card:{lead_id}"
    assert (await attachments_of(play, lead_id))[0].state is DocumentState.REFUSED
    assert "файл" not in (await card_of(play, lead_id)).text


async def test_a_refused_file_is_not_counted_on_any_open_card(play: Play) -> None:
    lead_id = await a_lead(play)
    cards = {person: await card_of(play, lead_id, person) for person in (SELLER, MANAGER)}
    await play.message(SELLER, **document(play, "фото.jpg", b"MZ\x90\x00" + bytes(300)))
    assert "1 файл" in play.chats[SELLER.telegram_id][cards[SELLER].message_id].text
    await play.run_events()
    for person, card in cards.items():
        shown = play.chats[person.telegram_id][card.message_id]
        assert "файл" not in shown.text, person
        assert not [label for label in shown.labels if "Файлы" in label], person


async def test_ten_megabytes_are_the_most(play: Play) -> None:
    lead_id = await a_lead(play)
    await card_of(play, lead_id)
    await play.message(SELLER, **document(play, "ten.txt", b"a" * 10 * MEGABYTE))
    await play.message(SELLER, **document(play, "more.txt", b"a" * (10 * MEGABYTE + 1)))
    hidden = document(play, "hidden.txt", b"b" * (10 * MEGABYTE + 1))
    del hidden["document"]["file_size"]
    await play.message(SELLER, **hidden)
    await play.run_events()
    states = [kept.state for kept in await attachments_of(play, lead_id)]
    assert states == [DocumentState.FILED, DocumentState.REFUSED, DocumentState.REFUSED]
    assert "больше 10 МБ" in play.screen(SELLER).text


async def test_the_same_content_twice_is_said(play: Play) -> None:
    lead_id = await a_lead(play)
    await card_of(play, lead_id)
    for name in ("first.pdf", "second.pdf"):
        await play.message(SELLER, **document(play, name))
        await play.run_events()
    assert "second.pdf: такой файл у лида уже есть, «first.pdf»" in play.screen(SELLER).text


async def test_the_sixth_in_an_hour_is_refused_with_the_moment(play: Play) -> None:
    lead_id = await a_lead(play)
    await card_of(play, lead_id)
    for _ in range(5):
        await play.message(SELLER, **document(play))
        play.clock.advance(minutes=2)
    refused = await play.message(SELLER, **document(play))
    assert "5 файлов за час" in refused.text
    assert "13:00" in refused.text
    assert len(await attachments_of(play, lead_id)) == 5
    play.clock.advance(minutes=50)
    await play.message(SELLER, **document(play))
    assert len(await attachments_of(play, lead_id)) == 6


async def test_the_list_sends_each_back_and_every_read_is_recorded(play: Play) -> None:
    lead_id = await a_lead(play)
    await card_of(play, lead_id)
    await play.message(SELLER, **document(play, "one.pdf"))
    await play.message(SELLER, **photo(play))
    assert "1. " in (await files_of(play, lead_id)).text
    await play.tap(SELLER, "1")
    assert "ещё не получен" in play.toast(SELLER)
    await play.run_events()
    await files_of(play, lead_id)
    await play.tap(SELLER, "2")
    assert [file["name"] for file in play.screen(SELLER).files] == ["one.pdf"]
    assert await events_named(play, "document.sent-back") == 1


async def files_of(play: Play, lead_id: int, person: Person = SELLER) -> Seen:
    await play.say(person, "/menu")
    return await play.tap_data(person, f"lead.files:{lead_id}", play.screen(person).message_id)


async def test_ones_own_is_taken_away_after_a_question_and_comes_back(play: Play) -> None:
    lead_id = await a_lead(play)
    await card_of(play, lead_id)
    await play.message(SELLER, **document(play, "one.pdf"))
    await play.run_events()
    await files_of(play, lead_id)
    asked = await play.tap(SELLER, "🗑 1")
    assert "Убрать «one.pdf»" in asked.text
    assert "one.pdf" in (await play.tap(SELLER, "Оставить")).text
    await play.tap(SELLER, "🗑 1")
    gone = await play.tap(SELLER, "🗑 Удалить")
    assert "Пока пусто" in gone.text
    await play.tap_data(SELLER, f"lead.file:{(await attachments_of(play, lead_id))[0].id}", gone.message_id)
    assert "больше нет" in play.toast(SELLER)
    assert "one.pdf" in (await play.tap(SELLER, "Вернуть")).text


async def test_a_file_taken_away_before_it_came_is_fetched_once_it_is_back(play: Play) -> None:
    lead_id = await a_lead(play)
    await card_of(play, lead_id)
    await play.message(SELLER, **document(play, "one.pdf"))
    await files_of(play, lead_id)
    await play.tap(SELLER, "🗑 1")
    gone = await play.tap(SELLER, "🗑 Удалить")
    await play.run_events()
    assert (await attachments_of(play, lead_id))[0].state is DocumentState.FETCHING
    await play.tap(SELLER, "Вернуть", message_id=gone.message_id)
    await play.run_events()
    assert (await attachments_of(play, lead_id))[0].state is DocumentState.FILED


async def test_another_seller_neither_reads_nor_takes_away_and_a_manager_may_both(play: Play) -> None:
    lead_id = await a_lead(play)
    await card_of(play, lead_id)
    await play.message(SELLER, **document(play, "one.pdf"))
    await play.run_events()
    document_id = (await attachments_of(play, lead_id))[0].id
    menu = await play.say(OTHER_SELLER, "/menu")
    for verb in ("lead.files", "lead.attach"):
        await play.tap_data(OTHER_SELLER, f"{verb}:{lead_id}", menu.message_id)
        assert "ведёт Maryna" in play.toast(OTHER_SELLER), verb
    for verb in ("lead.file", "lead.file-delete", "lead.file-delete-yes", "lead.file-restore"):
        play.toasts.clear()
        await play.tap_data(OTHER_SELLER, f"{verb}:{document_id}", menu.message_id)
        assert play.toast(OTHER_SELLER), verb
    assert "🗑 1" in (await files_of(play, lead_id, MANAGER)).labels


async def test_whoever_did_not_send_a_file_does_not_take_it_away(play: Play) -> None:
    lead_id = await a_lead(play, by=MANAGER)
    await card_of(play, lead_id, MANAGER)
    await play.message(MANAGER, **document(play, "one.pdf"))
    await play.run_events()
    assert "🗑 1" not in (await files_of(play, lead_id)).labels
    document_id = (await attachments_of(play, lead_id))[0].id
    await play.tap_data(SELLER, f"lead.file-delete-yes:{document_id}", play.screen(SELLER).message_id)
    assert "тот, кто его прислал" in play.toast(SELLER)
    assert (await attachments_of(play, lead_id))[0].deleted_at is None


async def test_a_lead_that_takes_no_more_loses_nothing(play: Play) -> None:
    """The file waits for its person to say where it goes."""
    lead_id = await a_lead(play)
    await card_of(play, lead_id)
    to = {"to_user_id": play.ids[OTHER_SELLER.telegram_id], "limits": BROKERAGE.lead_limits, "now": play.clock.now()}
    await play.write(partial(assign_lead, actor=play.actor(MANAGER), lead_id=lead_id, **to))
    await play.message(SELLER, **document(play, "one.pdf"))
    await play.message(SELLER, text="Когда перезвоните?", **forwarded("Иван"))
    await close_packets(play)
    assert "ведёт Pavlo" in play.screen(SELLER).text
    assert "Принял всё: 2" in play.screen(SELLER).text


async def transferred(play: Play, lead_id: int) -> int:
    kinds = await play.read(partial(list_kinds, region="RU"))
    command = TransferLead(lead_id=lead_id, kind_id=kinds[0].id, object="Camry", currency=Currency.RUB)
    now = play.clock.now()
    return int(await play.write(partial(transfer_lead, actor=play.actor(SELLER), command=command, now=now)))


async def ready(play: Play) -> int:
    domains = await play.read(list_domains)
    return await qualified(play, domain_id=domains[0].id)


async def test_what_was_attached_stands_in_the_deals_folder(play: Play) -> None:
    lead_id = await ready(play)
    await card_of(play, lead_id)
    await play.message(SELLER, **document(play, "one.pdf"))
    await play.run_events()
    deal_id = await transferred(play, lead_id)
    folder = await play.tap_data(SELLER, f"deal.folder:{deal_id}", play.screen(SELLER).message_id)
    assert "one.pdf" in folder.text
    card = await card_of(play, lead_id)
    assert "📎 Файлы 1" in card.labels
    assert "🗑 1" not in (await files_of(play, lead_id)).labels
    await play.tap(SELLER, "1")
    assert [file["name"] for file in play.screen(SELLER).files] == ["one.pdf"]


async def test_what_was_still_on_its_way_comes_into_the_deals_folder(play: Play) -> None:
    lead_id = await ready(play)
    await card_of(play, lead_id)
    told = await play.message(SELLER, **document(play, "полис.pdf"))
    refused = await play.message(SELLER, **document(play, "полис.exe", b"MZ\x90\x00" + bytes(300)))
    deal_id = await transferred(play, lead_id)
    await play.run_events()
    first, second = await attachments_of(play, lead_id)
    assert (first.deal_id, first.state, second.state) == (deal_id, DocumentState.FILED, DocumentState.REFUSED)
    chat = play.chats[SELLER.telegram_id]
    assert chat[told.message_id].data("Открыть сделку") == f"deal.card:{deal_id}"
    assert "подходят только" in chat[refused.message_id].text
    assert not [seen for seen in play.seen(SELLER) if "полиса" in seen.text]
    folder = await play.tap_data(SELLER, f"deal.folder:{deal_id}", refused.message_id)
    assert "полис.pdf" in folder.text


async def test_an_admin_sees_the_refusal_in_words_when_the_lead_is_closed(play: Play) -> None:
    lead_id = await a_lead(play)
    lost = update(Lead).where(Lead.id == lead_id).values(stage=LeadStage.LOST, lost_reason="price")
    await play.write(lambda session: session.execute(lost))
    await play.say(ADMIN, "/menu")
    await play.tap_data(ADMIN, f"lead.attach:{lead_id}", play.screen(ADMIN).message_id)
    assert "closed" in play.toast(ADMIN)
