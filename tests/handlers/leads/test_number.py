"""A lead opened by its number."""

import pytest

from tests.handlers.leads.builders import a_lead
from tests.harness import Play
from tests.people import EXECUTOR, MANAGER, OTHER_SELLER, SELLER


@pytest.mark.parametrize("typed", ["/lead {}", "лид {}", "Лид №{}", "лида {}", "лід {}", "lead #{}", "LEAD  {} "])
async def test_a_lead_is_opened_by_its_number(play: Play, typed: str) -> None:
    lead_id = await a_lead(play)
    for person in (SELLER, MANAGER):
        card = await play.say(person, typed.format(lead_id))
        assert f"Лид {lead_id}" in card.text
        assert card.subject == f"lead:{lead_id}"


async def test_one_that_is_not_there_or_somebody_elses_is_told(play: Play) -> None:
    lead_id = await a_lead(play)
    assert "Лида 777 нет" in (await play.say(SELLER, "лид 777")).text
    others = await play.say(OTHER_SELLER, f"лид {lead_id}")
    assert "ведёт Maryna" in others.text
    assert "Иванов" not in others.text


async def test_a_lead_that_is_told_of_is_no_number(play: Play) -> None:
    await a_lead(play)
    assert "Понял так" in (await play.say(SELLER, "лид Петров 916 765-43-21 осаго, с сайта")).text


async def test_who_sees_no_leads_searches(play: Play) -> None:
    lead_id = await a_lead(play)
    assert "Лид" not in (await play.say(EXECUTOR, f"лид {lead_id}")).text.replace("«лид", "")
