"""The tick of reminders: over a million policies when nothing is due, and when ten thousand steps are due at once."""

import os
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median

from sqlalchemy import delete, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.database import Database
from bot.settings import Region, Settings
from models.deal import Deal
from models.insurance_kind import InsuranceKind
from models.policy import Policy
from models.reminder import Reminder, ReminderState, ReminderSubject
from models.user import User
from services.brokerage import Brokerage
from services.deals.next_event import last_safe_day
from services.reminders.hours import MORNING
from services.reminders.ladders import Planned
from services.reminders.rows import put
from services.reminders.tell import is_reminder_due, tell_due_reminders
from tests.bench.data import lean_postgres, lean_sqlite
from tests.bench.measure import seconds
from tests.bench.servers import postgres_server
from tests.bench.table import Row, plain

POLICIES = int(os.environ.get("BENCH_POLICIES", "1000000"))
DUE, PEOPLE = 10_000, 50
IDLE_TICKS = 200
TODAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 9, tzinfo=UTC)
_WAITING = """
    INSERT INTO reminders (subject, subject_id, step, occurrence, deal_id, user_id, due_on, due_time, state)
    SELECT 'policy', id, 30, ends_on, deal_id, created_by, '2099-01-01', '09:00:00.000000', 'waiting' FROM policies
"""


async def measure(rounds: int, folder: Path) -> list[Row]:
    async with lean_sqlite(POLICIES, folder) as database:
        rows = await _rows(database, rounds, "SQLite")
    if (server := await postgres_server()) is not None:
        async with lean_postgres(POLICIES, server) as database:
            rows += await _rows(database, rounds, "PostgreSQL")
    return rows


async def _rows(database: Database, rounds: int, name: str) -> list[Row]:
    brokerage = Settings(_env_file=None, region=Region.RU).brokerage
    look = partial(is_reminder_due, now=NOON, brokerage=brokerage)
    await database.write(lambda session: session.execute(text(_WAITING)))
    idle = [await seconds(partial(database.read, look)) for _ in range(IDLE_TICKS)]
    paces = [await _pace(database, brokerage) for _ in range(min(rounds, 3))]
    return [
        Row(f"tick with nothing due over {POLICIES:,} policies, {name}", [median(idle) * 1000], most=1, unit="ms"),
        Row(
            f"{DUE:,} due for {PEOPLE} people, a second, {name}",
            paces,
            least=1_000,
            unit="",
            note=plain(DUE / median(paces)),
        ),
    ]


async def _pace(database: Database, brokerage: Brokerage) -> float:
    await database.write(_make_due)
    tick = partial(tell_due_reminders, now=NOON, brokerage=brokerage)

    async def until_nothing_is_due() -> None:
        while await database.write(tick):
            pass

    taken = await seconds(until_nothing_is_due)
    told = select(Reminder.id).where(Reminder.state == ReminderState.DELIVERED)
    assert len((await database.read(lambda session: session.execute(told))).all()) == DUE
    return DUE / taken


async def _make_due(session: AsyncSession) -> None:
    """Of policies that run on, each to be heard of by its deal's seller."""
    await session.execute(delete(Reminder).where(Reminder.due_on < date(2099, 1, 1)))
    first = (await session.execute(select(User.id).order_by(User.id).limit(PEOPLE))).scalars().all()
    found = await session.execute(
        select(Policy.id, Policy.deal_id, InsuranceKind.earliest_start_days)
        .join(InsuranceKind, InsuranceKind.id == Policy.kind_id)
        .order_by(Policy.id)
        .limit(DUE)
    )
    steps = []
    ends_on = TODAY + timedelta(days=40)
    for number, (policy_id, deal_id, earliest) in enumerate(found.all()):
        on, seller = last_safe_day(ends_on, earliest), first[number % PEOPLE]
        steps.append(Planned((ReminderSubject.POLICY, policy_id, 7, on), (TODAY, MORNING), deal_id, seller))
    ids = [step.key[1] for step in steps]
    for begin in range(0, DUE, 500):
        chunk = ids[begin : begin + 500]
        await session.execute(update(Policy).where(Policy.id.in_(chunk)).values(ends_on=ends_on))
    for seller in first:
        sold = [step.deal_id for step in steps if step.user_id == seller]
        await session.execute(update(Deal).where(Deal.id.in_(sold)).values(seller_id=seller))
    await put(session, steps)
