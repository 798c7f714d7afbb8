"""What rules leave to the clock: delays, and escalations of what nobody has reacted to."""

from functools import partial
from itertools import pairwise
from typing import Any

import pytest
from sqlalchemy import select, update

from models.deal import Deal, DealStage
from models.delivery import Delivery
from models.lead import LeadStage
from models.task import TaskKind
from services.automation.rules.switch import switch_rule
from services.deals.lose import lose_deal
from services.deals.move_stage import MoveStage, move_stage
from services.leads.note import NoteLead, note_lead
from services.reminders.rules import escalate_what_waits, release_due_rules
from services.tasks.set_task import SetTask, set_task
from services.tasks.work import take_task
from tests.handlers.clients.builders import a_client, a_deal
from tests.handlers.leads.builders import a_lead, at_stage
from tests.harness import BROKERAGE, Play
from tests.people import ADMIN, EXECUTOR, MANAGER, SELLER, Person
from tests.services.automation.rules.builders import a_rule, deals, executions, states
from tests.services.automation.samples import do
from tests.services.automation.test_every_consumer import deliver


async def ticked(play: Play, **after: float) -> None:
    play.clock.advance(**after)
    for tick in (release_due_rules, escalate_what_waits):
        while await play.write(partial(tick, now=play.clock.now())):
            pass
    await play.run_events()


def told(play: Play, person: Person, words: str) -> int:
    return sum(words in seen.text for seen in play.seen(person))


async def waiting_rule(play: Play) -> tuple[int, int]:
    rule_id = await a_rule(play, "tell-lead-stage", stage="contacted", delay=120)
    lead_id = await a_lead(play)
    await at_stage(play, lead_id, LeadStage.CONTACTED)
    await play.run_events()
    return rule_id, lead_id


async def test_a_delayed_rule_waits_for_its_hour(play: Play) -> None:
    rule_id, _ = await waiting_rule(play)
    await ticked(play, minutes=119)
    assert await states(play, rule_id) == ["waiting"]
    await ticked(play, minutes=1)
    assert await states(play, rule_id) == ["done"]
    assert told(play, SELLER, "Лид теперь «связались»") == 1
    await ticked(play, hours=5)
    assert told(play, SELLER, "Лид теперь «связались»") == 1


async def test_a_late_tick_runs_it_late_and_once(play: Play) -> None:
    rule_id, _ = await waiting_rule(play)
    await ticked(play, days=3)
    assert await states(play, rule_id) == ["done"]


async def test_what_has_changed_until_then_is_left_alone(play: Play) -> None:
    rule_id, lead_id = await waiting_rule(play)
    await at_stage(play, lead_id, LeadStage.QUALIFIED)
    await ticked(play, hours=2)
    (skipped,) = await executions(play, rule_id)
    assert (skipped.state, skipped.result) == ("skipped", {"why": "changed"})
    assert told(play, SELLER, "Лид теперь") == 0


async def test_a_rule_switched_off_until_then_does_nothing(play: Play) -> None:
    rule_id, _ = await waiting_rule(play)
    await do(play, switch_rule, rule_id, on=False, by=ADMIN)
    await ticked(play, hours=2)
    (skipped,) = await executions(play, rule_id)
    assert (skipped.state, skipped.result) == ("skipped", {"why": "off"})


async def test_a_lead_that_nobody_touches_goes_up_step_by_step(play: Play) -> None:
    rule_id = await a_rule(play, "escalate-lead", hours=4)
    await a_lead(play)
    await ticked(play, hours=3)
    assert await executions(play, rule_id) == []
    await ticked(play, hours=1)
    assert told(play, SELLER, "ждёт уже 4 часа") == 1
    assert told(play, MANAGER, "ждёт уже") == 0
    await ticked(play, hours=4)
    assert told(play, MANAGER, "ждёт уже 8 часов") == 1
    await ticked(play, days=2)
    assert [one.occurrence for one in await executions(play, rule_id)] == ["seller", "manager"]
    assert told(play, SELLER, "ждёт уже") == 1


async def test_whoever_does_something_about_a_lead_stops_it(play: Play) -> None:
    rule_id = await a_rule(play, "escalate-lead", hours=4)
    noted, moved = await a_lead(play), await a_lead(play, "Петров", phone="+79160001122")
    play.clock.advance(hours=3)
    await do(play, note_lead, NoteLead(lead_id=noted, text="No answer", intent_key="note"))
    await at_stage(play, moved, LeadStage.CONTACTED)
    await ticked(play, hours=1)
    assert await executions(play, rule_id) == []
    await ticked(play, hours=3)
    assert [(one.entity_id, one.occurrence) for one in await executions(play, rule_id)] == [(noted, "seller")]


async def test_a_lead_older_than_the_rule_does_not_concern_it(play: Play) -> None:
    """Whoever switches it on is not buried under old leads."""
    await a_lead(play)
    play.clock.advance(hours=1)
    rule_id = await a_rule(play, "escalate-lead", hours=4)
    await ticked(play, days=2)
    assert await executions(play, rule_id) == []


async def test_without_an_assignee_the_managers_come_in_their_time(play: Play) -> None:
    rule_id = await a_rule(play, "escalate-lead", hours=1)
    await a_lead(play, by=MANAGER)
    await ticked(play, hours=1)
    assert await states(play, rule_id) == ["refused"]
    await ticked(play, hours=1)
    assert await states(play, rule_id) == ["refused", "done"]
    assert told(play, MANAGER, "ждёт уже 2 часа") == 1


async def a_task(play: Play) -> int:
    deal_id = await a_deal(play, await a_client(play))
    command = SetTask(
        deal_id=deal_id,
        kind=TaskKind.CALCULATE,
        to_user_id=play.ids[EXECUTOR.telegram_id],
        due_on=None,
        intent_key="task",
    )
    return int(await do(play, set_task, command, today=BROKERAGE.today(play.clock.now())))


async def test_a_task_that_nobody_accepts_goes_to_the_seller_and_the_managers(play: Play) -> None:
    await a_rule(play, "escalate-task", hours=2)
    await a_task(play)
    for hours, person, words in (
        (2, EXECUTOR, "не прийняли вже 2 години"),
        (4, SELLER, "не приняли уже 4 часа"),
        (6, MANAGER, "не приняли уже 6 часов"),
    ):
        await ticked(play, hours=2)
        assert told(play, person, words) == 1, hours
    assert told(play, EXECUTOR, "не прийняли вже") == 1


async def test_a_task_that_is_accepted_goes_no_further(play: Play) -> None:
    rule_id = await a_rule(play, "escalate-task", hours=2)
    task_id = await a_task(play)
    await ticked(play, hours=2)
    await do(play, take_task, task_id, by=EXECUTOR)
    await ticked(play, days=1)
    assert [one.occurrence for one in await executions(play, rule_id)] == ["executor"]


async def test_accepted_between_the_tick_and_its_consumer_it_is_left_alone(play: Play) -> None:
    rule_id = await a_rule(play, "escalate-task", hours=2)
    task_id = await a_task(play)
    play.clock.advance(hours=2)
    await play.write(partial(escalate_what_waits, now=play.clock.now()))
    await do(play, take_task, task_id, by=EXECUTOR)
    await play.run_events()
    assert await states(play, rule_id) == ["skipped"]


async def test_two_tickers_at_once_escalate_once(play: Play) -> None:
    rule_id = await a_rule(play, "escalate-lead", hours=1)
    await a_lead(play)
    play.clock.advance(hours=1)
    for _ in range(2):
        await play.write(partial(escalate_what_waits, now=play.clock.now()))
    await play.run_events()
    assert await states(play, rule_id) == ["done"]


async def test_a_delay_outlives_the_process(play: Play) -> None:
    """Killed before its hour, and once more between the tick and its consumer."""
    rule_id, _ = await waiting_rule(play)
    play.use()
    play.clock.advance(hours=2)
    await play.write(partial(release_due_rules, now=play.clock.now()))
    play.use()
    await play.run_events()
    assert await states(play, rule_id) == ["done"]
    assert told(play, SELLER, "Лид теперь «связались»") == 1


async def waiting_deal(play: Play, **filled: Any) -> tuple[int, int]:
    rule_id = await a_rule(play, "move-new-deal", delay=120, **filled)
    deal_id = await a_deal(play, await a_client(play))
    await play.run_events()
    assert await states(play, rule_id) == ["waiting"]
    return rule_id, deal_id


async def test_a_deal_that_is_lost_meanwhile_stays_lost(play: Play) -> None:
    rule_id, deal_id = await waiting_deal(play)
    await do(play, lose_deal, deal_id, reason="Bought elsewhere")
    await ticked(play, hours=2)
    (refused,) = await executions(play, rule_id)
    assert (refused.state, refused.result["error"]) == ("refused", "deal-closed")


async def test_a_deal_that_was_moved_there_by_hand_meanwhile_is_as_it_should_be(play: Play) -> None:
    rule_id, deal_id = await waiting_deal(play)
    await do(play, move_stage, MoveStage(deal_id=deal_id, seen=DealStage.NEW, to=DealStage.KYC))
    await ticked(play, hours=2)
    (done,) = await executions(play, rule_id)
    assert (done.state, done.result) == ("done", {"stage": "kyc"})


async def test_a_deal_that_has_gone_on_meanwhile_is_not_pulled_back(play: Play) -> None:
    rule_id, deal_id = await waiting_deal(play)
    for seen, to in pairwise((DealStage.NEW, DealStage.KYC, DealStage.CALCULATION)):
        await do(play, move_stage, MoveStage(deal_id=deal_id, seen=seen, to=to))
    await ticked(play, hours=2)
    assert await states(play, rule_id) == ["refused"]
    assert (await deals(play))[0].stage is DealStage.CALCULATION


@pytest.mark.parametrize("template", ["move-new-deal", "tell-deal-stage"])
async def test_a_deal_that_is_deleted_meanwhile_is_left_alone(play: Play, template: str) -> None:
    rule_id = await a_rule(play, template, delay=120, stage="kyc")
    deal_id = await a_deal(play, await a_client(play))
    await do(play, move_stage, MoveStage(deal_id=deal_id, seen=DealStage.NEW, to=DealStage.KYC))
    await play.run_events()
    gone = update(Deal).where(Deal.id == deal_id).values(deleted_at=play.clock.now())
    await play.write(lambda session: session.execute(gone))
    await ticked(play, hours=2)
    (skipped,) = await executions(play, rule_id)
    assert (skipped.state, skipped.result) == ("skipped", {"why": "changed"})


async def test_a_step_that_came_to_nothing_is_taken_when_it_is_due_again(play: Play) -> None:
    """Somebody did something between the tick and its consumer, and then nobody any more."""
    rule_id = await a_rule(play, "escalate-lead", hours=4)
    lead_id = await a_lead(play)
    play.clock.advance(hours=4)
    await play.write(partial(escalate_what_waits, now=play.clock.now()))
    await do(play, note_lead, NoteLead(lead_id=lead_id, text="No answer", intent_key="note"))
    await play.run_events()
    assert await states(play, rule_id) == ["skipped"]
    await ticked(play, hours=3)
    assert await states(play, rule_id) == ["skipped"]
    await ticked(play, hours=1)
    assert await states(play, rule_id) == ["done"]
    assert told(play, SELLER, "ждёт уже 4 часа") == 1
    await ticked(play, hours=4)
    assert told(play, MANAGER, "ждёт уже 8 часов") == 1


async def test_each_step_is_taken_once_however_often_it_is_delivered(play: Play) -> None:
    rule_id = await a_rule(play, "escalate-task", hours=2)
    await a_task(play)
    for _ in range(3):
        await ticked(play, hours=2)
    wanted = select(Delivery).where(Delivery.consumer == "run_due_rule").order_by(Delivery.id)
    known = list((await play.read(lambda session: session.execute(wanted))).scalars())
    for _ in range(3):
        await deliver(play, known)
        await ticked(play)
    assert [one.occurrence for one in await executions(play, rule_id)] == ["executor", "seller", "manager"]
    assert told(play, EXECUTOR, "не прийняли вже") == 1
    assert [told(play, person, "не приняли уже") for person in (SELLER, MANAGER)] == [1, 1]
