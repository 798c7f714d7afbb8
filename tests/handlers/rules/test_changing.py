"""A rule is changed by the questions that it was made with; who was faster is told of."""

from typing import Any

import pytest
from sqlalchemy import select

from models.automation_rule import AutomationRule
from models.event import EventPersonal, EventRow
from services.automation.rules.delete import delete_rule
from services.automation.rules.edit import EditRule, edit_rule
from services.automation.rules.queries import filled_of
from services.automation.rules.switch import switch_rule
from services.automation.rules.templates import TEMPLATES, answers_of
from tests.handlers.rules.test_rules import adding, answered, stored
from tests.harness import Play, Seen
from tests.people import ADMIN, MANAGER
from tests.services.automation.rules.builders import FILLED, a_rule
from tests.services.automation.samples import do

MAIL = {"channel": "email", "email": "office@example.org", "language": "uk"}


async def changing(play: Play, rule_id: int, *answers: str) -> Seen:
    await play.tap_data(ADMIN, f"auto.card:{rule_id}")
    await play.tap(ADMIN, "Change")
    return await answered(play, *answers)


async def changes(play: Play) -> list[EventRow]:
    wanted = select(EventRow).where(EventRow.name == "automation.rule.changed")
    return list((await play.read(lambda session: session.execute(wanted))).scalars())


async def changed_by_another(play: Play, rule_id: int, **answers: Any) -> None:
    seen = answers_of(filled_of(await stored(play)))
    await do(play, edit_rule, EditRule(rule_id=rule_id, seen=seen, answers={**seen, **answers}), by=ADMIN)


@pytest.mark.parametrize("template", list(TEMPLATES))
async def test_each_answer_can_be_looked_at_and_left_as_it_is(play: Play, template: str) -> None:
    rule_id = await a_rule(play, template, **FILLED[template])
    asked = await changing(play, rule_id)
    fields = [label for label in asked.labels if "✏️" in label]
    assert len(fields) >= len(TEMPLATES[template].leaves)
    for label in fields:
        question = await play.tap(ADMIN, label)
        assert question.text != asked.text, label
        assert (await play.tap(ADMIN, "Back")).text == asked.text
    await play.tap(ADMIN, "Save")
    assert play.toast(ADMIN) == "It is so already"
    assert await changes(play) == []


async def test_one_answer_is_changed_and_the_others_stay(play: Play) -> None:
    rule_id = await a_rule(play, "tell-deal-stage", stage="kyc", kind_id=2, amount_from=5_000_000, delay=120)
    asked = await changing(play, rule_id, "@Amount", "70 000")
    assert "(CASCO · amount from 70\u202f000" in asked.text
    saved = await answered(play, "@When", "in 3 hours", "yes")
    assert "✅ Changed" in saved.text
    assert "✅ On" in saved.text
    rule = await stored(play)
    assert rule.conditions == {"to_stage": "kyc", "kind_id": 2, "amount_from": 7_000_000}
    assert (rule.params, rule.delay_minutes, rule.enabled) == ({"channel": "owner"}, 180, True)


async def test_what_hangs_on_a_changed_answer_is_asked_and_nothing_else(play: Play) -> None:
    rule_id = await a_rule(play, "move-deal", stage="kyc", to="calculation", kind_id=2)
    asked = await changing(play, rule_id, "@Stage", "@calculation")
    assert "Move it to which stage?" in asked.text
    asked = await answered(play, "@agreement")
    assert "When a deal moves to “calculation” (CASCO) — move the deal to “agreement”" in asked.text


async def test_somebody_else_is_told_from_now_on_and_the_old_address_is_forgotten(play: Play) -> None:
    rule_id = await a_rule(play, "tell-lead-score", **MAIL)
    await changing(play, rule_id, "@Who", "@A role", "@the managers", "@Save")
    assert (await stored(play)).params == {"channel": "role", "role": "manager"}


async def test_the_letters_language_is_of_whoever_named_the_address(play: Play) -> None:
    rule_id = await a_rule(play, "tell-lead-score", **MAIL)
    await changing(play, rule_id, "@Which leads", "@warm", "@Save")
    assert (await stored(play)).params["language"] == "uk"
    await changing(play, rule_id, "@E-mail", "head@example.org", "@Save")
    assert (await stored(play)).params == {"channel": "email", "email": "head@example.org", "language": "en"}


async def test_bad_answers_are_asked_again_and_then_taken(play: Play) -> None:
    rule_id = await a_rule(play, "escalate-lead", hours=4)
    assert "A number from 1 to 336" in (await changing(play, rule_id, "@Hours", "1000")).text
    assert "for 6 hours" in (await answered(play, "6")).text
    await play.tap(ADMIN, "Save")
    assert (await stored(play)).params == {"hours": 6}


async def test_a_new_rules_answers_can_be_changed_before_it_is_saved(play: Play) -> None:
    await adding(play, "@Lead waits", "@4 hours")
    asked = await answered(play, "@Hours", "@8 hours")
    assert "for 8 hours" in asked.text
    await play.tap(ADMIN, "Save and switch on")
    assert (await stored(play)).params == {"hours": 8}


async def test_cancel_leads_back_to_the_rule_as_it_was(play: Play) -> None:
    rule_id = await a_rule(play, "escalate-lead", hours=4)
    await changing(play, rule_id, "@Hours", "6")
    left = await play.say(ADMIN, "/cancel")
    assert "for 4 hours" in left.text
    assert "Switch off" in "".join(left.labels)
    assert (await stored(play)).params == {"hours": 4}


async def test_a_double_tap_on_save_changes_it_once(play: Play) -> None:
    rule_id = await a_rule(play, "escalate-lead", hours=4)
    asked = await changing(play, rule_id, "@Hours", "6")
    for _ in range(2):
        await play.tap_data(ADMIN, asked.data("Save"), asked.message_id)
    assert len(await changes(play)) == 1
    assert "for 6 hours" in play.screen(ADMIN).text


async def test_an_address_stands_beside_its_event_and_not_in_it(play: Play) -> None:
    rule_id = await a_rule(play, "tell-lead-score", **MAIL)
    await changing(play, rule_id, "@E-mail", "head@example.org", "@Save")
    (changed,) = await changes(play)
    assert "example.org" not in str(changed.payload)
    beside = select(EventPersonal).where(EventPersonal.event_id == changed.id)
    (personal,) = (await play.read(lambda session: session.execute(beside))).scalars()
    assert "head@example.org" in str(personal.values)


async def test_who_comes_second_sees_what_the_first_has_made_of_it(play: Play) -> None:
    rule_id = await a_rule(play, "escalate-lead", hours=4)
    await changing(play, rule_id, "@Hours", "6")
    await changed_by_another(play, rule_id, hours=8)
    seen = await play.tap(ADMIN, "Save")
    assert "The rule was changed meanwhile" in seen.text
    assert "for 8 hours" in seen.text
    assert (await stored(play)).params == {"hours": 8}
    assert "for 9 hours" in (await changing(play, rule_id, "@Hours", "9", "@Save")).text


async def test_a_switch_meanwhile_is_no_change_of_what_it_says(play: Play) -> None:
    rule_id = await a_rule(play, "escalate-lead", hours=4)
    await changing(play, rule_id, "@Hours", "6")
    await do(play, switch_rule, rule_id, on=False, by=ADMIN)
    assert "⏸ Off" in (await play.tap(ADMIN, "Save")).text
    assert ((await stored(play)).params, (await stored(play)).enabled) == ({"hours": 6}, False)


@pytest.mark.parametrize("verb", ["edit", "delete"])
async def test_a_rule_that_another_has_deleted_is_not_asked_about_for_ever(play: Play, verb: str) -> None:
    rule_id = await a_rule(play, "escalate-lead", hours=4)
    await play.tap_data(ADMIN, f"auto.{verb}:{rule_id}")
    if verb == "edit":
        await answered(play, "@Hours", "6")
    await do(play, delete_rule, rule_id, by=ADMIN)
    seen = await play.say(ADMIN, "yes")
    assert "This rule is gone" in seen.text
    assert "No rules yet" in seen.text
    assert "Resume" not in "".join((await play.say(ADMIN, "/menu")).labels)


async def test_who_is_no_admin_any_more_changes_nothing(play: Play) -> None:
    rule_id = await a_rule(play, "escalate-lead", hours=4)
    await play.tap_data(MANAGER, f"auto.edit:{rule_id}")
    assert "⛔️" in play.toast(MANAGER)
    rule: AutomationRule = await stored(play)
    assert rule.params == {"hours": 4}


async def test_the_same_rule_does_not_stand_there_twice(play: Play) -> None:
    """Two admins had the same thought; the one who is later makes something else of it."""
    await a_rule(play, "escalate-lead", hours=4)
    await adding(play, "@Lead waits", "@4 hours", "@Save and switch on")
    assert play.toast(ADMIN) == "There is such a rule in the list already."
    other = await answered(play, "@Hours", "@8 hours", "@Save and switch on")
    assert "for 8 hours" in other.text
    await changing(play, (await stored(play)).id, "@Hours", "@4 hours", "@Save")
    assert play.toast(ADMIN) == "There is such a rule in the list already."
    assert (await stored(play)).params == {"hours": 8}


@pytest.mark.parametrize("forged", ["", "template", "rule_id", "channel", "seen"])
async def test_a_button_that_was_never_there_saves_nothing(play: Play, forged: str) -> None:
    rule_id = await a_rule(play, "escalate-lead", hours=4)
    asked = await changing(play, rule_id, "@Hours", "6")
    save = asked.data("Save")
    await play.tap_data(ADMIN, f"{save.removesuffix('yes')}{forged}", asked.message_id)
    assert "out of date" in play.toast(ADMIN)
    assert (await stored(play)).params == {"hours": 4}
    assert "✅ Changed" in (await play.tap(ADMIN, "Save")).text
