"""A rule is called by the name that an admin gave it, else by what it says."""

import pytest

from tests.handlers.rules.test_changing import changing
from tests.handlers.rules.test_rules import adding, answered, stored
from tests.harness import Play
from tests.people import ADMIN
from tests.services.automation.rules.builders import a_rule


async def test_a_new_rule_is_named_before_it_is_saved(play: Play) -> None:
    await adding(play, "@Lead waits", "@4 hours")
    asked = await answered(play, "@Name", "  Nobody   waits ")
    assert asked.text.startswith("“Nobody waits”: When nobody has touched a new lead for 4 hours")
    saved = await play.tap(ADMIN, "Save")
    assert "🤖 Rule 1. “Nobody waits”: When" in saved.text
    assert (await stored(play)).name == "Nobody waits"
    assert "1. ⏸ “Nobody waits”: When" in (await play.say(ADMIN, "/automation")).text


async def test_a_name_is_changed_and_taken_away_again(play: Play) -> None:
    rule_id = await a_rule(play, "escalate-lead", hours=4, name="Night watch")
    await changing(play, rule_id, "@Name", "Day watch", "@Save")
    assert (await stored(play)).name == "Day watch"
    saved = await changing(play, rule_id, "@Name", "@No name", "@Save")
    assert (await stored(play)).name is None
    assert "🤖 Rule 1. When nobody" in saved.text


@pytest.mark.parametrize("typed", ["123", "—", "x" * 81])
async def test_what_no_name_can_be_is_asked_again_and_then_taken(play: Play, typed: str) -> None:
    rule_id = await a_rule(play, "escalate-lead", hours=4)
    assert "What is the rule called?" in (await changing(play, rule_id, "@Name", typed)).text
    await answered(play, "Night watch", "@Save")
    assert (await stored(play)).name == "Night watch"


async def test_two_rules_do_not_have_one_name(play: Play) -> None:
    await a_rule(play, "escalate-task", hours=4, name="Night watch")
    rule_id = await a_rule(play, "escalate-lead", hours=4)
    await changing(play, rule_id, "@Name", "night watch", "@Save")
    assert "There is a rule “night watch” already" in play.toast(ADMIN)
    await answered(play, "@Name", "Day watch", "@Save")
    assert (await stored(play)).name == "Day watch"


async def test_the_audit_tells_two_rules_of_one_template_apart(play: Play) -> None:
    await a_rule(play, "escalate-lead", hours=4, name="Night watch")
    await a_rule(play, "escalate-lead", hours=8)
    seen = await play.say(ADMIN, "/audit")
    assert "rule 1 “Night watch” · rule added" in seen.text
    assert "rule 2 “Lead waits → remind” · rule added" in seen.text
    card = await play.tap(ADMIN, "2")
    assert "rule 1 “Night watch”" in card.text
    assert "Rule 1. “Night watch”: When" in (await play.tap(ADMIN, "rule")).text
