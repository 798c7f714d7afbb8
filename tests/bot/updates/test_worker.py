"""The worker: strictly one update at a time per person, and failure as a state of the update."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncSession

import bot.updates.worker as worker_module
from bot.clock import Clock, SystemClock
from bot.database import Database
from bot.render import Renderer, Translator
from bot.signals import Wakeups
from bot.updates.process import PoisonUpdateError
from bot.updates.worker import MOST_LANES, Patience, Worker, _Attempt
from models.inbox import InboxState, InboxUpdate
from models.user import User
from services.errors import NotAllowed
from services.inbox.lanes import mark_done
from services.inbox.store import store_updates
from tests.harness import BROKERAGE, Play, StoppedClock
from tests.people import SELLER

RENDERER = Renderer(Translator(), BROKERAGE)


class Processing:
    """Stands where the dispatcher stands; `step` is what an update does."""

    def __init__(self, step: Callable[[AsyncSession, InboxUpdate], Any]) -> None:
        self.step = step
        self.renderer = RENDERER
        self.refusals: list[tuple[int, str | None]] = []

    async def process(self, session: AsyncSession, row: InboxUpdate, *, now: datetime, error: Any) -> None:
        self.refusals.append((row.update_id, error and error.code))
        if error is None:
            await self.step(session, row)
        await mark_done(session, row.id, now=now)


def worker_of(database: Database, step: Any, *, clock: Clock | None = None, **patience: Any) -> Worker:
    processor: Any = step if isinstance(step, Processing) else Processing(step)
    wakeups = Wakeups()
    database.on_commit.append(wakeups.wake)
    limits = Patience(**{"attempts": 3, "time_limit": 5, **patience})
    return Worker(database, processor, clock or SystemClock(), wakeups, limits)


@asynccontextmanager
async def running(*workers: Worker) -> AsyncIterator[None]:
    tasks = [asyncio.create_task(worker.run()) for worker in workers]
    try:
        yield
    finally:
        await asyncio.gather(*(worker.stop() for worker in workers))
        await asyncio.gather(*tasks)


async def receive(database: Database, *people: int, first: int = 1) -> None:
    """One update for each, numbered from `first`."""
    now = SystemClock().now()
    updates = [
        {"update_id": number, "message": {"from": {"id": person}}} for number, person in enumerate(people, start=first)
    ]
    await database.write(partial(store_updates, bot_id=1, updates=updates, now=now))


async def states(database: Database) -> dict[int, InboxState]:
    found = await database.read(lambda s: s.execute(select(InboxUpdate.update_id, InboxUpdate.state)))
    return dict(found.all())


async def all_finished(database: Database) -> None:
    async with asyncio.timeout(20):
        while InboxState.NEW in (await states(database)).values():
            await asyncio.sleep(0.02)


async def test_a_person_is_served_one_by_one_and_in_order_and_people_in_parallel(database: Database) -> None:
    inside: Counter[int] = Counter()
    order: dict[int, list[int]] = {}
    parallel = 0

    async def step(session: AsyncSession, row: InboxUpdate) -> None:
        nonlocal parallel
        inside[row.lane] += 1
        assert inside[row.lane] == 1
        parallel = max(parallel, inside.total())
        await session.execute(text("SELECT 1"))
        await asyncio.sleep(0.004)
        order.setdefault(row.lane, []).append(row.update_id)
        inside[row.lane] -= 1

    people = [person for _ in range(12) for person in range(1, 6)]
    async with running(worker_of(database, step), worker_of(database, step)):
        await receive(database, *people[:30])
        await receive(database, *people[30:], first=31)
        await all_finished(database)
    assert set((await states(database)).values()) == {InboxState.DONE}
    assert all(served == sorted(served) and len(served) == 12 for served in order.values())
    assert (parallel > 1) is (database.dialect == "postgresql")


async def test_a_failing_update_is_tried_again_then_set_aside_and_holds_up_its_own_lane_only(
    database: Database,
) -> None:
    tries: Counter[int] = Counter()

    async def step(_session: AsyncSession, row: InboxUpdate) -> None:
        tries[row.update_id] += 1
        if row.lane == 13:
            raise ValueError("on purpose")

    async with running(worker_of(database, step, attempts=2)):
        await receive(database, 13, 7, 13, 7)
        await all_finished(database)
    found = await states(database)
    assert found == {1: InboxState.DEAD, 2: InboxState.DONE, 3: InboxState.DEAD, 4: InboxState.DONE}
    assert tries == {1: 2, 2: 1, 3: 2, 4: 1}


async def test_an_update_that_can_not_be_read_is_set_aside_at_once(database: Database) -> None:
    tries = []

    async def step(_session: AsyncSession, row: InboxUpdate) -> None:
        tries.append(row.update_id)
        raise PoisonUpdateError("3 fields can't be read")

    async with running(worker_of(database, step)):
        await receive(database, 13)
        await all_finished(database)
    found = await database.read(lambda s: s.execute(select(InboxUpdate.error)))
    assert (tries, found.scalar_one()) == ([1], "PoisonUpdateError: 3 fields can't be read")


async def test_what_a_failing_update_wrote_is_gone(play: Play) -> None:
    async def step(session: AsyncSession, _row: InboxUpdate) -> None:
        await session.execute(update(User).values(name="changed"))
        raise ValueError("on purpose")

    await receive(play.database, SELLER.telegram_id)
    worker = worker_of(play.database, step, clock=play.clock, attempts=1)
    await worker._next(SELLER.telegram_id)
    names = await play.read(lambda s: s.execute(select(User.name).where(User.id == play.ids[SELLER.telegram_id])))
    assert names.scalar_one() == SELLER.name


async def test_waits_between_tries_grow(sqlite_database: Database) -> None:
    patience = Patience(attempts=9, time_limit=1)
    waits = [patience.delay(attempt).total_seconds() for attempt in range(1, 7)]
    assert waits == [0.2, 0.8, 3.2, 12.8, 30, 30]


async def test_an_update_that_takes_too_long_is_a_failure(database: Database) -> None:
    async def step(_session: AsyncSession, _row: InboxUpdate) -> None:
        await asyncio.sleep(30)

    async with running(worker_of(database, step, attempts=1, time_limit=0.05)):
        await receive(database, 13)
        await all_finished(database)
    found = await database.read(lambda s: s.execute(select(InboxUpdate.error)))
    assert found.scalar_one() == "TimeoutError"


async def test_a_database_that_is_away_costs_no_attempt(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_module, "SWEEP_SECONDS", 0.02)
    tries = 0

    async def step(_session: AsyncSession, _row: InboxUpdate) -> None:
        nonlocal tries
        tries += 1
        if tries < 6:
            raise OperationalError("INSERT", {}, Exception("gone"), connection_invalidated=True)

    async with running(worker_of(database, step, attempts=1)):
        await receive(database, 13)
        await all_finished(database)
    assert tries == 6
    assert await states(database) == {1: InboxState.DONE}


async def test_a_refusal_never_falls_on_the_update_behind(database: Database) -> None:
    """Between the refused transaction and the one that answers, another process may have finished the update."""
    processing = Processing(_nothing)
    worker = worker_of(database, processing)
    await receive(database, 7, 7)
    attempt = _Attempt()
    await database.write(partial(worker._process, 7, attempt, None))
    await database.write(partial(worker._process, 7, attempt, NotAllowed()))
    assert await states(database) == {1: InboxState.DONE, 2: InboxState.NEW}
    assert processing.refusals == [(1, None)]


async def test_a_failure_does_not_bury_what_another_process_has_finished(database: Database) -> None:
    worker = worker_of(database, _nothing, attempts=1)
    await receive(database, 7, 7)
    attempt = _Attempt()
    await database.write(partial(worker._process, 7, attempt, None))
    await database.write(partial(worker._fail, 7, attempt, ValueError("late"), tell=True))
    assert await states(database) == {1: InboxState.DONE, 2: InboxState.NEW}


async def test_resting_lanes_do_not_keep_others_out(database: Database) -> None:
    async def step(_session: AsyncSession, row: InboxUpdate) -> None:
        if row.lane != 7:
            raise ValueError("on purpose")

    clock = StoppedClock(SystemClock().now())
    async with running(worker_of(database, step, clock=clock, attempts=9)):
        await receive(database, *range(100, 100 + MOST_LANES))
        await receive(database, 7, first=1000)
        async with asyncio.timeout(5):
            while (await states(database))[1000] is not InboxState.DONE:
                await asyncio.sleep(0.02)


async def test_a_crowd_is_served_without_waiting_for_the_sweep(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Places that come free while the worker looks who waits outside are not left empty."""
    monkeypatch.setattr("bot.updates.worker.SWEEP_SECONDS", 60)
    monkeypatch.setattr("bot.updates.worker.MOST_LANES", 4)

    async def step(session: AsyncSession, row: InboxUpdate) -> None:
        await session.execute(text("SELECT 1"))

    worker = worker_of(database, step)
    find = worker._find

    async def found_slowly() -> Any:
        lanes = await find()
        while worker._lanes.tasks:
            await asyncio.sleep(0.001)
        return lanes

    monkeypatch.setattr(worker, "_find", found_slowly)
    async with running(worker):
        await receive(database, *range(1, 41))
        await all_finished(database)


async def test_an_update_is_buried_even_when_nobody_can_be_told(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    async def dumb(*_args: Any, **_kwargs: Any) -> None:
        raise LookupError("no words")

    monkeypatch.setattr(worker_module, "tell_incident", dumb)

    async def step(_session: AsyncSession, _row: InboxUpdate) -> None:
        raise ValueError("on purpose")

    await receive(play.database, 13)
    worker = worker_of(play.database, step, clock=play.clock, attempts=1)
    await worker._next(13)
    assert await states(play.database) == {1: InboxState.DEAD}


@pytest.mark.postgres
async def test_a_lane_that_another_process_is_in_is_left_alone(postgres_database: Database) -> None:
    database = postgres_database
    await database.write(lambda session: session.execute(text("TRUNCATE inbox")))
    entered, leave = asyncio.Event(), asyncio.Event()

    async def slow(_session: AsyncSession, _row: InboxUpdate) -> None:
        entered.set()
        await leave.wait()

    await receive(database, 7)
    first = asyncio.create_task(worker_of(database, slow)._next(7))
    await entered.wait()
    second = worker_of(database, _nothing)
    wait = await asyncio.wait_for(second._next(7), 2)
    assert wait is not None
    assert wait > 0
    leave.set()
    await first
    assert await second._next(7) is None


async def test_stop_finishes_the_update_in_hand_and_takes_no_more(database: Database) -> None:
    entered = asyncio.Event()

    async def step(_session: AsyncSession, _row: InboxUpdate) -> None:
        entered.set()
        await asyncio.sleep(0.05)

    worker = worker_of(database, step)
    task = asyncio.create_task(worker.run())
    await receive(database, 7, 7, 7)
    await entered.wait()
    await worker.stop()
    await task
    assert await states(database) == {1: InboxState.DONE, 2: InboxState.NEW, 3: InboxState.NEW}


async def test_a_clock_that_went_back_does_not_hold_up_new_updates(database: Database) -> None:
    now = SystemClock().now()
    worker = worker_of(database, _nothing, clock=StoppedClock(now - timedelta(days=3)))
    await receive(database, 7)
    await worker._next(7)
    assert await states(database) == {1: InboxState.DONE}


async def _nothing(_session: AsyncSession, _row: InboxUpdate) -> None: ...
