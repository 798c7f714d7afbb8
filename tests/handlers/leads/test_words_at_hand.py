"""Words typed while a lead's card is on the screen: looked for, or written down for this lead."""

import pytest

from tests.handlers.leads.builders import a_lead
from tests.handlers.leads.test_at_hand import leads_of, notes_of
from tests.handlers.leads.test_attaching import card_of
from tests.harness import Play
from tests.people import MANAGER, OTHER_SELLER, SELLER

LETTER = "Добрый день! " + "Клиент думает. " * 20


async def test_words_found_nowhere_are_noted_for_the_lead_on_the_screen(play: Play) -> None:
    lead_id = await a_lead(play)
    await card_of(play, lead_id)
    nothing = await play.say(SELLER, "просил звонить после обеда")
    assert f"📝 В заметки {lead_id}" in nothing.labels
    card = await play.tap(SELLER, "В заметки")
    assert "Записал" in card.text
    assert card.subject == f"lead:{lead_id}"
    assert await notes_of(play, lead_id) == [("просил звонить после обеда", None)]


async def test_two_taps_note_once(play: Play) -> None:
    lead_id = await a_lead(play)
    await card_of(play, lead_id)
    nothing = await play.say(SELLER, "просил звонить после обеда")
    for _ in range(2):
        await play.tap_data(SELLER, nothing.data("В заметки"), nothing.message_id)
    assert len(await notes_of(play, lead_id)) == 1


async def test_words_that_tell_of_another_lead_can_be_noted_for_this_one(play: Play) -> None:
    lead_id = await a_lead(play)
    await card_of(play, lead_id)
    words = "Петров 916 555-44-33 КАСКО, с сайта"
    assert "Понял так" in (await play.say(SELLER, words)).text
    await play.tap(SELLER, f"В заметки {lead_id}")
    assert await notes_of(play, lead_id) == [(words, None)]
    assert len(await leads_of(play)) == 1


async def test_a_whole_letter_is_offered_to_the_notes_at_once(play: Play) -> None:
    lead_id = await a_lead(play)
    await card_of(play, lead_id)
    asked = await play.say(SELLER, LETTER)
    assert f"заметки лида {lead_id}" in asked.text
    assert "Клиент думает." in asked.text
    assert "конец письма" in (await play.say(SELLER, "конец письма")).text
    await play.tap(SELLER, "Записать")
    [(noted, _)] = await notes_of(play, lead_id)
    assert noted.startswith("Добрый день!")
    assert noted.endswith("конец письма")


async def test_a_letter_is_noted_by_a_typed_yes_or_not_at_all(play: Play) -> None:
    lead_id = await a_lead(play)
    await card_of(play, lead_id)
    await play.say(SELLER, LETTER)
    assert (await play.say(SELLER, "/cancel")).subject == f"lead:{lead_id}"
    assert not await notes_of(play, lead_id)
    await play.say(SELLER, LETTER)
    assert "Записал" in (await play.say(SELLER, "да")).text
    assert len(await notes_of(play, lead_id)) == 1


async def test_what_belongs_to_somebody_else_by_now_is_not_noted(play: Play) -> None:
    lead_id = await a_lead(play)
    await card_of(play, lead_id)
    nothing = await play.say(SELLER, "просил звонить после обеда")
    await card_of(play, lead_id, MANAGER)
    await play.tap(MANAGER, "👤 Передать")
    await play.tap(MANAGER, OTHER_SELLER.name)
    await play.tap_data(SELLER, nothing.data("В заметки"), nothing.message_id)
    assert not await notes_of(play, lead_id)


@pytest.mark.parametrize("words", ["просил звонить после обеда", LETTER])
async def test_without_a_lead_on_the_screen_nothing_is_offered(play: Play, words: str) -> None:
    await card_of(play, await a_lead(play))
    await play.say(SELLER, "/menu")
    assert "заметки" not in " ".join([(said := await play.say(SELLER, words)).text, *said.labels])
