"""Rules that follow from each other: none hears itself, and a chain ends."""

from collections import Counter
from dataclasses import replace
from datetime import datetime
from typing import Any, cast

import pytest
from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from models.automation_rule import AutomationRule, RuleAction
from models.deal import DealStage
from models.lead import LeadStage
from services.access import Actor
from services.automation.actions import ACTIONS
from services.automation.actions.job import Action, Job, Result
from services.deals.events import DealStageChanged
from services.deals.move_stage import MoveStage, move_stage
from services.leads.events import LeadStageChanged
from services.leads.move import move_lead, roll_back_lead
from tests.handlers.clients.builders import a_client, a_deal
from tests.handlers.leads.builders import a_lead, at_stage
from tests.harness import BROKERAGE, Play
from tests.people import ADMIN
from tests.services.automation.rules.builders import a_ready_lead, a_rule, deals, executions, lead, qualify, states
from tests.services.automation.samples import do


async def a_bare_rule(play: Play, key: str, trigger: str, to: DealStage | LeadStage, **conditions: Any) -> int:
    """One that no template would make: it hears every change, also its own."""
    now: datetime = play.clock.now()
    row = {
        "template": "move-deal",
        "trigger": trigger,
        "conditions": conditions,
        "action": RuleAction.MOVE_STAGE,
        "params": {"to": to.value},
        "delay_minutes": 0,
        "enabled_since": now,
        "version": 1,
        "intent_key": key,
        "created_at": now,
    }
    added = insert(AutomationRule).values(row).returning(AutomationRule.id)

    async def add(session: AsyncSession) -> int:
        return (await session.execute(added)).scalar_one()

    return int(await play.write(add))


async def to_and_fro(session: AsyncSession, actor: Actor, job: Job) -> Result:
    """What no template does: a lead goes one step on, or back again, as the rule says."""
    lead_id, limits = job.facts.entity_id, BROKERAGE.lead_limits
    assert job.facts.owner_id is not None
    actor = replace(actor, id=job.facts.owner_id)
    if job.rule.params["to"] == LeadStage.CONTACTED:
        await move_lead(session, actor, lead_id, seen=None, to=LeadStage.CONTACTED, limits=limits, now=job.now)
    else:
        reason = "Nobody has called him yet"
        seen = LeadStage.CONTACTED
        await roll_back_lead(session, actor, lead_id, seen=seen, reason=reason, limits=limits, now=job.now)
    return Result({})


async def a_loop(play: Play, monkeypatch: pytest.MonkeyPatch, turns: int) -> list[int]:
    """So many pairs of rules: one takes contacted leads back, the other makes them contacted again."""
    monkeypatch.setitem(cast("dict[RuleAction, Action]", ACTIONS), RuleAction.MOVE_STAGE, to_and_fro)
    there, back = LeadStage.CONTACTED, LeadStage.NEW
    rules = [
        await a_bare_rule(play, f"{to}-{turn}", LeadStageChanged.name, to, to_stage=heard.value)
        for turn in range(turns)
        for heard, to in ((there, back), (back, there))
    ]
    await at_stage(play, await a_lead(play), LeadStage.CONTACTED)
    await play.run_events()
    return rules


async def test_a_loop_of_two_rules_goes_round_once(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    back, there = await a_loop(play, monkeypatch, 1)
    assert [await states(play, rule_id) for rule_id in (back, there)] == [["done"], ["done"]]
    assert (await lead(play, 1)).stage is LeadStage.CONTACTED
    assert not [seen for seen in play.seen(ADMIN) if "setting off each other" in seen.text]


async def test_a_loop_of_many_rules_ends_with_the_budget_of_its_chain(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The five that hear the person's own act are counted too."""
    limit(play, 7)
    rules = await a_loop(play, monkeypatch, 5)
    counted = Counter([state for rule_id in rules for state in await states(play, rule_id)])
    assert counted["done"] + counted["refused"] == 7
    assert counted["stopped"] > 0
    assert len([seen for seen in play.seen(ADMIN) if "setting off each other" in seen.text]) == 1


async def to_kyc(play: Play) -> int:
    deal_id = await a_deal(play, await a_client(play))
    await do(play, move_stage, MoveStage(deal_id=deal_id, seen=DealStage.NEW, to=DealStage.KYC))
    await play.run_events()
    return deal_id


def limit(play: Play, most: int) -> None:
    play.use(brokerage=replace(BROKERAGE, chain_limit=most))


async def test_a_rule_does_not_hear_what_it_has_brought_about(play: Play) -> None:
    moving = await a_bare_rule(play, "any", DealStageChanged.name, DealStage.CALCULATION)
    await to_kyc(play)
    assert await states(play, moving) == ["done"]
    assert (await deals(play))[0].stage is DealStage.CALCULATION


async def test_nor_what_another_rule_has_made_of_it(play: Play) -> None:
    """KYC is made CALCULATION by one, AGREEMENT by the other; the first hears neither again."""
    first = await a_bare_rule(play, "first", DealStageChanged.name, DealStage.CALCULATION)
    second = await a_bare_rule(play, "second", DealStageChanged.name, DealStage.AGREEMENT, to_stage="calculation")
    await to_kyc(play)
    assert await states(play, first) == ["done"]
    assert await states(play, second) == ["refused"], "without an amount"


async def test_one_rule_leads_to_another(play: Play) -> None:
    await a_rule(play, "deal-on-stage")
    following = await a_rule(play, "move-new-deal")
    await qualify(play, await a_ready_lead(play))
    await play.run_events()
    assert (await deals(play))[0].stage is DealStage.KYC
    first, second = await executions(play)
    assert second.rule_id == following
    assert second.root_event_id == first.root_event_id == first.event_id


async def test_a_chain_ends_and_the_admins_are_told_once(play: Play) -> None:
    limit(play, 2)
    await a_rule(play, "deal-on-stage")
    await a_rule(play, "move-new-deal")
    stopped = [
        await a_bare_rule(play, "calc", DealStageChanged.name, DealStage.CALCULATION, to_stage="kyc"),
        await a_bare_rule(play, "calc too", DealStageChanged.name, DealStage.CALCULATION, to_stage="kyc"),
    ]
    await qualify(play, await a_ready_lead(play))
    await play.run_events()
    assert (await deals(play))[0].stage is DealStage.KYC
    assert [await states(play, rule_id) for rule_id in stopped] == [["stopped"], ["stopped"]]
    told = [seen.text for seen in play.seen(ADMIN) if "setting off each other" in seen.text]
    assert len(told) == 1
    assert "after 2 actions" in told[0]


async def test_what_people_do_is_never_too_much(play: Play) -> None:
    """The limit is one of consequences: many rules may hear one event."""
    limit(play, 1)
    rules = [await a_rule(play, "tell-deal-stage", stage="kyc", delay=delay) for delay in (0, 30, 60)]
    await to_kyc(play)
    assert [await states(play, rule_id) for rule_id in rules] == [["done"], ["waiting"], ["waiting"]]


async def test_a_chain_that_ended_does_not_keep_the_next_from_beginning(play: Play) -> None:
    limit(play, 1)
    await a_rule(play, "deal-on-stage")
    following = await a_rule(play, "move-new-deal")
    await qualify(play, await a_ready_lead(play))
    await play.run_events()
    assert await states(play, following) == ["stopped"]
    await a_deal(play, await a_client(play, "Сидоров Пётр", phone="+79160009988"))
    await play.run_events()
    assert await states(play, following) == ["stopped", "done"]
