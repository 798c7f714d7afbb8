"""A rule that is changed while something waits for it is asked anew when the hour comes."""

from functools import partial
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.automation_rule import AutomationRule
from models.lead import LeadStage
from services.automation.rules.add import MOST_RULES, add_rule
from services.automation.rules.edit import EditRule, edit_rule
from services.automation.rules.errors import RuleChangedMeanwhile, TooManyRules
from services.automation.rules.queries import filled_of, list_rules
from services.automation.rules.templates import TEMPLATES, answers_of, fill
from services.errors import NotAllowed
from tests.handlers.leads.builders import a_lead, at_stage
from tests.harness import Play
from tests.people import ADMIN, CLIENT, EXECUTOR, MANAGER, SELLER, Person
from tests.services.automation.rules.builders import FILLED, a_rule, executions, states
from tests.services.automation.rules.test_clock import ticked, told, waiting_rule
from tests.services.automation.samples import do
from tests.services.clients.test_duplicates import both


async def answers(play: Play, rule_id: int) -> dict[str, Any]:
    wanted = select(AutomationRule).where(AutomationRule.id == rule_id)
    rule = (await play.read(lambda session: session.execute(wanted))).scalar_one()
    return answers_of(filled_of(rule))


async def edited(play: Play, rule_id: int, *, by: Person = ADMIN, **changes: Any) -> bool:
    seen = await answers(play, rule_id)
    anew = {name: value for name, value in {**seen, **changes}.items() if value is not None}
    return bool(await do(play, edit_rule, EditRule(rule_id=rule_id, seen=seen, answers=anew), by=by))


@pytest.mark.parametrize("template", list(TEMPLATES))
def test_answers_are_what_makes_the_same_rule(template: str) -> None:
    filled = fill(TEMPLATES[template], FILLED[template])
    assert answers_of(filled) == FILLED[template]
    assert fill(TEMPLATES[template], answers_of(filled)) == filled


async def test_what_waits_is_told_to_whom_the_rule_names_by_then(play: Play) -> None:
    rule_id, _ = await waiting_rule(play)
    assert await edited(play, rule_id, channel="role", role="manager")
    await ticked(play, hours=2)
    assert (told(play, SELLER, "Лид теперь"), told(play, MANAGER, "Лид теперь")) == (0, 1)
    assert await states(play, rule_id) == ["done"]


async def test_what_waits_and_is_not_meant_any_more_is_left_alone(play: Play) -> None:
    rule_id, _ = await waiting_rule(play)
    await edited(play, rule_id, source="partner")
    await ticked(play, hours=2)
    (skipped,) = await executions(play, rule_id)
    assert (skipped.state, skipped.result) == ("skipped", {"why": "changed"})


async def test_what_waits_keeps_its_hour_and_what_comes_has_the_new_one(play: Play) -> None:
    rule_id, _ = await waiting_rule(play)
    await edited(play, rule_id, delay=600)
    later = await a_lead(play, "Петров", phone="+79160001122")
    await at_stage(play, later, LeadStage.CONTACTED)
    await play.run_events()
    await ticked(play, hours=2)
    assert await states(play, rule_id) == ["done", "waiting"]
    await ticked(play, hours=8)
    assert await states(play, rule_id) == ["done", "done"]


async def test_the_clock_counts_by_the_new_hours(play: Play) -> None:
    rule_id = await a_rule(play, "escalate-lead", hours=4)
    await a_lead(play)
    await edited(play, rule_id, hours=10)
    await ticked(play, hours=9)
    assert await executions(play, rule_id) == []
    await ticked(play, hours=1)
    assert told(play, SELLER, "ждёт уже 10 часов") == 1


async def test_what_is_so_already_changes_nothing(play: Play) -> None:
    rule_id = await a_rule(play, "escalate-lead", hours=4)
    assert not await edited(play, rule_id, hours=4)


async def test_of_two_that_change_it_the_second_is_refused(play: Play) -> None:
    rule_id = await a_rule(play, "escalate-lead", hours=4)
    seen = await answers(play, rule_id)
    await edited(play, rule_id, hours=6)
    with pytest.raises(RuleChangedMeanwhile):
        await do(play, edit_rule, EditRule(rule_id=rule_id, seen=seen, answers={"hours": 8}), by=ADMIN)
    assert await answers(play, rule_id) == {"hours": 6}


@pytest.mark.parametrize("person", [MANAGER, SELLER, EXECUTOR, CLIENT], ids=lambda person: person.role)
async def test_others_than_admins_change_none(play: Play, person: Person) -> None:
    rule_id = await a_rule(play, "escalate-lead", hours=4)
    with pytest.raises(NotAllowed):
        await edited(play, rule_id, by=person, hours=6)


async def test_there_are_so_many_rules_and_no_more_and_they_come_in_pages(play: Play) -> None:
    for minutes in range(1, MOST_RULES + 1):
        await a_rule(play, "tell-lead-stage", stage="contacted", delay=minutes, on=False)
    with pytest.raises(TooManyRules):
        await a_rule(play, "escalate-lead", hours=4)
    assert await a_rule(play, "tell-lead-stage", stage="contacted", delay=1, on=False), "the same intent again"
    seen: list[int] = []
    before = None
    while True:
        page = await play.read(lambda session, before=before: list_rules(session, play.actor(ADMIN), before=before))
        seen += [line.id for line in page.lines]
        before = page.next_before
        if before is None:
            break
    assert seen == sorted(set(seen), reverse=True)
    assert len(seen) == MOST_RULES


async def test_two_admins_do_not_make_one_rule_too_many_at_the_same_moment(play: Play) -> None:
    for minutes in range(1, MOST_RULES):
        await a_rule(play, "tell-lead-stage", stage="contacted", delay=minutes, on=False)
    works = [partial(_added, play, hours=hours) for hours in (1, 2)]
    results = await both(play, *works)
    assert {type(result) for result in results} == {int, TooManyRules}


async def _added(play: Play, session: AsyncSession, *, hours: int) -> int:
    filled = fill(TEMPLATES["escalate-lead"], {"hours": hours})
    return await add_rule(session, play.actor(ADMIN), filled, intent_key=f"both-{hours}", now=play.clock.now())
