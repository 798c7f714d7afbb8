"""Rules act once on what they hear, and only on what they are for."""

import asyncio
import random
from collections.abc import Sequence
from functools import partial

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal, DealStage
from models.delivery import Delivery
from models.event import EventRow
from models.lead import LeadSource, LeadStage
from services.automation.apply_rules import apply_rules
from services.automation.rules.delete import delete_rule
from services.automation.rules.switch import switch_rule
from services.automation.rules.templates import TEMPLATES
from services.deals.move_stage import MoveStage, move_stage
from services.errors import NotAllowed
from services.events.ledger import load_delivered
from services.leads.edit import EditLead, edit_lead
from services.leads.move import roll_back_lead
from services.leads.rules import LEAST_SCORE
from tests.handlers.clients.builders import a_client, a_deal
from tests.handlers.leads.builders import a_lead, at_stage
from tests.harness import BROKERAGE, Play
from tests.people import ADMIN, CLIENT, MANAGER, OTHER_SELLER, SELLER
from tests.services.automation.rules.builders import (
    FILLED,
    a_ready_lead,
    a_rule,
    deals,
    executions,
    lead,
    qualify,
    score_told,
    states,
)
from tests.services.automation.samples import do
from tests.services.automation.test_every_consumer import deliver


async def deliver_again(play: Play, order: Sequence[int] = (0,)) -> None:
    """Every delivery to the rules' consumer, in each of these orders."""
    wanted = select(Delivery).where(Delivery.consumer == "apply_rules").order_by(Delivery.id)
    known = list((await play.read(lambda session: session.execute(wanted))).scalars())
    for seed in order:
        random.Random(seed).shuffle(known)  # noqa: S311 - repeatable disorder
        for delivery in known:
            await deliver(play, [delivery])


async def test_a_lead_reaches_the_stage_and_a_deal_appears_without_a_tap(play: Play) -> None:
    rule_id = await a_rule(play)
    lead_id = await a_ready_lead(play, object="Toyota Camry", kind_ids=[2])
    assert await deals(play) == []
    await qualify(play, lead_id)
    await play.run_events()
    (deal,) = await deals(play)
    assert (deal.lead_id, deal.kind_id, deal.object) == (lead_id, 2, "Toyota Camry")
    assert deal.seller_id == deal.created_by == play.ids[SELLER.telegram_id]
    assert (await lead(play, lead_id)).stage is LeadStage.TRANSFERRED
    (done,) = await executions(play, rule_id)
    assert (done.state, done.occurrence, done.result) == ("done", "", {"deal_id": deal.id})
    assert done.event_id is not None
    assert done.correlation_id == "test"
    assert "стал сделкой" in play.screen(SELLER).text


async def test_what_a_rule_did_says_so_and_names_its_cause(play: Play) -> None:
    await a_rule(play)
    lead_id = await a_ready_lead(play)
    await qualify(play, lead_id)
    await play.run_events()
    wanted = select(EventRow).where(EventRow.source == "automation").order_by(EventRow.id)
    done = list((await play.read(lambda session: session.execute(wanted))).scalars())
    names = [event.name for event in done]
    assert names[0] == "automation.rule.applied"
    assert {"client.created", "deal.created", "lead.stage.changed"} <= set(names)
    trigger, applied = (await executions(play))[0].event_id, done[0].id
    assert [event.caused_by for event in done] == [trigger, *[applied] * (len(done) - 1)]
    assert {event.actor_id for event in done} == {None}
    assert {event.correlation_id for event in done} == {"test"}


@pytest.mark.parametrize("order", [(1,), (2, 3), (4, 5, 6)], ids=["once more", "twice more", "three times more"])
async def test_however_often_and_in_whatever_order_it_is_delivered_there_is_one_deal(
    play: Play, order: tuple[int, ...]
) -> None:
    await a_rule(play, "deal-on-stage")
    await a_rule(play, "deal-on-score")
    await a_rule(play, "tell-lead-stage", stage="qualified")
    for number in range(3):
        lead_id = await a_ready_lead(play, name=f"Петров {number}", phone=f"+7916000000{number}")
        await qualify(play, lead_id)
        await score_told(play, lead_id, 900)
    await play.run_events()
    before = [(one.rule_id, one.entity_id, one.occurrence, one.state) for one in await executions(play)]
    said = len(play.seen(SELLER))
    await deliver_again(play, order)
    await play.run_events()
    assert len(await deals(play)) == 3
    assert [(one.rule_id, one.entity_id, one.occurrence, one.state) for one in await executions(play)] == before
    assert len(play.seen(SELLER)) == said


async def test_at_the_same_moment_five_times_it_is_done_once(play: Play) -> None:
    """Two rules for the same lead, each delivered five times at once."""
    rules = [await a_rule(play, "deal-on-stage"), await a_rule(play, "deal-on-score")]
    lead_id = await a_ready_lead(play)
    await qualify(play, lead_id)
    await score_told(play, lead_id, 900)
    last = select(EventRow.id).where(EventRow.aggregate_type == "lead").order_by(EventRow.id.desc()).limit(2)
    event_ids = (await play.read(lambda session: session.execute(last))).scalars().all()

    async def apply(session: AsyncSession, event_id: int) -> None:
        delivered = (await load_delivered(session, [event_id]))[event_id]
        await apply_rules(session, delivered, play.clock.now(), BROKERAGE)

    await asyncio.gather(*(play.write(partial(apply, event_id=event_id)) for event_id in [*event_ids] * 5))
    assert len(await deals(play)) == 1
    assert sorted((one.rule_id, one.state.value) for one in await executions(play)) == [
        (rule_id, "done") for rule_id in rules
    ]


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"domain_id": None}, "lead-domain-needed"),
        ({"kind_ids": [1, 2]}, "lead-without-kind"),
    ],
)
async def test_a_lead_that_can_not_become_a_deal_is_refused_in_words(play: Play, told: dict, why: str) -> None:
    rule_id = await a_rule(play, other_kind_id=None)
    await qualify(play, await a_ready_lead(play, **told))
    await play.run_events()
    (refused,) = await executions(play, rule_id)
    assert (refused.state, refused.result["error"]) == ("refused", why)
    assert await deals(play) == []


async def test_a_refused_lead_becomes_a_deal_when_it_is_qualified_again(play: Play) -> None:
    rule_id = await a_rule(play, other_kind_id=None)
    lead_id = await a_ready_lead(play, kind_ids=[])
    await qualify(play, lead_id)
    await play.run_events()
    assert await states(play, rule_id) == ["refused"]
    qualified = LeadStage.QUALIFIED
    back = {"seen": qualified, "reason": "Kind was not asked", "limits": BROKERAGE.lead_limits}
    await do(play, roll_back_lead, lead_id, by=MANAGER, **back)
    await do(play, edit_lead, EditLead(lead_id=lead_id, field="kind_ids", value=[2]))
    await qualify(play, lead_id)
    await play.run_events()
    assert await states(play, rule_id) == ["done"]
    assert len(await deals(play)) == 1


async def test_a_score_below_the_rules_own_does_nothing_until_it_is_reached(play: Play) -> None:
    await a_rule(play, score_from=800)
    scored = await a_rule(play, "deal-on-score", score_from=800)
    lead_id = await a_ready_lead(play, score=LEAST_SCORE)
    await qualify(play, lead_id)
    await play.run_events()
    assert await executions(play) == []
    await score_told(play, lead_id, 850)
    await play.run_events()
    assert [one.rule_id for one in await executions(play)] == [scored]
    assert len(await deals(play)) == 1


async def test_conditions_are_those_of_the_events_moment(play: Play) -> None:
    """The score fell after the lead was qualified and before the event was delivered."""
    rule_id = await a_rule(play, "tell-lead-score", tier="hot")
    lead_id = await a_ready_lead(play, score=850)
    await score_told(play, lead_id, 100)
    await play.run_events()
    assert await states(play, rule_id) == ["done"]


async def test_a_lead_of_the_pool_gets_a_seller_first(play: Play) -> None:
    await a_rule(play)
    lead_id = await a_ready_lead(play, by=MANAGER)
    assert (await lead(play, lead_id)).assignee_id is None
    await qualify(play, lead_id, by=MANAGER)
    await play.run_events()
    (deal,) = await deals(play)
    assert deal.seller_id == (await lead(play, lead_id)).assignee_id
    assert deal.seller_id in {play.ids[SELLER.telegram_id], play.ids[OTHER_SELLER.telegram_id]}


async def test_what_a_rule_does_is_no_act_of_a_person(play: Play) -> None:
    """A lead that was silent stays so."""
    await a_rule(play, "assign-lead", source=None)
    lead_id = await a_lead(play, by=MANAGER)
    begun = (await lead(play, lead_id)).last_activity_at
    play.clock.advance(hours=3)
    await play.run_events()
    given = await lead(play, lead_id)
    assert given.assignee_id is not None
    assert given.last_activity_at == begun


@pytest.mark.parametrize("how", ["off", "deleted", "later"])
async def test_a_rule_that_is_off_or_gone_or_younger_than_the_event_leaves_it_alone(play: Play, how: str) -> None:
    lead_id = await a_ready_lead(play)
    rule_id = await a_rule(play, on=how != "later")
    await qualify(play, lead_id)
    if how == "off":
        await do(play, switch_rule, rule_id, on=False, by=ADMIN)
    elif how == "deleted":
        await do(play, delete_rule, rule_id, by=ADMIN)
    else:
        play.clock.advance(seconds=1)
        await do(play, switch_rule, rule_id, on=True, by=ADMIN)
    await play.run_events()
    assert await executions(play) == []


async def test_only_leads_of_the_source_are_told_of(play: Play) -> None:
    rule_id = await a_rule(play, "tell-lead-stage", stage="contacted", source="partner", channel="role", role="manager")
    for source in (LeadSource.WEB, LeadSource.PARTNER):
        lead_id = await a_lead(play, source.value, phone=f"+7916000000{len(source)}", source=source)
        await at_stage(play, lead_id, LeadStage.CONTACTED)
    await play.run_events()
    (told,) = await executions(play, rule_id)
    assert told.entity_id == lead_id
    assert "Лид теперь «связались»" in play.screen(MANAGER).text
    assert "partner" in play.screen(MANAGER).text


async def test_who_may_not_see_the_lead_learns_its_number_only(play: Play) -> None:
    others = play.ids[OTHER_SELLER.telegram_id]
    await a_rule(play, "tell-lead-stage", stage="contacted", channel="person", user_id=others)
    lead_id = await a_lead(play)
    await at_stage(play, lead_id, LeadStage.CONTACTED)
    await play.run_events()
    seen = play.screen(OTHER_SELLER)
    assert f"Лид {lead_id}" in seen.text
    assert "Иванов" not in seen.text
    assert seen.labels == []


async def test_a_teams_chat_is_told_without_names_and_buttons(play: Play) -> None:
    await a_rule(play, "tell-lead-stage", stage="contacted", channel="chat", chat_id=-100500600)
    lead_id = await a_lead(play)
    await at_stage(play, lead_id, LeadStage.CONTACTED)
    await play.run_events()
    (seen,) = play.chats[-100500600].values()
    assert f"Лид {lead_id}" in seen.text
    assert "Иванов" not in seen.text
    assert seen.labels == []


async def test_nobody_to_tell_is_a_refusal_and_not_an_error(play: Play) -> None:
    rule_id = await a_rule(play, "tell-lead-stage", stage="contacted")
    lead_id = await a_lead(play, by=MANAGER)
    await at_stage(play, lead_id, LeadStage.CONTACTED, by=MANAGER)
    await play.run_events()
    assert await states(play, rule_id) == ["refused"]


async def test_a_deal_is_moved_on(play: Play) -> None:
    rule_id = await a_rule(play, "move-new-deal")
    deal_id = await a_deal(play, await a_client(play))
    await play.run_events()
    (deal,) = await deals(play)
    assert (deal.id, deal.stage) == (deal_id, "kyc")
    assert await states(play, rule_id) == ["done"]


async def test_a_refused_rule_does_not_keep_another_from_its_work(play: Play) -> None:
    await a_rule(play, other_kind_id=None)
    telling = await a_rule(play, "tell-lead-stage", stage="qualified")
    await qualify(play, await a_ready_lead(play))
    await play.run_events()
    assert sorted(await states(play)) == ["done", "refused"]
    assert await states(play, telling) == ["done"]


async def test_others_than_admins_keep_no_rules(play: Play) -> None:
    rule_id = await a_rule(play)
    for person in (MANAGER, SELLER, CLIENT):
        with pytest.raises(NotAllowed):
            await do(play, switch_rule, rule_id, on=False, by=person)
        with pytest.raises(NotAllowed):
            await do(play, delete_rule, rule_id, by=person)


async def all_that_rules_hear(play: Play) -> None:
    """A lead of the pool, one that became all that a lead may be, and a deal that was opened by hand."""
    await a_lead(play, "Pool", phone="+79160000010", by=MANAGER)
    hot = await a_ready_lead(play, score=900, name="Hot", phone="+79160000011", kind_ids=[2])
    await qualify(play, hot)
    await score_told(play, hot, 950)
    await play.run_events()
    deal_id = await a_deal(play, await a_client(play, "Other"))
    amount = {"amount": 6_000_000, "kind_id": 2, "source": "partner"}
    await play.write(lambda session: session.execute(update(Deal).where(Deal.id == deal_id).values(**amount)))
    await do(play, move_stage, MoveStage(deal_id=deal_id, seen=DealStage.NEW, to=DealStage.KYC))
    await play.run_events()


HEARING = [code for code, template in TEMPLATES.items() if not template.trigger.startswith("clock")]
"""What the clock sets off is in test_clock."""


@pytest.mark.parametrize("template", HEARING)
async def test_each_does_one_thing_once_over_three_deliveries(play: Play, template: str) -> None:
    filled = {**FILLED[template], "source": None, "amount_from": None, "kind_id": None}
    rule_id = await a_rule(play, template, **{"kind_id": None, **filled})
    await all_that_rules_hear(play)
    before = [(one.entity_type, one.entity_id, one.occurrence, one.state) for one in await executions(play, rule_id)]
    assert before
    asked = len(play.webhooks.calls) + len(play.mailer.sent)
    await deliver_again(play, order=(1, 2, 3))
    await play.run_events()
    after = await executions(play, rule_id)
    assert [(one.entity_type, one.entity_id, one.occurrence, one.state) for one in after] == before
    wanted = {"" if template in {"deal-on-stage", "deal-on-score"} else str(one.event_id) for one in after}
    assert {one.occurrence for one in after} == wanted
    assert len(play.webhooks.calls) + len(play.mailer.sent) == asked
