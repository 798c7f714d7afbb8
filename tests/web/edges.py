"""Edges of the web in tests."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import httpx2

from services.health.backlog import Backlog, Queue
from services.health.gauges import Gauges
from services.health.pulses import Stall, Vital
from web.app import build_app
from web.edge import DatabaseAwayError, Edge, WebhookIntake

NOON = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SECRET = "a-secret-of-the-tests"
NOTHING = Queue(0, 0.0)
IDLE = Backlog(NOTHING, NOTHING, NOTHING, NOTHING)


class Stored:
    """The database's side: updates in order, away while `away`."""

    def __init__(self) -> None:
        self.updates: list[Mapping[str, Any]] = []
        self.away = False

    async def store(self, update: Mapping[str, Any]) -> None:
        if self.away:
            raise DatabaseAwayError
        self.updates.append(update)


def edge(
    *,
    backlog: Backlog | Exception = IDLE,
    vitals: Sequence[Vital] = (),
    poll_age: float | None = 1.0,
    stored: Stored | None = None,
    stall: Stall | None = None,
) -> Edge:
    async def measure(now: datetime) -> Backlog:
        if isinstance(backlog, Exception):
            raise backlog
        return backlog

    async def look(now: datetime) -> Sequence[Vital]:
        return vitals

    async def gauge(now: datetime) -> Gauges:
        return Gauges(await measure(now), {"pending": 3, "dead": 1}, {"work": 1, "update": 0}, {"new": 7})

    webhook = WebhookIntake(SECRET.encode(), stored.store) if stored else None
    return Edge("1.2.3", lambda: NOON, measure, look, gauge, lambda: poll_age, lambda: stall, webhook)


def client(made: Edge) -> httpx2.AsyncClient:
    transport = httpx2.ASGITransport(app=build_app(made), raise_app_exceptions=False)
    return httpx2.AsyncClient(transport=transport, base_url="http://crm")
