"""Files sent into a deal: packets, fetching, duplicates."""

from functools import partial

import pytest
from sqlalchemy import select

from models.document import DocumentState
from models.packet import Packet, PacketState
from services.documents import receive
from services.inbox.store import store_updates
from tests.handlers.documents.sending import (
    close_packets,
    deal_on_screen,
    document,
    documents_of,
    executor_joins,
    filed,
    photo,
    sticker,
    voice,
)
from tests.harness import BOT_ID, Play
from tests.people import EXECUTOR, SELLER
from tests.services.documents.files import docx, pdf, png


async def packets(play: Play) -> list[Packet]:
    return list((await play.read(lambda session: session.execute(select(Packet)))).scalars())


async def test_one_photo_is_filed_and_shown_by_its_caption(play: Play) -> None:
    deal_id = await deal_on_screen(play)
    answer = await filed(play, {**photo(play), "caption": "СТС, оборот"})
    assert "✅ СТС, оборот" in answer.text
    assert answer.labels == ["📁 Папка", "📂 Открыть сделку"]
    (kept,) = await documents_of(play, deal_id)
    assert kept.file_id == "file-1"
    assert kept.name == f"2026-11-23-{kept.message_id}.jpg"
    assert play.storage.contents.keys() == {f"{kept.sha256[:2]}/{kept.sha256[2:4]}/{kept.sha256}"}


async def test_nothing_is_said_before_the_packet_closes(play: Play) -> None:
    await deal_on_screen(play)
    card = play.screen(SELLER)
    await play.message(SELLER, **document(play))
    await close_packets(play, after=1.9)
    assert play.screen(SELLER) == card
    await close_packets(play, after=0.1)
    assert "⏳ policy.pdf" in play.screen(SELLER).text


async def test_three_documents_get_one_answer_edited_as_they_come(play: Play) -> None:
    deal_id = await deal_on_screen(play)
    for name, data in (("policy.pdf", pdf()), ("passport.docx", docx()), ("sts.png", png())):
        await play.message(SELLER, **document(play, name, data))
    await close_packets(play)
    waiting = play.screen(SELLER)
    assert "Получаю 3 файла, готово: 0" in waiting.text
    assert waiting.text.count("⏳") == 4
    await play.run_events()
    done = play.screen(SELLER)
    assert done.message_id == waiting.message_id
    assert "Положил в папку 3 файла" in done.text
    assert [line[:3] for line in done.text.splitlines()[2:]] == ["✅ p", "✅ p", "✅ s", "Не "]
    assert {kept.state for kept in await documents_of(play, deal_id)} == {DocumentState.FILED}


async def test_an_album_is_one_packet(play: Play) -> None:
    await deal_on_screen(play)
    pictures = [{**photo(play, png(number, 3)), "media_group_id": "7"} for number in range(4, 8)]
    answer = await filed(play, *pictures)
    assert "Положил в папку 4 файла" in answer.text
    assert "✅ Фото: 4 · 1 КБ" in answer.text
    assert len(await packets(play)) == 1


async def test_each_message_of_a_burst_moves_the_closing_on_but_not_beyond_fifteen_seconds(play: Play) -> None:
    await deal_on_screen(play)
    opened_at = play.clock.now()
    for number in range(10):
        await play.message(SELLER, **document(play, f"{number}.png", png(number + 1, 3)))
        await close_packets(play, after=1.6)
    (packet,) = await packets(play)
    assert packet.state is PacketState.CLOSED
    assert (packet.closes_at - opened_at).total_seconds() == 15
    await play.message(SELLER, **document(play, "late.png", png(20, 3)))
    await close_packets(play)
    assert [packet.state for packet in await packets(play)] == [PacketState.CLOSED] * 2
    await play.run_events()
    first, second = play.seen(SELLER)[-2:]
    assert "Положил в папку 10 файлов" in first.text
    assert "late.png" in second.text


async def test_a_packet_waits_for_what_came_in_time_and_was_not_looked_at(play: Play) -> None:
    await deal_on_screen(play)
    await play.message(SELLER, **document(play, "first.pdf"))
    late = {"update_id": 1, "message": play.made(SELLER, **document(play, "second.png", png()))}
    await play.write(partial(store_updates, bot_id=BOT_ID, updates=[late], now=play.clock.now()))
    await close_packets(play, after=60)
    assert len(await packets(play)) == 1
    assert (await packets(play))[0].state is PacketState.OPEN
    await play.message(SELLER, **document(play, "third.pdf"))
    await play.run_events()
    await close_packets(play)
    assert "Положил в папку 3 файла" in play.screen(SELLER).text


async def test_the_same_file_twice_is_said(play: Play) -> None:
    deal_id = await deal_on_screen(play)
    await filed(play, document(play, "policy.pdf"))
    answer = await filed(play, document(play, "copy.pdf"))
    assert "🔁 copy.pdf: уже есть в папке, «policy.pdf»" in answer.text
    first, second = await documents_of(play, deal_id)
    assert second.same_as_id == first.id


async def test_of_a_file_that_is_there_already_nobody_else_hears(play: Play) -> None:
    await executor_joins(play, await deal_on_screen(play))
    await filed(play, document(play, "policy.pdf"))
    told = len(play.seen(EXECUTOR))
    await filed(play, document(play, "copy.pdf"))
    assert len(play.seen(EXECUTOR)) == told
    await filed(play, document(play, "copy.pdf"), photo(play))
    news = play.screen(EXECUTOR).text
    assert "copy.pdf" not in news
    assert news.count("✅") == 1


async def test_a_message_that_telegram_delivers_twice_is_filed_once(play: Play) -> None:
    deal_id = await deal_on_screen(play)
    message = play.made(SELLER, **document(play))
    await play.give({"message": message}, SELLER)
    await play.give({"message": message}, SELLER)
    await close_packets(play)
    await play.run_events()
    assert len(await documents_of(play, deal_id)) == 1
    assert "✅ policy.pdf" in play.screen(SELLER).text


async def test_a_file_in_reply_to_a_card_goes_there_whatever_is_on_the_screen(play: Play) -> None:
    first = await deal_on_screen(play)
    card = play.screen(SELLER)
    second = await deal_on_screen(play, insured="Kia Rio")
    await play.message(SELLER, reply_to=card.message_id, **document(play))
    await close_packets(play)
    assert len(await documents_of(play, first)) == 1
    assert not await documents_of(play, second)


async def test_a_file_in_reply_does_not_interrupt_a_dialogue(play: Play) -> None:
    await deal_on_screen(play)
    card = play.screen(SELLER)
    await play.say(SELLER, "/newdeal")
    await play.message(SELLER, reply_to=card.message_id, **document(play))
    asked = await play.say(SELLER, "+7 916 111-22-33")
    assert "Как зовут" in asked.text


async def test_the_other_people_of_the_deal_are_told_once_and_kept_up_to_date(play: Play) -> None:
    await executor_joins(play, await deal_on_screen(play))
    await play.message(SELLER, **document(play))
    await play.message(SELLER, **photo(play))
    await close_packets(play)
    (news,) = play.seen(EXECUTOR)
    assert "Maryna: нове в угоді" in news.text
    assert news.text.count("⏳") == 2
    assert news.data("Відкрити") == "deal.card:1"
    await play.run_events()
    (news,) = play.seen(EXECUTOR)
    assert news.text.count("✅") == 2


async def test_the_journal_says_once_what_came(play: Play) -> None:
    await deal_on_screen(play)
    await filed(play, document(play), photo(play))
    card = await play.tap(SELLER, "Открыть сделку")
    assert "в папке 2 новых файла" in card.text
    assert "Папка: 2 файла" in card.text


async def test_an_answer_that_became_another_screen_is_not_overwritten(play: Play) -> None:
    await deal_on_screen(play)
    await play.message(SELLER, **document(play))
    await close_packets(play)
    folder = await play.tap(SELLER, "📁 Папка")
    assert "Папка сделки" in folder.text
    await play.run_events()
    assert play.chats[SELLER.telegram_id][folder.message_id].text == folder.text
    assert "✅ policy.pdf" in play.screen(SELLER).text


async def test_a_sticker_gets_an_answer_that_helps(play: Play) -> None:
    deal_id = await deal_on_screen(play)
    answer = await play.message(SELLER, **sticker())
    assert "Такое в папку не положить" in answer.text
    assert answer.data("Папка") == f"deal.folder:{deal_id}"


async def test_a_voice_is_filed_and_stands_in_the_journal(play: Play) -> None:
    await deal_on_screen(play)
    answer = await filed(play, voice(play))
    assert "✅ Голосовая" in answer.text
    await play.tap(SELLER, "Открыть сделку")
    journal = await play.tap(SELLER, "Записать")
    assert "🎤 голосовая заметка" in journal.text
    await play.tap(SELLER, "🎤 2")
    assert play.toast(SELLER) == "Присылаю файл"
    assert any(seen.files for seen in play.seen(SELLER))


async def test_what_is_too_much_at_once_is_refused_one_by_one(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receive, "MOST_FILES", 2)
    await deal_on_screen(play)
    answer = await filed(play, *[document(play, f"{width}.png", png(width, 3)) for width in (1, 2, 3)])
    assert "Принял 2 из 3" in answer.text
    assert "❌ 3.png: слишком много за раз" in answer.text
