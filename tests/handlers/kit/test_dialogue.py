"""Dialogues across restarts, replies and old messages."""

from sqlalchemy import func, select

from models.client import Client
from models.deal import Deal
from models.journal_entry import JournalEntry
from tests.harness import Play
from tests.people import ADMIN, SELLER

OPENING = ("/newdeal", "Иванов Иван", "+7 916 123-45-67", "КАСКО", "Toyota Camry 2021", "да")


async def count(play: Play, table: type) -> int:
    return int((await play.read(lambda session: session.execute(select(func.count()).select_from(table)))).scalar_one())


def restarted(play: Play) -> Play:
    """The same database and chats, everything else new."""
    again = Play(play.database, play.clock)
    again.ids, again.chats, again.last, again.toasts = play.ids, play.chats, play.last, play.toasts
    again._update_id = play._update_id
    return again


async def test_a_restart_between_any_two_steps_changes_nothing(play: Play) -> None:
    for said in OPENING:
        await play.say(SELLER, said)
        asked = play.screen(SELLER)
        play = restarted(play)
        assert play.screen(SELLER) == asked
    assert "Toyota Camry 2021" in play.screen(SELLER).text
    assert (await count(play, Deal), await count(play, Client)) == (1, 1)


async def test_an_answer_sent_as_a_reply_to_the_question_is_its_answer(play: Play) -> None:
    """Also where the question stands in the message that showed a deal before."""
    for said in OPENING:
        await play.say(SELLER, said)
    card = play.screen(SELLER)
    await play.tap(SELLER, "Ещё")
    asked = await play.tap(SELLER, "Отказ")
    entries = await count(play, JournalEntry)
    assert asked.message_id == card.message_id
    answered = await play.say(SELLER, "Слишком дорого", reply_to=asked.message_id)
    assert "Слишком дорого" in answered.text
    await play.say(SELLER, "да")
    assert await count(play, JournalEntry) == entries + 1


async def test_a_reply_to_a_card_is_about_its_deal(play: Play) -> None:
    for said in OPENING:
        await play.say(SELLER, said)
    card = play.screen(SELLER)
    await play.say(SELLER, "/menu")
    await play.say(SELLER, "Просил перезвонить", reply_to=card.message_id)
    texts = await play.read(lambda session: session.execute(select(JournalEntry.text)))
    assert "Просил перезвонить" in texts.scalars().all()


async def test_a_tap_under_a_file_is_answered_with_a_new_message(play: Play) -> None:
    """A message with media can't become text, and the screen above is out of sight."""
    menu = await play.say(SELLER, "/menu")
    photo = {"photo": [{"file_id": "1", "file_unique_id": "1", "width": 9, "height": 9}]}
    message = {**play.made(SELLER), **photo}
    who = message["from"]
    tap = {"id": "5", "from": who, "chat_instance": "1", "message": message, "data": "menu:"}
    await play.give({"callback_query": tap}, SELLER)
    assert play.screen(SELLER).message_id > menu.message_id
    assert play.screen(SELLER).text == menu.text


async def test_a_chip_of_an_earlier_question_answers_it_anew(play: Play) -> None:
    for said in OPENING[:3]:
        await play.say(SELLER, said)
    kinds = play.screen(SELLER)
    asked = await play.tap(SELLER, "КАСКО", message_id=kinds.message_id)
    again = await play.tap_data(SELLER, kinds.data("ОСАГО"), asked.message_id)
    assert "ОСАГО" in again.text
    await play.say(SELLER, OPENING[4])
    await play.say(SELLER, "да")
    assert "ОСАГО" in play.screen(SELLER).text


async def test_two_people_do_not_share_a_dialogue(play: Play) -> None:
    await play.say(SELLER, "/newdeal")
    menu = await play.say(ADMIN, "/menu")
    assert "Resume" not in "".join(menu.labels)
    await play.tap_data(ADMIN, play.screen(SELLER).data("Новый клиент"))
    assert "Клиент" in play.screen(SELLER).text or "клиент" in play.screen(SELLER).text
    assert await count(play, Deal) == 0
