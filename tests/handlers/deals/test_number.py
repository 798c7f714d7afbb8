"""A deal opened by its number."""

import pytest

from tests.handlers.deals.opened import opened_deal
from tests.harness import Play
from tests.people import CLIENT, MANAGER, OTHER_SELLER, SELLER


@pytest.mark.parametrize(
    "typed", ["/deal {}", "/deal №{}", "/deal # {}", "/DEAL  {} ", "сделка {}", "Угоду №{}", "deal {}"]
)
async def test_a_deal_is_opened_by_its_number(play: Play, typed: str) -> None:
    deal_id = await opened_deal(play)
    for person in (SELLER, MANAGER):
        card = await play.say(person, typed.format(deal_id))
        assert f"Сделка {deal_id}" in card.text
        assert card.subject == f"deal:{deal_id}"


@pytest.mark.parametrize("typed", ["/deal", "/deal Camry", "/deal -1", "/deal 1e3", "/deal 99999999999999999999"])
async def test_without_a_number_it_says_how(play: Play, typed: str) -> None:
    answer = await play.say(SELLER, typed)
    assert "например: /deal 14" in answer.text
    assert "📋 Мои сделки" in answer.labels


async def test_a_hidden_deal_and_a_missing_one_get_the_same_answer(play: Play) -> None:
    deal_id = await opened_deal(play)
    hidden = await play.say(OTHER_SELLER, f"/deal {deal_id}")
    missing = await play.say(OTHER_SELLER, "/deal 777")
    assert f"Сделки {deal_id} среди ваших нет" in hidden.text
    assert hidden.text.replace(str(deal_id), "777") == missing.text
    assert hidden.buttons == missing.buttons
    assert hidden.subject is None


async def test_who_sees_no_deals_is_refused(play: Play) -> None:
    deal_id = await opened_deal(play)
    assert "Camry" not in (await play.say(CLIENT, f"/deal {deal_id}")).text
