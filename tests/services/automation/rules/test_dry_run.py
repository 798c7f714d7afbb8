"""What a try says is what then happens, and a try itself does nothing."""

from sqlalchemy import func, select

from models.base import Base
from models.lead import LeadStage
from services.automation.rules.dry_run import DryRun, dry_run
from tests.handlers.clients.builders import a_client, a_deal
from tests.handlers.leads.builders import a_lead, at_stage
from tests.harness import BROKERAGE, Play
from tests.people import ADMIN, MANAGER
from tests.services.automation.rules.builders import (
    a_ready_lead,
    a_rule,
    deals,
    executions,
    qualify,
    switched_on_before,
)
from tests.services.automation.rules.test_apply import deliver_again
from tests.services.automation.rules.test_clock import ticked
from tests.services.automation.samples import do


async def tried(play: Play, rule_id: int, days: int = 7) -> DryRun:
    found: DryRun = await do(play, dry_run, rule_id, days=days, brokerage=BROKERAGE, by=ADMIN)
    return found


async def story(play: Play) -> None:
    """Leads of every sort: ready, too low, without a domain, without a kind, of the pool, twice qualified."""
    told = (
        {"kind_ids": [2]},
        {"score": 500},
        {"domain_id": None},
        {"kind_ids": []},
        {"by": MANAGER, "kind_ids": [2]},
        {"score": 900, "kind_ids": [1]},
    )
    for number, how in enumerate(told):
        play.clock.advance(minutes=20)
        by = how.pop("by", None)
        more = {"by": by} if by else {}
        lead_id = await a_ready_lead(play, name=f"Lead {number}", phone=f"+7916000000{number}", **more, **how)
        await qualify(play, lead_id, **more)
    await play.run_events()


async def rows(play: Play) -> dict[str, int]:
    found = {}
    for table in Base.metadata.sorted_tables:
        count = select(func.count()).select_from(table)
        found[table.name] = (await play.read(lambda session, count=count: session.execute(count))).scalar_one()
    return found


async def test_it_is_what_then_really_happens(play: Play) -> None:
    await story(play)
    for template, answers in (
        ("tell-lead-stage", {"stage": "qualified", "channel": "role", "role": "manager"}),
        ("deal-on-stage", {"other_kind_id": None}),
    ):
        rule_id = await a_rule(play, template, on=False, **answers)
        foretold = await tried(play, rule_id)
        await switched_on_before(play, rule_id, days=7)
        await deliver_again(play)
        await play.run_events()
        done = await executions(play, rule_id)
        assert sorted(foretold.things) == sorted(
            (one.entity_type, one.entity_id) for one in done if one.state == "done"
        )
        refused = [one.result["error"] for one in done if one.state == "refused"]
        assert sorted(code.code for code, count in foretold.refused for _ in range(count)) == sorted(refused)
        assert foretold.things, template
    assert len(await deals(play)) == 3


async def test_what_waits_is_foretold_as_well(play: Play) -> None:
    rule_id = await a_rule(play, "escalate-lead", on=False, hours=4)
    waits = [await a_lead(play, f"Lead {number}", phone=f"+7916000000{number}") for number in range(3)]
    await at_stage(play, waits[0], LeadStage.CONTACTED)
    play.clock.advance(hours=5)
    foretold = await tried(play, rule_id)
    await switched_on_before(play, rule_id, days=7)
    await ticked(play)
    done = [(one.entity_type, one.entity_id) for one in await executions(play, rule_id)]
    assert list(foretold.things) == done == [("lead", waits[1]), ("lead", waits[2])]


async def test_a_try_leaves_no_trace(play: Play) -> None:
    await story(play)
    rule_id = await a_rule(play, on=False)
    before = await rows(play)
    for days in (7, 30):
        assert (await tried(play, rule_id, days)).things
    assert await rows(play) == before


async def test_it_looks_back_as_far_as_it_is_asked_to(play: Play) -> None:
    await story(play)
    play.clock.advance(days=10)
    recent = await a_ready_lead(play, name="Recent", phone="+79169998877", kind_ids=[2])
    await qualify(play, recent)
    rule_id = await a_rule(play, on=False)
    assert list((await tried(play, rule_id, 7)).things) == [("lead", recent)]
    assert len((await tried(play, rule_id, 30)).things) == 5
    play.clock.advance(days=40)
    assert (await tried(play, rule_id, 30)).things == []


async def test_names_stand_beside_the_first_ones(play: Play) -> None:
    for number in range(10):
        play.clock.advance(hours=1)
        lead_id = await a_ready_lead(play, name=f"Lead {number}", phone=f"+791600000{number:02}", kind_ids=[2])
        await qualify(play, lead_id)
    found = await tried(play, await a_rule(play, on=False))
    assert len(found.things) == 10
    assert [one.name for one in found.shown] == [f"Lead {number}" for number in range(8)]


async def test_a_move_is_foretold_with_its_refusals(play: Play) -> None:
    deal_id = await a_deal(play, await a_client(play))
    moving = await a_rule(play, "move-new-deal", on=False)
    assert list((await tried(play, moving)).things) == [("deal", deal_id)]


async def test_only_leads_of_the_pool_would_be_given_away(play: Play) -> None:
    pooled = await a_lead(play, "Pool", phone="+79161110000", by=MANAGER)
    await a_lead(play, "Own", phone="+79161110001")
    rule_id = await a_rule(play, "assign-lead", on=False)
    assert list((await tried(play, rule_id)).things) == [("lead", pooled)]
