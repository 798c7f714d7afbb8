"""What people and admins hear of an update that could not be processed, played through the whole update path."""

from typing import Any

import pytest
from sqlalchemy import select

from models.inbox import InboxState, InboxUpdate
from tests.harness import Play
from tests.people import ADMIN, EXECUTOR, MANAGER, SELLER, STRANGER, Person


async def inbox(play: Play) -> list[InboxUpdate]:
    found = await play.read(lambda session: session.execute(select(InboxUpdate).order_by(InboxUpdate.id)))
    return list(found.scalars())


POISON = [
    {"message": {"message_id": 1, "from": {"id": SELLER.telegram_id, "is_bot": False, "first_name": "M"}}},
    {"message": {"message_id": "one", "date": "yesterday", "from": {"id": SELLER.telegram_id}}},
    {"something_new": {"from": {"id": SELLER.telegram_id}}},
    {"callback_query": {"id": "77", "from": {"id": SELLER.telegram_id}, "data": 5}},
]
"""Each lacks something that aiogram needs, or is of no type that we know."""


@pytest.mark.parametrize("update", POISON)
async def test_an_update_that_can_not_be_read_is_told_to_its_person_and_to_admins_with_one_number(
    play: Play, update: dict[str, Any]
) -> None:
    await play.give(update, SELLER)
    (row,) = await inbox(play)
    assert row.state is InboxState.DEAD
    assert row.incident is not None
    assert row.incident in play.screen(SELLER).text
    assert row.incident in play.screen(ADMIN).text
    assert play.seen(MANAGER) == []


@pytest.mark.parametrize("typed", ["Иванов\0 Иван", "Иванов\ud800 Иван", "Иванов Иван \udfff\0"])
async def test_what_no_database_can_keep_is_left_out_of_a_text(play: Play, typed: str) -> None:
    await play.say(SELLER, "/newdeal")
    asked = await play.say(SELLER, typed)
    assert "Иванов Иван" in asked.text
    assert [row.state for row in await inbox(play)] == [InboxState.DONE] * 2


async def test_a_typed_backslash_u0000_is_a_text_like_any_other(play: Play) -> None:
    await play.say(SELLER, r"\u0000 and \\u0000")
    assert [row.state for row in await inbox(play)] == [InboxState.DONE]


async def test_the_person_goes_on_after_an_update_that_was_set_aside(play: Play) -> None:
    await play.say(SELLER, "/newdeal")
    await play.give(POISON[1], SELLER)
    asked = await play.say(SELLER, "Иванов Иван")
    assert "Телефон" in asked.text or "телефон" in asked.text


@pytest.mark.parametrize(("person", "words"), [(STRANGER, "admins know"), (EXECUTOR, "адміністратори")])
async def test_the_incident_is_told_in_the_persons_language_to_strangers_too(
    play: Play, person: Person, words: str
) -> None:
    who = {"id": person.telegram_id, "is_bot": False, "first_name": "A", "language_code": person.language.value}
    await play.give({"callback_query": {"id": "77", "from": who, "data": 5}}, person)
    assert words in play.screen(person).text
    assert words in play.toast(person)


async def test_an_update_of_nobody_is_told_to_admins_only(play: Play) -> None:
    channel = Person(-100500, "channel", None, ADMIN.language)
    await play.give({"channel_post": {"chat": {"id": channel.telegram_id}}}, channel)
    (row,) = await inbox(play)
    assert (row.state, row.lane) == (InboxState.DEAD, channel.telegram_id)
    assert play.seen(channel) == []
    assert str(row.incident) in play.screen(ADMIN).text


async def test_a_stranger_is_answered_in_his_own_language(play: Play) -> None:
    assert "ask an admin for an invitation" in (await play.say(STRANGER, "/start")).text


async def test_a_refused_step_leaves_nothing_and_keeps_the_dialogue(play: Play) -> None:
    await play.say(SELLER, "/newdeal")
    await play.say(SELLER, "Иванов Иван")
    refused = await play.say(SELLER, "не телефон")
    assert "Не похоже на телефон" in refused.text
    assert "Что страхуем?" in (await play.say(SELLER, "+79161112233")).text
    assert [row.state for row in await inbox(play)] == [InboxState.DONE] * 4


async def test_an_update_type_without_a_handler_is_done_silently(play: Play) -> None:
    who = {"id": SELLER.telegram_id, "is_bot": False, "first_name": "M"}
    await play.give({"inline_query": {"id": "1", "from": who, "query": "x", "offset": ""}}, SELLER)
    assert [row.state for row in await inbox(play)] == [InboxState.DONE]
    assert play.seen(SELLER) == []
