"""GET /health and GET /metrics."""

from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import insert, update

from bot.database import Database
from models.inbox import InboxState, InboxUpdate
from models.outgoing import Outgoing, OutgoingKind
from models.pulse import Part
from services.health.backlog import Backlog, Queue, measure_backlog
from services.health.pulses import Stall, State, Vital
from services.health.tallies import SendOutcome, UpdateOutcome, count_send, count_update, time_update
from services.inbox.store import store_updates
from tests.web.edges import IDLE, NOON, NOTHING, client, edge


@pytest.mark.parametrize(
    ("backlog", "poll_age", "problems"),
    [
        (IDLE, 1.0, []),
        (IDLE, None, []),
        (IDLE, 119.0, []),
        (IDLE, 121.0, ["telegram"]),
        (ConnectionError(), 1.0, ["database"]),
        (TimeoutError(), 500.0, ["database", "telegram"]),
        (Backlog(Queue(3, 59.0), NOTHING, NOTHING, NOTHING), 1.0, []),
        (Backlog(Queue(3, 61.0), NOTHING, NOTHING, NOTHING), 1.0, ["inbox"]),
        (Backlog(NOTHING, Queue(9000, 300.0), NOTHING, NOTHING), 1.0, []),
        (Backlog(NOTHING, NOTHING, NOTHING, Queue(1, 61.0)), 1.0, ["events"]),
        (Backlog(NOTHING, Queue(1, 61.0), Queue(1, 61.0), NOTHING), 1.0, ["outgoing"]),
    ],
)
async def test_health_names_what_does_not_work(
    backlog: Backlog | Exception, poll_age: float | None, problems: list[str]
) -> None:
    async with client(edge(backlog=backlog, poll_age=poll_age)) as http:
        answer = await http.get("/health")
    assert answer.status_code == (503 if problems else 200)
    assert answer.json()["problems"] == problems
    assert answer.json()["version"] == "1.2.3"


@pytest.mark.parametrize(
    ("part", "state", "code", "status"),
    [
        (Part.RELAY, State.FINE, 200, "ok"),
        (Part.RELAY, State.SILENT, 503, "failing"),
        (Part.SCHEDULER, State.FAILING, 503, "failing"),
        (Part.STORAGE, State.FAILING, 200, "degraded"),
        (Part.MODEL, State.FAILING, 200, "degraded"),
        (Part.MODEL, State.OFF, 200, "ok"),
    ],
)
async def test_health_tells_what_people_can_do_without(part: Part, state: State, code: int, status: str) -> None:
    async with client(edge(vitals=[Vital(part, state, 3, 1.5)])) as http:
        answer = await http.get("/health")
    assert (answer.status_code, answer.json()["status"]) == (code, status)
    assert answer.json()["parts"] == {part.value: {"state": state.value, "latency_ms": 3, "seen_seconds_ago": 1.5}}


@pytest.mark.parametrize(("ago", "status"), [(30.0, "degraded"), (700.0, "ok")])
async def test_a_loop_that_stood_still_is_told_of_for_a_while(ago: float, status: str) -> None:
    async with client(edge(stall=Stall(12.34, ago))) as http:
        answer = await http.get("/health")
    assert (answer.status_code, answer.json()["status"]) == (200, status)
    assert answer.json()["loop"] == {"stood_seconds": 12.3, "seconds_ago": ago}


async def test_metrics_tell_durations() -> None:
    time_update(worked=0.02, waited=0.3)
    async with client(edge()) as http:
        lines = (await http.get("/metrics")).text.splitlines()
    counted = dict(line.rsplit(" ", 1) for line in lines if line.startswith("crm_update"))
    assert float(counted['crm_update_seconds_bucket{le="+Inf"}']) == float(counted["crm_update_seconds_count"]) >= 1
    assert float(counted['crm_update_seconds_bucket{le="0.01"}']) < float(
        counted['crm_update_seconds_bucket{le="0.025"}']
    )


async def test_health_shows_depth_and_age() -> None:
    async with client(edge(backlog=Backlog(Queue(2, 3.14), Queue(1, 0.0), NOTHING, NOTHING), poll_age=7.0)) as http:
        answer = (await http.get("/health")).json()
    assert answer["inbox"] == {"waiting": 2, "oldest_seconds": 3.1}
    assert answer["telegram"] == {"last_poll_seconds": 7.0}


async def test_metrics_count_outcomes_and_show_the_queues() -> None:
    count_update(UpdateOutcome.DONE)
    count_send(SendOutcome.BLOCKED)
    async with client(edge(backlog=Backlog(Queue(2, 3.5), NOTHING, NOTHING, NOTHING))) as http:
        answer = await http.get("/metrics")
    lines = answer.text.splitlines()
    assert answer.headers["content-type"].startswith("text/plain")
    assert 'crm_queue_depth{queue="inbox"} 2.0' in lines
    assert 'crm_queue_age_seconds{queue="inbox"} 3.5' in lines
    assert "crm_telegram_poll_age_seconds 1.0" in lines
    assert 'crm_version{version="1.2.3"} 1.0' in lines
    counted = {line.split(" ")[0]: float(line.split(" ")[1]) for line in lines if line.startswith("crm_")}
    assert counted['crm_updates_total{outcome="done"}'] >= 1
    assert counted['crm_sends_total{outcome="blocked"}'] >= 1
    assert counted['crm_updates_total{outcome="dead"}'] >= 0
    assert 'crm_deliveries{state="pending"} 3.0' in lines
    assert 'crm_dead_letters{kind="work"} 1.0' in lines
    assert 'crm_leads{stage="new"} 7.0' in lines


async def test_metrics_go_on_without_the_database() -> None:
    async with client(edge(backlog=ConnectionError(), poll_age=None)) as http:
        answer = await http.get("/metrics")
    assert answer.status_code == 200
    assert "crm_database_up 0.0" in answer.text
    assert "crm_queue_depth" not in answer.text
    assert "crm_telegram_poll_age_seconds" not in answer.text


@pytest.mark.parametrize("path", ["/docs", "/redoc", "/openapi.json", "/telegram/webhook", "/"])
async def test_nothing_else_is_served_without_a_webhook(path: str) -> None:
    async with client(edge()) as http:
        assert (await http.get(path)).status_code == 404
        assert (await http.post(path, json={})).status_code == 404


async def test_backlog_is_what_waits_and_not_what_is_over_or_held_back(database: Database) -> None:
    def sent(**columns: object) -> dict[str, object]:
        row = {"chat_id": 1, "fresh": True, "payload": {}, "correlation_id": "t", "created_at": NOON, "next_at": NOON}
        return {**row, "kind": OutgoingKind.NOTICE, "attempts": 0, **columns}

    later = NOON + timedelta(minutes=5)
    rows = [
        sent(created_at=NOON - timedelta(seconds=40)),
        sent(kind=OutgoingKind.SCREEN, created_at=NOON - timedelta(seconds=10)),
        sent(next_at=later),
        sent(next_at=later, attempts=2, created_at=NOON - timedelta(seconds=90)),
    ]
    updates = [{"update_id": number, "message": {"from": {"id": number}}} for number in (1, 2, 3)]
    await database.write(partial(store_updates, bot_id=1, updates=updates, now=NOON - timedelta(seconds=20)))
    await database.write(
        lambda session: session.execute(
            update(InboxUpdate).where(InboxUpdate.update_id == 1).values(state=InboxState.DEAD)
        )
    )
    await database.write(lambda session: session.execute(insert(Outgoing), rows))
    found = await database.read(partial(measure_backlog, now=NOON))
    assert found == Backlog(inbox=Queue(2, 20.0), outgoing=Queue(3, 90.0), dialogue=Queue(1, 10.0), events=NOTHING)


async def test_empty_backlog_is_zero(database: Database) -> None:
    assert await database.read(partial(measure_backlog, now=NOON)) == IDLE
