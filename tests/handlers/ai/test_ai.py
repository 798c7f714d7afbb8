"""/ai for admins: what scoring did and cost."""

from datetime import timedelta
from functools import partial
from typing import Any

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from models.lead_score import AiCall
from services.events.publish import publish
from services.leads.events import LeadAnalysisRequested
from tests.harness import NOON, Play
from tests.people import ADMIN, MANAGER
from tests.services.scoring.builders import a_lead

CALLED = {"model": "m", "latency_ms": 1000, "input_tokens": 500, "output_tokens": 90, "cost_micros": 344_000}
NOT_CALLED = {"model": None, "latency_ms": 0, "input_tokens": 0, "output_tokens": 0, "cost_micros": 0}


async def calls(session: AsyncSession, *rows: dict[str, Any]) -> None:
    lead_id = await a_lead(session)
    for row in rows:
        event = LeadAnalysisRequested(lead_id=lead_id, watcher_id=None)
        event_id = await publish(session, None, event, now=NOON, correlation_id="c")
        told = {"lead_id": lead_id, "event_id": event_id, "input_hash": "0" * 64, "created_at": NOON, **row}
        await session.execute(insert(AiCall).values(told))


def row(*, fault: str | None = None, days: int = 0, **given: Any) -> dict[str, Any]:
    return {**given, "fault": fault, "fallback": fault is not None, "created_at": NOON - timedelta(days=days)}


async def test_an_admin_sees_the_last_thirty_days(play: Play) -> None:
    given = [
        row(**CALLED),
        row(**{**CALLED, "latency_ms": 2000}, days=1),
        row(**{**CALLED, "latency_ms": 3000, "cost_micros": 12_000}, fault="invalid", days=29),
        row(**NOT_CALLED, fault="off"),
        row(**NOT_CALLED, fault="off", days=2),
        row(**CALLED, days=31),
    ]
    await play.write(lambda session: calls(session, *given))
    screen = await play.say(ADMIN, "/ai")
    assert screen.text.splitlines() == [
        "🤖 Scoring of leads in 30 days",
        "5 analyses",
        "The model: 3 calls",
        "Today: 1 of 500",
        "Cost: $0.7",
        "Mean time of an answer: 2 s",
        "By rules: 3 (60 %)",
        "• no model is configured: 2",
        "• the answer is not of the form: 1",
    ]
    await play.write(lambda session: calls(session, row(**NOT_CALLED, fault="cap")))
    assert "the day’s cap was reached: 1" in (await play.tap(ADMIN, "Refresh")).text


async def test_before_the_first_analysis_it_says_so(play: Play) -> None:
    screen = await play.say(ADMIN, "/ai")
    assert "No lead has been analysed yet" in screen.text
    assert "By rules" not in screen.text


async def test_nobody_else_sees_it(play: Play) -> None:
    assert "Оценка лидов" not in (await play.say(MANAGER, "/ai")).text
    assert "Оценка лидов" not in (await play.tap_data(MANAGER, "ai:")).text


async def test_every_fault_has_words(play: Play) -> None:
    from services.scoring.ports import Fault

    await play.write(partial(_all_faults, faults=[fault.value for fault in Fault]))
    assert (await play.say(ADMIN, "/ai")).text.count("•") == len(Fault)


async def _all_faults(session: AsyncSession, *, faults: list[str]) -> None:
    await calls(session, *(row(**NOT_CALLED, fault=fault) for fault in faults))
