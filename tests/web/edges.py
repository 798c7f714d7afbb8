"""Edges of the web in tests."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import httpx2

from services.health.backlog import Backlog, Queue
from web.app import build_app
from web.edge import DatabaseAwayError, Edge, WebhookIntake

NOON = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SECRET = "a-secret-of-the-tests"
IDLE = Backlog(Queue(0, 0.0), Queue(0, 0.0), Queue(0, 0.0))


class Stored:
    """The database's side: updates in order, away while `away`."""

    def __init__(self) -> None:
        self.updates: list[Mapping[str, Any]] = []
        self.away = False

    async def store(self, update: Mapping[str, Any]) -> None:
        if self.away:
            raise DatabaseAwayError
        self.updates.append(update)


def edge(*, backlog: Backlog | Exception = IDLE, poll_age: float | None = 1.0, stored: Stored | None = None) -> Edge:
    async def measure(now: datetime) -> Backlog:
        if isinstance(backlog, Exception):
            raise backlog
        return backlog

    webhook = WebhookIntake(SECRET.encode(), stored.store) if stored else None
    return Edge("1.2.3", lambda: NOON, measure, lambda: poll_age, webhook)


def client(made: Edge) -> httpx2.AsyncClient:
    transport = httpx2.ASGITransport(app=build_app(made), raise_app_exceptions=False)
    return httpx2.AsyncClient(transport=transport, base_url="http://crm")
