"""How a lead moves between its stages, and what is written of it."""

from functools import partial
from itertools import product

import pytest
from sqlalchemy import select

from models.event import EventRow
from models.lead import CLOSED_LEAD_STAGES, LeadAction, LeadStage
from services.conversation.values import text
from services.errors import NotAllowed, ScreenOutdated
from services.leads.errors import LeadClosed, LeadOfOthers, LeadReasonTooShort, LeadStageRefused, RollBackRefused
from services.leads.move import lose_lead, move_lead, roll_back_lead
from services.leads.rules import check_move, check_roll_back
from tests.handlers.leads.builders import a_lead, at_stage, the_lead
from tests.harness import Play
from tests.people import ADMIN, EXECUTOR, MANAGER, OTHER_SELLER, SELLER
from tests.services.clients.test_duplicates import both
from tests.services.leads.done import deals_of, do, history_of, ready, transfer, work

NEW, CONTACTED, QUALIFIED = LeadStage.NEW, LeadStage.CONTACTED, LeadStage.QUALIFIED
TRANSFERRED, LOST = LeadStage.TRANSFERRED, LeadStage.LOST
WHY = "Перепутали с другим лидом"
ALLOWED = {(NEW, CONTACTED), (CONTACTED, QUALIFIED)}
NEXT = {NEW: CONTACTED, CONTACTED: QUALIFIED, QUALIFIED: TRANSFERRED}


@pytest.mark.parametrize(("current", "to"), [*product(LeadStage, LeadStage)])
def test_only_one_step_forward_is_a_move(current: LeadStage, to: LeadStage) -> None:
    """Transferred is reached by a transfer, lost by a loss."""
    if (current, to) in ALLOWED:
        check_move(current=current, to=to)
        return
    with pytest.raises(LeadClosed if current in CLOSED_LEAD_STAGES else LeadStageRefused) as refused:
        check_move(current=current, to=to)
    assert refused.value.params["stage"] == text(f"stage-lead-{current}")
    if current not in CLOSED_LEAD_STAGES:
        assert refused.value.params["expected"] == text(f"stage-lead-{NEXT[current]}")


@pytest.mark.parametrize("current", [NEW, TRANSFERRED, LOST])
def test_out_of_new_transferred_and_lost_there_is_no_way_back(current: LeadStage) -> None:
    with pytest.raises(RollBackRefused):
        check_roll_back(current=current, reason=WHY)


@pytest.mark.parametrize(("reason", "count"), [("", 0), ("Ошибся", 6), ("123456789", 9), ("  123456789  ", 9)])
def test_a_reason_under_ten_characters_is_refused_with_its_length(reason: str, count: int) -> None:
    with pytest.raises(LeadReasonTooShort) as refused:
        check_roll_back(current=CONTACTED, reason=reason)
    assert refused.value.params == {"count": count, "least": 10}


def test_ten_characters_are_enough() -> None:
    assert check_roll_back(current=QUALIFIED, reason="1234567890") is CONTACTED


async def test_new_becomes_contacted_and_the_history_says_who_when_and_from_where(play: Play) -> None:
    lead_id = await a_lead(play)
    play.clock.advance(minutes=5)
    moved = await do(play, move_lead, lead_id, seen=NEW, to=CONTACTED)
    assert (moved.stage, moved.last_activity_at) == (CONTACTED, play.clock.now())
    line = (await history_of(play, lead_id))[-1]
    assert (line.action, line.from_stage, line.to_stage) == (LeadAction.MOVED, NEW, CONTACTED)
    assert (line.actor_id, line.created_at) == (play.ids[SELLER.telegram_id], play.clock.now())
    assert (line.source, line.correlation_id) == ("manual", "test")
    event = select(EventRow.payload).where(EventRow.name == "lead.stage.changed")
    payload = (await play.read(lambda session: session.execute(event))).scalar_one()
    assert (payload["from_stage"], payload["to_stage"], payload["pipeline"]) == ("new", "contacted", "leads")


async def test_a_skip_is_refused_and_names_the_expected_stage(play: Play) -> None:
    lead_id = await a_lead(play)
    with pytest.raises(LeadStageRefused) as refused:
        await do(play, move_lead, lead_id, seen=NEW, to=QUALIFIED)
    assert refused.value.params["expected"] == text("stage-lead-contacted")
    assert (await the_lead(play, lead_id, SELLER)).stage is NEW


@pytest.mark.parametrize("passed", [(), (CONTACTED,), (CONTACTED, QUALIFIED)])
async def test_any_open_stage_can_be_lost_with_a_reason(play: Play, passed: tuple[LeadStage, ...]) -> None:
    lead_id = await a_lead(play)
    await at_stage(play, lead_id, *passed)
    lost = await do(play, lose_lead, lead_id, reason="Купил сам")
    assert (lost.stage, lost.lost_reason) == (LOST, "Купил сам")
    line = (await history_of(play, lead_id))[-1]
    assert (line.action, line.reason) == (LeadAction.LOST, "Купил сам")


async def test_a_loss_needs_a_reason(play: Play) -> None:
    lead_id = await a_lead(play)
    with pytest.raises(LeadReasonTooShort):
        await do(play, lose_lead, lead_id, reason=" - ")
    assert (await the_lead(play, lead_id, SELLER)).stage is NEW


@pytest.mark.parametrize("closed", [TRANSFERRED, LOST])
async def test_transferred_and_lost_are_locked(play: Play, closed: LeadStage) -> None:
    lead_id = await ready(play)
    if closed is LOST:
        await do(play, lose_lead, lead_id, reason="price")
    else:
        await play.write(transfer(play, lead_id))
    for to in (NEW, CONTACTED, QUALIFIED, TRANSFERRED, LOST):
        with pytest.raises(LeadClosed):
            await do(play, move_lead, lead_id, seen=None, to=to, by=ADMIN)
    with pytest.raises(LeadClosed):
        await do(play, lose_lead, lead_id, reason="price", by=ADMIN)
    with pytest.raises(RollBackRefused):
        await do(play, roll_back_lead, lead_id, seen=closed, reason=WHY, by=ADMIN)
    assert (await the_lead(play, lead_id, ADMIN)).stage is closed


async def test_a_plain_move_never_makes_a_deal(play: Play) -> None:
    lead_id = await ready(play)
    with pytest.raises(LeadStageRefused):
        await do(play, move_lead, lead_id, seen=QUALIFIED, to=TRANSFERRED)
    assert not await deals_of(play)


@pytest.mark.parametrize(("passed", "back_to"), [((CONTACTED,), NEW), ((CONTACTED, QUALIFIED), CONTACTED)])
async def test_a_manager_rolls_back_one_step_with_a_reason(
    play: Play, passed: tuple[LeadStage, ...], back_to: LeadStage
) -> None:
    lead_id = await a_lead(play)
    await at_stage(play, lead_id, *passed)
    rolled = await do(play, roll_back_lead, lead_id, seen=passed[-1], reason=f"  {WHY} ", by=MANAGER)
    assert rolled.stage is back_to
    line = (await history_of(play, lead_id))[-1]
    assert (line.action, line.from_stage, line.to_stage) == (LeadAction.ROLLED_BACK, passed[-1], back_to)
    assert (line.reason, line.actor_id) == (WHY, play.ids[MANAGER.telegram_id])


async def test_new_is_not_rolled_back(play: Play) -> None:
    lead_id = await a_lead(play)
    with pytest.raises(RollBackRefused):
        await do(play, roll_back_lead, lead_id, seen=NEW, reason=WHY, by=MANAGER)


async def test_sellers_do_not_roll_back_and_executors_work_on_no_leads(play: Play) -> None:
    lead_id = await a_lead(play)
    await at_stage(play, lead_id, CONTACTED)
    with pytest.raises(NotAllowed):
        await do(play, roll_back_lead, lead_id, seen=CONTACTED, reason=WHY)
    for verb, named in ((move_lead, {"seen": None, "to": QUALIFIED}), (lose_lead, {"reason": "price"})):
        with pytest.raises(NotAllowed):
            await do(play, verb, lead_id, by=EXECUTOR, **named)
        with pytest.raises(LeadOfOthers):
            await do(play, verb, lead_id, by=OTHER_SELLER, **named)


async def test_a_button_of_an_older_card_is_out_of_date(play: Play) -> None:
    lead_id = await a_lead(play)
    await at_stage(play, lead_id, CONTACTED)
    with pytest.raises(ScreenOutdated):
        await do(play, move_lead, lead_id, seen=NEW, to=QUALIFIED)
    with pytest.raises(ScreenOutdated):
        await do(play, roll_back_lead, lead_id, seen=QUALIFIED, reason=WHY, by=MANAGER)


async def test_of_two_who_move_it_at_once_one_does(play: Play) -> None:
    lead_id = await a_lead(play)
    move = partial(work, play, move_lead, lead_id, seen=NEW, to=CONTACTED)
    results = await both(play, move(by=SELLER), move(by=MANAGER))
    assert [type(result) for result in results if isinstance(result, Exception)] == [ScreenOutdated]
    assert [line.action for line in await history_of(play, lead_id)] == [LeadAction.CREATED, LeadAction.MOVED]
