"""The journal: writing by button, by reply, by forwarding; reading by pages."""

import pytest
from sqlalchemy import select, update

from models.deal import Deal, DealStage
from models.journal_entry import JournalEntry
from tests.handlers.documents.sending import (
    close_packets,
    deal_on_screen,
    document,
    documents_of,
    executor_joins,
    forwarded,
    handed_to,
    voice,
)
from tests.harness import Play, Seen
from tests.people import CLIENT, EXECUTOR, OTHER_SELLER, SELLER


async def words(play: Play) -> list[str]:
    said = select(JournalEntry.text).where(JournalEntry.text.is_not(None)).order_by(JournalEntry.id)
    return list((await play.read(lambda session: session.execute(said))).scalars())


async def open_journal(play: Play) -> Seen:
    return await play.tap(SELLER, "📝 Записать")


async def test_an_entry_by_button_is_on_the_card_and_told_to_the_other(play: Play) -> None:
    deal_id = await deal_on_screen(play)
    await executor_joins(play, deal_id)
    asked = await open_journal(play)
    assert f"Журнал сделки {deal_id}" in asked.text
    assert "Maryna: сделка открыта" in asked.text
    card = await play.say(SELLER, "Просит <b>без</b> франшизы")
    assert f"Записал в сделку {deal_id}: «Просит <b>без</b> франшизы»" in card.text
    assert "Журнал: «Просит <b>без</b> франшизы»" in card.text
    await play.run_events()
    told = play.screen(EXECUTOR)
    assert "Maryna: «Просит <b>без</b> франшизы»" in told.text
    assert told.data("Відкрити") == f"deal.card:{deal_id}"
    assert not [seen for seen in play.seen(SELLER) if "ntf" in seen.text]


async def test_a_reply_to_a_card_is_an_entry(play: Play) -> None:
    deal_id = await deal_on_screen(play)
    card = play.screen(SELLER)
    await play.say(SELLER, "/menu")
    answer = await play.say(SELLER, "Перезвонить в пятницу", reply_to=card.message_id)
    assert f"Записал в сделку {deal_id}: «Перезвонить в пятницу»" in answer.text
    assert await words(play) == ["Перезвонить в пятницу"]


async def test_a_reply_to_a_notice_is_an_entry_and_comes_back(play: Play) -> None:
    await executor_joins(play, await deal_on_screen(play))
    card = play.screen(SELLER)
    await play.say(SELLER, "Есть СТС?", reply_to=card.message_id)
    await play.run_events()
    await play.say(EXECUTOR, "Так, надішлю", reply_to=play.screen(EXECUTOR).message_id)
    await play.run_events()
    assert "Taras: «Так, надішлю»" in play.screen(SELLER).text


async def test_a_reply_delivered_twice_is_written_once(play: Play) -> None:
    await deal_on_screen(play)
    message = play.made(SELLER, reply_to=play.screen(SELLER).message_id, text="Один раз")
    await play.give({"message": message}, SELLER)
    await play.give({"message": message}, SELLER)
    assert await words(play) == ["Один раз"]


async def test_forwarded_words_are_kept_with_their_sender_in_one_answer(play: Play) -> None:
    await executor_joins(play, await deal_on_screen(play))
    before = play.screen(SELLER)
    for said in ("Здравствуйте", "Нужна КАСКО"):
        assert await play.message(SELLER, text=said, **forwarded("Иван Иванов")) == before
    await close_packets(play)
    assert "В журнале 2 сообщения" in play.screen(SELLER).text
    await play.run_events()
    (news,) = play.seen(EXECUTOR)
    assert "Иван Иванов: «Здравствуйте»" in news.text
    journal = await play.tap(SELLER, "Открыть сделку")
    assert "Журнал: ↪️ Иван Иванов: «Нужна КАСКО»" in journal.text


async def test_a_voice_in_the_dialogue_ends_it(play: Play) -> None:
    deal_id = await deal_on_screen(play)
    await open_journal(play)
    await play.message(SELLER, **voice(play))
    await close_packets(play)
    await play.run_events()
    assert "✅" in play.screen(SELLER).text
    (entry,) = (
        await play.read(
            lambda session: session.execute(select(JournalEntry).where(JournalEntry.document_id.is_not(None)))
        )
    ).scalars()
    assert entry.deal_id == deal_id


async def test_a_document_in_the_dialogue_goes_to_the_folder_and_the_question_stays(play: Play) -> None:
    deal_id = await deal_on_screen(play)
    await open_journal(play)
    await play.message(SELLER, **document(play))
    await play.say(SELLER, "Прислал полис")
    assert len(await documents_of(play, deal_id)) == 1
    assert await words(play) == ["Прислал полис"]


@pytest.mark.parametrize(("bad", "why"), [("\u200f\u202e\u200b", "не вижу ни слова"), ("я" * 4097, "Слишком длинно")])
async def test_a_bad_entry_is_asked_again_and_a_good_one_saved(play: Play, bad: str, why: str) -> None:
    await deal_on_screen(play)
    await open_journal(play)
    assert why in (await play.say(SELLER, bad)).text
    await play.say(SELLER, "👍")
    assert await words(play) == ["👍"]


async def test_pages_go_back_in_time_and_forward_again(play: Play) -> None:
    await deal_on_screen(play)
    for number in range(1, 9):
        await play.say(SELLER, f"запись {number}", reply_to=2)
    await play.tap_data(SELLER, "deal.journal:1", play.screen(SELLER).message_id)
    newest = play.screen(SELLER)
    assert "1. пн 23 нояб 12:00 · Maryna: «запись 8»" in newest.text
    assert "запись 2" not in newest.text
    older = await play.tap(SELLER, "Дальше")
    assert "запись 2" in older.text
    assert "сделка открыта" in older.text
    again = await play.tap(SELLER, "К новым")
    assert "запись 8" in again.text
    card = await play.tap(SELLER, "Открыть сделку")
    assert "Сделка 1" in card.text
    assert "Продолжить" not in " ".join(card.labels)


async def test_a_long_entry_can_be_read_to_its_end(play: Play) -> None:
    await deal_on_screen(play)
    await play.say(SELLER, "слово " * 200 + "конец", reply_to=2)
    await play.tap_data(SELLER, "deal.journal:1", play.screen(SELLER).message_id)
    assert "конец" not in play.screen(SELLER).text
    whole = await play.tap(SELLER, "📖 1")
    assert "конец»" in whole.text
    assert "сделка открыта" in (await play.tap(SELLER, "К новым")).text


@pytest.mark.parametrize("person", [OTHER_SELLER, CLIENT, EXECUTOR])
async def test_the_journal_of_others_stays_shut(play: Play, person) -> None:
    await deal_on_screen(play)
    await play.say(SELLER, "тайна", reply_to=2)
    menu = await play.say(person, "/menu")
    await play.tap_data(person, "deal.journal:1", menu.message_id)
    await play.say(person, "чужие слова")
    assert "тайна" not in "".join(seen.text for seen in play.seen(person))
    assert await words(play) == ["тайна"]


@pytest.mark.parametrize("view", ["entry-999", "entry-x", "before-x", "voice=999"])
async def test_forged_chips_of_the_journal_are_refused(play: Play, view: str) -> None:
    await deal_on_screen(play)
    asked = await open_journal(play)
    token = asked.data("Отмена").split(":")[1]
    value = view if view.startswith("voice") else f"view={view}"
    await play.tap_data(SELLER, f"p:{token}:entry:{value}", asked.message_id)
    assert play.toast(SELLER)
    await play.say(SELLER, "пишу дальше")
    assert await words(play) == ["пишу дальше"]


async def test_a_lost_deal_takes_no_words(play: Play) -> None:
    await deal_on_screen(play)
    lost = update(Deal).values(stage=DealStage.LOST, lost_reason="price", closed_at=play.clock.now())
    await play.write(lambda session: session.execute(lost))
    answer = await play.say(SELLER, "поздно", reply_to=2)
    assert "закрыта" in answer.text
    assert not await words(play)


async def test_a_deal_handed_over_in_the_middle_ends_the_dialogue_in_words(play: Play) -> None:
    await deal_on_screen(play)
    await open_journal(play)
    await handed_to(play, OTHER_SELLER)
    answer = await play.say(SELLER, "уже не мне")
    assert "ведёт Pavlo" in answer.text
    assert not await words(play)
