"""The clumsy newcomer: whatever comes, he is told in his language what was wrong, and nothing is lost or changed.

Played in process: the real inbox, worker, dispatcher and use cases, without the wire.
"""

from functools import partial
from typing import Any

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.database import Database
from handlers import build_steps
from models.client import Client, ClientContact
from models.deal import Deal
from models.document import Document
from models.inbox import InboxState, InboxUpdate
from models.invite import Invite
from models.journal_entry import JournalEntry
from models.outgoing import Outgoing
from models.packet import Packet
from models.user import User
from services.inbox.store import store_updates
from tests.e2e.questions import ENORMOUS, HTML, PHOTO, QUESTIONS, Content, client, confirmation, insured, kind, phone
from tests.handlers.deals.opened import opened_deal
from tests.harness import BOT_ID, Play
from tests.people import ADMIN, CLIENT, EXECUTOR, OTHER_SELLER, SELLER, STRANGER, Person

GROUP = -1001234567890
BUSINESS_TABLES = (Client, ClientContact, Deal, Document, Packet, JournalEntry, Invite, User)


@pytest.fixture
async def play(sqlite_database: Database) -> Play:
    """What a person reads does not depend on the database."""
    stage = Play(sqlite_database)
    await stage.seed()
    return stage


@pytest.mark.parametrize("name", QUESTIONS)
async def test_a_clumsy_answer_is_explained_and_the_good_one_goes_on(play: Play, name: str) -> None:
    question = QUESTIONS[name]
    await question.reach(play)
    before = await business(play)
    for content, words in question.refused:
        answer = await send(play, content)
        assert words in answer.text, content
        assert "Отмена" in " ".join(answer.labels), "the question is still there"
        assert await business(play) == before
    assert question.then in (await play.say(SELLER, question.good)).text
    await nothing_is_lost(play)


@pytest.mark.parametrize("name", QUESTIONS)
async def test_cancel_in_the_middle_saves_nothing_and_can_be_taken_back(play: Play, name: str) -> None:
    question = QUESTIONS[name]
    await question.reach(play)
    before, asked = await business(play), play.screen(SELLER)
    cancelled = await play.say(SELLER, "/cancel")
    assert "Отменил, ничего не сохранено" in cancelled.text
    assert await business(play) == before
    resumed = await play.tap(SELLER, "Продолжить начатое")
    assert resumed.text == asked.text
    assert question.then in (await play.say(SELLER, question.good)).text


async def test_text_that_looks_like_html_or_runs_from_the_right_is_shown_as_it_was_typed(play: Play) -> None:
    await client(play)
    await play.say(SELLER, f"{HTML}\u202e")
    await play.tap(SELLER, "Пропустить")
    await play.tap(SELLER, "КАСКО")
    await play.say(SELLER, "<a href='x'>Camry</a> {name} %s")
    card = await play.tap(SELLER, "Открыть сделку")
    assert HTML in card.text
    assert "<a href='x'>Camry</a> {name} %s" in card.text
    assert "<script>" not in card.html
    assert "\u202e" not in card.text


async def test_a_card_of_long_words_fits_a_message(play: Play) -> None:
    await client(play)
    await play.say(SELLER, "&" * 200 + "я" * 100)
    await play.tap(SELLER, "Пропустить")
    await play.tap(SELLER, "КАСКО")
    await play.say(SELLER, "&" * 200 + "щ" * 100)
    card = await play.tap(SELLER, "Открыть сделку")
    await play.say(SELLER, "&" * 2000 + "ы" * 2000, reply_to=card.message_id)
    journal = await play.tap(SELLER, "Журнал")
    assert max(len(card.text), len(journal.text)) <= 4096


FORGED = ("", "1", "1:1", "-1", "9" * 20, "٣")
SHAPELESS = ("", ":", "p", "p:", "p::", "p:x:y:z", "b:", "x:", "resume:", "deal.card", "nobody:1", "ы" * 32)


async def test_no_forged_button_reaches_what_is_another_sellers(play: Play) -> None:
    """Whatever has the id 1 belongs to another seller."""
    await another_sellers_deal(play)
    before, answered = await business(play), await answered_taps(play)
    datas = [f"{verb}:{arg}" for verb in build_steps().taps for arg in FORGED if verb != "settings.language"]
    for data in (*SHAPELESS, *datas):
        await play.tap_data(SELLER, data)
    assert await business(play) == before
    assert await answered_taps(play) == answered + len(SHAPELESS) + len(datas)
    seen = " ".join(screen.text for screen in play.seen(SELLER))
    assert "Сидоров" not in seen
    await nothing_is_lost(play)


@pytest.mark.parametrize(
    ("person", "words"),
    [
        (SELLER, "Этот экран устарел"),
        (EXECUTOR, "Цей екран застарів"),
        (CLIENT, "Этот экран устарел"),
        (STRANGER, "This screen is out of date"),
        (ADMIN, "This screen is out of date"),
    ],
)
async def test_a_button_that_nobody_made_is_answered_in_the_persons_language(
    play: Play, person: Person, words: str
) -> None:
    screen = await play.tap_data(person, "nobody:1")
    assert words in play.toast(person)
    assert screen.text, "and a fresh screen is there"


async def test_an_outdated_chip_asks_the_question_that_is_open(play: Play) -> None:
    await kind(play)
    chip = play.screen(SELLER).data("КАСКО")
    answer = await play.tap_data(SELLER, chip.rpartition(":")[0] + ":999999999999999999999")
    assert "устарел" in play.toast(SELLER)
    assert "Что страхуем" in answer.text
    assert "что именно страхуем" in (await play.tap(SELLER, "КАСКО")).text


async def test_a_stale_button_of_a_finished_dialogue_changes_nothing(play: Play) -> None:
    await confirmation(play)
    asked = play.screen(SELLER)
    await play.tap(SELLER, "Открыть сделку")
    before = await business(play)
    await play.tap_data(SELLER, asked.data("Открыть сделку"), asked.message_id)
    assert play.toast(SELLER) == "Уже сделано"
    await play.tap_data(SELLER, asked.data("Назад"), asked.message_id)
    assert await business(play) == before


async def test_two_taps_at_once_open_one_deal_and_both_are_answered(play: Play) -> None:
    await confirmation(play)
    asked = play.screen(SELLER)
    data = asked.data("Открыть сделку")
    taps = [tap(SELLER, data, asked.message_id, f"tap-{n}") for n in range(2)]
    raws = [{"update_id": 990000000 + n, "callback_query": one} for n, one in enumerate(taps)]
    await play.write(partial(store_updates, bot_id=BOT_ID, updates=raws, now=play.clock.now()))
    await play.give({"callback_query": tap(SELLER, data, asked.message_id, "tap-3")}, SELLER)
    assert await count(play, Deal) == 1
    assert play.toasts[SELLER.telegram_id] == ["Уже сделано", "Уже сделано"]
    await nothing_is_lost(play)


async def test_another_member_of_a_group_gets_nothing_by_a_tap(play: Play) -> None:
    deal_id = await opened_deal(play)
    before = await business(play)
    for person, words in ((EXECUTOR, "приватному чаті"), (SELLER, "личном чате")):
        forged = tap(person, f"deal.lose:{deal_id}", 1, f"in-group-{person.telegram_id}")
        forged["message"]["chat"] = {"id": GROUP, "type": "supergroup", "title": "Team"}
        await play.give({"callback_query": forged}, person)
        assert words in play.toasts[GROUP][-1]
    assert await business(play) == before


async def test_a_disabled_user_is_told_so_by_every_old_button(play: Play) -> None:
    deal_id = await opened_deal(play)
    card = play.screen(SELLER)
    disable = update(User).where(User.telegram_id == SELLER.telegram_id).values(disabled_at=play.clock.now())
    await play.write(lambda session: session.execute(disable))
    before = await business(play)
    for label in ("Папка", "Записать", "Отложить", "Мои сделки"):
        await play.tap(SELLER, label, message_id=card.message_id)
        assert "доступ отключён" in play.toast(SELLER)
    assert "доступ отключён" in (await play.say(SELLER, "дорого", reply_to=card.message_id)).text
    assert "доступ отключён" in (await send(play, PHOTO)).text
    assert await business(play) == before, deal_id


async def test_an_edited_message_changes_nothing_and_the_question_is_asked_again(play: Play) -> None:
    await phone(play)
    edited = play.made(SELLER, text="Сидоров") | {"edit_date": 1795000000}
    await play.give({"edited_message": edited}, SELLER)
    assert "Пришлите правку новым сообщением" in play.screen(SELLER).text
    assert "Телефон клиента Петров" in play.screen(SELLER).text
    assert "Клиент: Петров" in (await play.tap(SELLER, "Пропустить")).text


async def test_an_old_button_works_after_a_restart(play: Play) -> None:
    await insured(play)
    asked = play.screen(SELLER)
    again = Play(play.database, play.clock)
    again.chats, again.last, again._update_id = play.chats, play.last, play._update_id
    assert "Что страхуем" in (await again.tap_data(SELLER, asked.data("Назад"), asked.message_id)).text
    await again.tap(SELLER, "ОСАГО")
    await again.say(SELLER, "Lada Vesta")
    assert "Сделка 1" in (await again.tap(SELLER, "Открыть сделку")).text


async def test_three_enormous_parts_of_one_text_are_each_explained(play: Play) -> None:
    await insured(play)
    for _ in range(3):
        assert "Слишком длинно" in (await play.say(SELLER, ENORMOUS)).text
    assert "открыть сделку" in (await play.say(SELLER, "Camry")).text


async def send(play: Play, content: Content) -> Any:
    if isinstance(content, str):
        return await play.say(SELLER, content)
    return await play.message(SELLER, **content)


async def another_sellers_deal(play: Play) -> None:
    """With a journal entry and a document, the first of each kind."""
    await play.say(OTHER_SELLER, "/newdeal")
    for answer in ("Сидоров", "89160000001", "каско", "Rio"):
        await play.say(OTHER_SELLER, answer)
    card = await play.tap(OTHER_SELLER, "Открыть сделку")
    await play.say(OTHER_SELLER, "Просит скидку", reply_to=card.message_id)
    play.files.contents["p"] = b"\xff\xd8\xff\xd9"
    await play.message(OTHER_SELLER, reply_to=card.message_id, **PHOTO)


async def business(play: Play) -> dict[str, list[tuple[Any, ...]]]:
    """Every row that a dialogue could change."""
    rows = {}
    for model in BUSINESS_TABLES:
        everything = select(model.__table__).order_by(model.id)
        found = await play.read(partial(AsyncSession.execute, statement=everything))
        rows[model.__tablename__] = [tuple(row) for row in found]
    return rows


async def count(play: Play, model: type[Any]) -> int:
    counted = select(func.count()).select_from(model)
    number: int = (await play.read(lambda session: session.execute(counted))).scalar_one()
    return number


async def answered_taps(play: Play) -> int:
    counted = select(func.count()).select_from(Outgoing).where(Outgoing.callback_query_id.is_not(None))
    number: int = (await play.read(lambda session: session.execute(counted))).scalar_one()
    return number


async def nothing_is_lost(play: Play) -> None:
    """Every update was processed, none set aside as an incident."""
    unfinished = select(func.count()).select_from(InboxUpdate).where(InboxUpdate.state != InboxState.DONE)
    assert (await play.read(lambda session: session.execute(unfinished))).scalar_one() == 0


def tap(person: Person, data: str, message_id: int, tap_id: str) -> dict[str, Any]:
    chat = {"id": person.telegram_id, "type": "private", "first_name": person.name}
    return {
        "id": tap_id,
        "from": {"id": person.telegram_id, "is_bot": False, "first_name": person.name, "language_code": "ru"},
        "chat_instance": "1",
        "message": {"message_id": message_id, "date": 1795000000, "chat": chat, "text": "…"},
        "data": data,
    }
