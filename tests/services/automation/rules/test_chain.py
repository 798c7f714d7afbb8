"""Rules that follow from each other: none hears itself, and a chain ends."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from models.automation_rule import AutomationRule, RuleAction
from models.deal import DealStage
from services.deals.events import DealStageChanged
from services.deals.move_stage import MoveStage, move_stage
from tests.handlers.clients.builders import a_client, a_deal
from tests.harness import BROKERAGE, Play
from tests.people import ADMIN
from tests.services.automation.rules.builders import a_ready_lead, a_rule, deals, executions, qualify, states
from tests.services.automation.samples import do


async def a_bare_rule(play: Play, key: str, trigger: str, to: DealStage, **conditions: Any) -> int:
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
