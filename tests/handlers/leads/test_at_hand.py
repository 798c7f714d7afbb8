"""A lead out of what is at hand: words that find nobody, a shared contact, what was forwarded without a deal."""

from functools import partial
from typing import Any

from sqlalchemy import select, update

from models.document import Document, DocumentState
from models.journal_entry import JournalEntry
from models.lead import Lead, LeadNote, LeadSource
from models.packet import Packet, PacketState
from services.leads.assign import assign_lead
from tests.handlers.clients.builders import a_client
from tests.handlers.documents.sending import close_packets, deal_on_screen, document, forwarded, photo, voice
from tests.handlers.leads.builders import PHONE, a_lead, the_lead
from tests.handlers.leads.test_attaching import attachments_of, card_of
from tests.harness import BROKERAGE, Play, Seen
from tests.people import EXECUTOR, MANAGER, OTHER_SELLER, SELLER, Person

LINE = "Иванов 916 123-45-67 КАСКО Камри"


async def leads_of(play: Play) -> list[Lead]:
    return list((await play.read(lambda session: session.execute(select(Lead).order_by(Lead.id)))).scalars())


async def notes_of(play: Play, lead_id: int) -> list[tuple[str, str | None]]:
    wanted = select(LeadNote.text, LeadNote.forwarded_from).where(LeadNote.lead_id == lead_id).order_by(LeadNote.id)
    return [tuple(row) for row in await play.read(lambda session: session.execute(wanted))]


async def packet_state(play: Play) -> PacketState:
    wanted = select(Packet.state).order_by(Packet.id.desc()).limit(1)
    state: PacketState = (await play.read(lambda session: session.execute(wanted))).scalar_one()
    return state


def contact(phone: str = PHONE) -> dict[str, Any]:
    return {"contact": {"phone_number": phone, "first_name": "Иван", "last_name": "Иванов"}}


async def sent_nowhere(play: Play, *contents: dict[str, Any], person: Person = SELLER) -> Seen:
    """The question that follows."""
    await play.say(person, "/menu")
    for content in contents:
        await play.message(person, **content)
    await close_packets(play)
    return play.screen(person)


async def test_words_that_find_nobody_and_tell_of_a_lead_become_one(play: Play) -> None:
    nothing = await play.say(SELLER, "Иванов КАСКО Камри")
    assert "ничего не нашёл" in nothing.text
    assert "Телефон или почта" in (await play.tap(SELLER, "Новый лид")).text
    asked = await play.say(SELLER, "916 123-45-67")
    assert "Откуда он пришёл" in asked.text
    await play.tap(SELLER, "Сайт")
    card = await play.say(SELLER, "да")
    assert "Лид записан" in card.text
    lead = (await leads_of(play))[0]
    assert (lead.name, lead.object, lead.source) == ("Иванов", "Камри", LeadSource.WEB)


async def test_words_without_a_lead_offer_none(play: Play) -> None:
    assert "🎯 Новый лид" not in (await play.say(SELLER, "Гелендваген")).labels


async def test_words_too_long_to_search_for_can_still_be_a_lead(play: Play) -> None:
    shown = await play.say(SELLER, "Иванов КАСКО Камри\n" + "Хочет без франшизы\n" * 12)
    await play.tap_data(SELLER, shown.data("Новый лид"), shown.message_id)
    await play.say(SELLER, "916 123-45-67")
    assert "Откуда он пришёл" in play.screen(SELLER).text


async def test_who_works_on_no_leads_is_offered_none(play: Play) -> None:
    assert not [label for label in (await play.say(EXECUTOR, LINE)).labels if "🎯" in label]
    assert not [label for label in (await play.message(EXECUTOR, **contact())).labels if "🎯" in label]
    asked = await sent_nowhere(play, document(play), person=EXECUTOR)
    assert not [label for label in asked.labels if "🎯" in label]


async def test_a_shared_contact_becomes_a_lead(play: Play) -> None:
    await play.message(SELLER, **contact())
    await play.tap(SELLER, "Новый лид")
    await play.tap(SELLER, "Рекомендация")
    await play.say(SELLER, "да")
    lead = (await leads_of(play))[0]
    assert (lead.name, lead.source) == ("Иван Иванов", LeadSource.REFERRAL)


async def test_a_known_leads_contact_leads_to_his_card(play: Play) -> None:
    lead_id = await a_lead(play)
    card = await play.message(SELLER, **contact())
    assert f"Лид {lead_id}" in card.text
    assert "уже есть" in card.text
    others = await play.message(OTHER_SELLER, **contact())
    assert "ведёт Maryna" in others.text


async def test_of_one_who_is_client_and_lead_both_cards_are_at_hand(play: Play) -> None:
    lead_id = await a_lead(play)
    await a_client(play)
    card = await play.message(SELLER, **contact())
    assert "Иванов Иван" in card.text
    assert card.data("Открыть лида") == f"lead.card:{lead_id}"


async def test_what_was_forwarded_becomes_a_lead_with_words_and_files(play: Play) -> None:
    asked = await sent_nowhere(
        play,
        {"text": "Иванов КАСКО Камри", **forwarded("Иван")},
        {"text": "916 123-45-67", **forwarded("Иван")},
        {**document(play, "птс.pdf"), **forwarded("Иван")},
    )
    assert "Принял всё: 3" in asked.text
    confirm = await play.tap(SELLER, "Новый лид")
    for said in ("Иванов", "+7 916 123-45-67", "из сообщения", "Иванов КАСКО Камри", "И 1 файл"):
        assert said in confirm.text, said
    card = await play.say(SELLER, "да")
    assert "Лид записан" in card.text
    lead = (await leads_of(play))[0]
    assert (lead.source, lead.message_count) == (LeadSource.MESSAGE, 3)
    assert await notes_of(play, lead.id) == [
        ("Иванов КАСКО Камри", "Иван"),
        ("916 123-45-67", "Иван"),
    ]
    await play.run_events()
    assert [kept.state for kept in await attachments_of(play, lead.id)] == [DocumentState.FILED]
    settled = play.chats[SELLER.telegram_id][asked.message_id]
    assert settled.data("Открыть лида") == f"lead.card:{lead.id}"
    assert await packet_state(play) is PacketState.SETTLED
    left = await play.read(lambda session: session.execute(select(JournalEntry).where(JournalEntry.text.is_not(None))))
    assert not left.all()


async def test_the_sender_is_the_name_when_nobody_said_one(play: Play) -> None:
    await sent_nowhere(play, {"text": "Сколько стоит каско?", **forwarded("Иван")})
    await play.tap(SELLER, "Новый лид")
    await play.tap(SELLER, "Пропустить")
    confirm = play.screen(SELLER)
    assert "Иван" in confirm.text
    await play.say(SELLER, "да")
    assert (await leads_of(play))[0].name == "Иван"


async def test_files_alone_are_asked_everything(play: Play) -> None:
    await sent_nowhere(play, document(play), photo(play))
    await play.tap(SELLER, "Новый лид")
    for said in ("916 123-45-67", "рекомендация"):
        await play.say(SELLER, said)
    if "Откуда" in play.screen(SELLER).text:
        await play.tap(SELLER, "Рекомендация")
    await play.say(SELLER, "да")
    lead = (await leads_of(play))[0]
    assert (lead.message_count, len(await attachments_of(play, lead.id))) == (0, 2)


async def test_cancelled_it_goes_on_waiting(play: Play) -> None:
    deal_id = await deal_on_screen(play)
    asked = await sent_nowhere(play, {"text": LINE, **forwarded("Иван")}, document(play))
    await play.tap(SELLER, "Новый лид")
    await play.say(SELLER, "/cancel")
    assert not await leads_of(play)
    assert play.chats[SELLER.telegram_id][asked.message_id] == asked
    await play.tap(SELLER, "Camry", message_id=asked.message_id)
    await play.run_events()
    filed = select(Document.state).where(Document.deal_id == deal_id)
    assert (await play.read(lambda session: session.execute(filed))).scalars().all() == [DocumentState.FILED]


async def test_placed_in_a_deal_meanwhile_it_makes_no_lead(play: Play) -> None:
    await deal_on_screen(play)
    asked = await sent_nowhere(play, {"text": LINE, **forwarded("Иван")})
    await play.tap(SELLER, "Новый лид")
    confirm = play.screen(SELLER)
    await play.tap_data(SELLER, asked.data("Camry"), asked.message_id)
    await play.tap_data(SELLER, confirm.data("Сохранить"), confirm.message_id)
    await play.say(SELLER, "да")
    assert not await leads_of(play)
    await play.tap_data(SELLER, asked.data("Новый лид"), asked.message_id)
    assert "Уже лежит" in play.toast(SELLER)


async def test_a_known_leads_words_and_files_are_added_to_him(play: Play) -> None:
    lead_id = await a_lead(play)
    await sent_nowhere(
        play, {"text": "Это Иванов, 916 123-45-67, когда?", **forwarded("Иван")}, {**photo(play), **forwarded("Иван")}
    )
    card = await play.tap(SELLER, "Новый лид")
    assert "уже есть" in card.text
    await play.tap(SELLER, "Добавить к нему")
    added = play.chats[SELLER.telegram_id][card.message_id]
    assert "Добавил к лиду" in added.text
    assert (await notes_of(play, lead_id))[0][0] == "Это Иванов, 916 123-45-67, когда?"
    assert len(await attachments_of(play, lead_id)) == 1
    assert (await the_lead(play, lead_id, SELLER)).message_count == 2
    assert await packet_state(play) is PacketState.SETTLED
    await play.tap_data(SELLER, card.data("Добавить к нему"), added.message_id)
    assert "устарел" in play.toast(SELLER)
    assert len(await notes_of(play, lead_id)) == 1


async def test_a_contact_typed_in_between_leads_to_the_known_lead_as_well(play: Play) -> None:
    lead_id = await a_lead(play)
    await sent_nowhere(play, {"text": "Когда перезвоните?", **forwarded("Иван")})
    await play.tap(SELLER, "Новый лид")
    await play.say(SELLER, "916 123-45-67")
    added = await play.tap(SELLER, "Добавить к нему")
    assert len(await notes_of(play, lead_id)) == 1
    assert not [label for label in added.labels if "Продолжить" in label]


async def test_somebody_elses_lead_takes_nothing_and_it_goes_on_waiting(play: Play) -> None:
    lead_id = await a_lead(play, by=OTHER_SELLER)
    asked = await sent_nowhere(play, {"text": LINE, **forwarded("Иван")})
    shown = await play.tap(SELLER, "Новый лид")
    assert "ведёт Pavlo" in shown.text
    assert not [label for label in shown.labels if "Добавить" in label]
    packet = asked.data("Новый лид").partition(":")[2]
    await play.tap_data(SELLER, f"lead.add-packet:{packet}:{lead_id}", shown.message_id)
    assert "ведёт Pavlo" in play.toast(SELLER)
    await play.tap_data(OTHER_SELLER, f"lead.from-packet:{packet}")
    await play.tap_data(OTHER_SELLER, f"lead.add-packet:{packet}:{lead_id}")
    assert "устарел" in play.toast(OTHER_SELLER)
    assert await packet_state(play) is PacketState.CLOSED
    assert not await notes_of(play, lead_id)


async def test_what_a_lead_does_not_take_goes_on_waiting_and_the_person_learns_why(play: Play) -> None:
    asked = await sent_nowhere(play, {"text": LINE, **forwarded("Иван")}, document(play), voice(play))
    await play.tap(SELLER, "Новый лид")
    await play.say(SELLER, "да")
    lead = (await leads_of(play))[0]
    assert len(await attachments_of(play, lead.id)) == 1
    again = play.chats[SELLER.telegram_id][asked.message_id]
    assert "Такое к лиду не прикрепить" in again.text
    assert "Принял, ничего не потерялось" in again.text
    assert await packet_state(play) is PacketState.CLOSED


async def test_files_beyond_the_hours_limit_go_on_waiting_with_the_moment(play: Play) -> None:
    asked = await sent_nowhere(play, *(document(play, f"{n}.pdf") for n in range(7)))
    await play.tap(SELLER, "Новый лид")
    await play.say(SELLER, "916 123-45-67")
    await play.tap(SELLER, "Сайт")
    await play.say(SELLER, "да")
    lead = (await leads_of(play))[0]
    assert len(await attachments_of(play, lead.id)) == 5
    again = play.chats[SELLER.telegram_id][asked.message_id]
    assert "5 файлов за час" in again.text
    assert "Принял всё: 2" in again.text
    play.clock.advance(hours=1, seconds=1)
    packet = asked.data("Новый лид").partition(":")[2]
    await play.tap_data(SELLER, f"lead.add-packet:{packet}:{lead.id}", asked.message_id)
    assert len(await attachments_of(play, lead.id)) == 7
    assert await packet_state(play) is PacketState.SETTLED


async def test_words_forwarded_to_a_lead_on_the_screen_are_his_note(play: Play) -> None:
    lead_id = await a_lead(play)
    await card_of(play, lead_id)
    noted = await play.message(SELLER, text="Когда перезвоните?", **forwarded("Иван"))
    assert "Записал" in noted.text
    await play.message(SELLER, reply_to=noted.message_id, text="Я жду", **forwarded("Иван"))
    await play.say(SELLER, "Просил после обеда", reply_to=noted.message_id)
    assert [said for said, _ in await notes_of(play, lead_id)] == ["Когда перезвоните?", "Я жду", "Просил после обеда"]
    assert (await the_lead(play, lead_id, SELLER)).message_count == 2


async def test_words_for_a_lead_who_is_somebody_elses_by_now_are_asked_where(play: Play) -> None:
    lead_id = await a_lead(play)
    await card_of(play, lead_id)
    to, limits, now = play.ids[OTHER_SELLER.telegram_id], BROKERAGE.lead_limits, play.clock.now()
    assign = partial(assign_lead, lead_id=lead_id, to_user_id=to, limits=limits, now=now)
    await play.write(partial(assign, actor=play.actor(MANAGER)))
    await play.message(SELLER, text="Когда перезвоните?", **forwarded("Иван"))
    await close_packets(play)
    assert "Принял, ничего не потерялось" in play.screen(SELLER).text
    assert not await notes_of(play, lead_id)


async def test_a_packet_whose_lead_was_lost_is_offered_to_nobody(play: Play) -> None:
    lead_id = await a_lead(play)
    lost = update(Lead).where(Lead.id == lead_id).values(stage="lost", lost_reason="price")
    await play.write(lambda session: session.execute(lost))
    await sent_nowhere(play, {"text": LINE, **forwarded("Иван")})
    shown = await play.tap(SELLER, "Новый лид")
    assert "Новая сделка" in "".join(shown.labels)
    assert not [label for label in shown.labels if "Добавить" in label]
