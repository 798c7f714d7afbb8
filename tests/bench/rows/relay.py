"""Events come to trivial consumers: how many a second, beside a thousand poisoned ones, and how soon after the commit.

A poisoned event fails whenever it is tried, and is tried again as any other would be.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from statistics import quantiles
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import SystemClock
from bot.database import Database
from bot.relay import Relay
from bot.signals import Wakeups
from models.base import EPOCH
from models.delivery import Delivery, DeliveryState
from models.event import EventRow
from services.events.consumers import Consumer, Consumers, Done, Outcome
from services.events.event import Delivered
from services.signals import Signal, signal
from tests.bench.crm import DealLookedAt
from tests.bench.data import postgres_with, sqlite_with
from tests.bench.measure import seconds
from tests.bench.servers import postgres_server
from tests.bench.table import Row, plain

EVENTS = 10_000
POISONED = 1_000
DEALS = 1_000
SINGLE = 200
PAUSE = 0.02


class Ear:
    """Consumes trivially, or fails for good; says when it has heard enough."""

    def __init__(self) -> None:
        self.missing = 0
        self.enough = asyncio.Event()
        self.heard_at = 0.0

    def expect(self, count: int) -> None:
        self.missing = count
        self.enough.clear()

    async def hear(self, _session: AsyncSession, _delivered: Delivered, _now: datetime) -> Outcome:
        self.heard_at = time.perf_counter()
        self.missing -= 1
        if self.missing == 0:
            self.enough.set()
        return Done()

    async def choke(self, _session: AsyncSession, _delivered: Delivered, _now: datetime) -> Outcome:
        raise ValueError("poisoned")


async def measure(rounds: int, folder: Path) -> list[Row]:
    async with sqlite_with(DEALS, folder) as database:
        rows = await _rows(database, rounds, "SQLite")
    if (server := await postgres_server()) is not None:
        async with postgres_with(DEALS, server) as database:
            rows += await _rows(database, rounds, "PostgreSQL")
    return rows


async def _rows(database: Database, rounds: int, name: str) -> list[Row]:
    ear = Ear()
    turns = []
    for _ in range(rounds + 1):
        alone = await _deliver(database, ear, poisoned=0)
        turns.append((alone, await _deliver(database, ear, poisoned=POISONED)))
    note = f"{plain(turns[-1][0])} against {plain(turns[-1][1])}"
    waits = await _waits(database, ear)
    return [
        Row(f"deliveries a second, {name}", [EVENTS / alone for alone, _ in turns[1:]], least=2_000, unit=""),
        Row(
            f"beside {POISONED:,} poisoned, {name}",
            [beside / alone for alone, beside in turns[1:]],
            most=1.2,
            note=note,
        ),
        Row(f"commit to the consumer's start, p95, {name}", [quantiles(waits, n=20)[-1] * 1000], most=20, unit="ms"),
    ]


async def _deliver(database: Database, ear: Ear, *, poisoned: int) -> float:
    """Seconds until the good ones were heard; the poisoned ones came first."""
    await database.write(_forget)
    if poisoned:
        await database.write(partial(_publish, consumer="choke", count=poisoned, first=EVENTS))
    await database.write(partial(_publish, consumer="hear", count=EVENTS))
    ear.expect(EVENTS)
    async with _relay(database, ear):
        return await seconds(ear.enough.wait)


async def _waits(database: Database, ear: Ear) -> list[float]:
    """Seconds from each commit to its consumer."""
    await database.write(_forget)
    waits = []
    async with _relay(database, ear):
        for number in range(SINGLE):
            await asyncio.sleep(PAUSE)
            ear.expect(1)
            await database.write(partial(_publish, consumer="hear", count=1, first=number))
            committed = time.perf_counter()
            await ear.enough.wait()
            waits.append(max(ear.heard_at - committed, 0.0))
    return waits


@asynccontextmanager
async def _relay(database: Database, ear: Ear) -> AsyncIterator[None]:
    consumers = Consumers()
    for name, reaction in (("hear", ear.hear), ("choke", ear.choke)):
        consumers.add(Consumer(name, frozenset({DealLookedAt.name}), reaction))
    wakeups, ports = Wakeups(), _no_ports()
    database.on_commit.append(wakeups.wake)
    relay = Relay(database, consumers, ports, SystemClock(), wakeups)
    running = asyncio.create_task(relay.run())
    try:
        yield
    finally:
        await relay.stop()
        await running
        database.on_commit.remove(wakeups.wake)


def _no_ports() -> Any:
    return None


async def _forget(session: AsyncSession) -> None:
    await session.execute(delete(Delivery))
    await session.execute(delete(EventRow).where(EventRow.name == DealLookedAt.name))


async def _publish(session: AsyncSession, *, consumer: str, count: int, first: int = 0) -> None:
    """Events of as many deals as there are, in turns."""
    now = SystemClock().now()
    deals = [1 + (first + number) % DEALS for number in range(count)]
    event = {"name": DealLookedAt.name, "version": 1, "aggregate_type": "deal", "source": "system"}
    events = [
        {
            **event,
            "uid": f"{consumer}-{first + number}",
            "aggregate_id": deal_id,
            "correlation_id": "bench",
            "payload": {"deal_id": deal_id},
            "occurred_at": now,
        }
        for number, deal_id in enumerate(deals)
    ]
    await session.execute(insert(EventRow), events)
    made = (
        select(EventRow.id, EventRow.aggregate_id).where(EventRow.uid.startswith(f"{consumer}-")).order_by(EventRow.id)
    )
    rows = (await session.execute(made)).all()[-count:]
    delivery = {"consumer": consumer, "next_at": now, "lease_until": EPOCH, "state": DeliveryState.PENDING}
    deliveries = [{**delivery, "event_id": row.id, "aggregate": f"deal:{row.aggregate_id}"} for row in rows]
    await session.execute(insert(Delivery), deliveries)
    signal(session, Signal.EVENTS)
