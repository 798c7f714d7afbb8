"""What stands in the database, for metrics, and what is counted when an event is published."""

from functools import partial
from typing import Any

import pytest
from sqlalchemy import delete, update

from models.delivery import Delivery, DeliveryState
from models.lead import LeadSource, LeadStage
from services.health import gauges, tallies
from services.health.gauges import Gauges, measure
from services.health.tallies import Timing, TransferOutcome
from services.leads.errors import LeadScoreTooLow
from services.leads.transfer import TransferLead, transfer_lead
from tests.handlers.leads.builders import a_lead, at_stage, qualified
from tests.harness import Play
from tests.people import SELLER


async def measured(play: Play, **more: Any) -> Gauges:
    return await play.read(partial(measure, now=play.clock.now(), **more))  # type: ignore[no-any-return]


async def test_leads_by_stage_and_deliveries_by_state(play: Play) -> None:
    await play.write(lambda session: session.execute(delete(Delivery)))
    first = await a_lead(play)
    await a_lead(play, "Петров", phone="+79161234568")
    await at_stage(play, first, LeadStage.CONTACTED)
    dead = update(Delivery).values(state=DeliveryState.DEAD)
    await play.write(lambda session: session.execute(dead))
    found = await measured(play)
    assert found.leads == {"new": 1, "contacted": 1, "qualified": 0, "transferred": 0, "lost": 0}
    assert found.deliveries["pending"] == 0
    assert found.deliveries["dead"] == found.dead["work"] > 0


async def test_a_count_ends_at_its_most_and_leads_of_a_moment_ago_are_not_counted_again(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gauges, "MOST", 2)
    for number in range(4):
        await a_lead(play, f"Иванов {number}", phone=f"+7916123450{number}")
    assert (await measured(play)).leads["new"] == 2
    assert (await measured(play, leads={"new": 77})).leads == {"new": 77}


async def test_leads_and_transfers_are_counted_once_they_are_committed(play: Play) -> None:
    leads, transfers = tallies.LEADS.copy(), tallies.TRANSFERS.copy()
    await a_lead(play, "Петров", phone="+79161234568", source=LeadSource.PARTNER)
    lead_id = await qualified(play, score=100)
    command = TransferLead(lead_id=lead_id, kind_id=1, object="Camry", currency="RUB")
    with pytest.raises(LeadScoreTooLow):
        await play.write(partial(transfer_lead, actor=play.actor(SELLER), command=command, now=play.clock.now()))
    assert tallies.LEADS["partner"] == leads["partner"] + 1
    assert tallies.TRANSFERS[TransferOutcome.REFUSED] == transfers[TransferOutcome.REFUSED] + 1
    assert tallies.TRANSFERS[TransferOutcome.DONE] == transfers[TransferOutcome.DONE]


def test_a_timing_counts_by_bucket_upper_ends_included() -> None:
    timing = Timing(0.1, 1.0)
    for seconds in (0.05, 0.1, 0.5, 3.0):
        timing.add(seconds)
    assert timing.cumulated() == [("0.1", 2), ("1.0", 3), ("+Inf", 4)]
    assert (timing.last, timing.total) == (3.0, 3.65)
