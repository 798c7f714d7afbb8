"""The chain over the events: whatever is done to a sealed row behind our back is found, and erasure is not."""

import shutil
from datetime import timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.database import Database, open_database
from models.audit_seal import AuditSeal
from models.event import EventPersonal, EventRow
from services.access import operator
from services.audit.seal import SETTLED, seal_events
from services.audit.verify import Broken, Fault, Verdict, verify_chain
from services.clients.events import ClientChanged
from services.deals.events import DealWoke
from services.events.publish import publish
from tests.depth import examples
from tests.harness import NOON

ACTOR = operator("test")
LATER = NOON + SETTLED + timedelta(seconds=1)


async def record(database: Database, count: int) -> None:
    """Every third one carries personal values."""

    async def work(session: AsyncSession) -> None:
        for number in range(count):
            words = {"name": f"Иванов {number}", "notes": None}
            changed = ClientChanged(client_id=number + 1, fields=["name"], before=words, after={"name": "Ї"})
            woke = DealWoke(deal_id=number + 1, review_on="2026-11-23")
            event = changed if number % 3 == 0 else woke
            await publish(session, None, event, now=NOON + timedelta(milliseconds=number), correlation_id="test")

    await database.write(work)


async def seal(database: Database, *, batch: int = 4) -> int:
    total = 0
    while sealed := await database.write(partial(seal_events, now=LATER, batch=batch)):
        total += sealed
    return total


async def verify(database: Database) -> Verdict:
    verdict, more = await database.read(partial(verify_chain, actor=ACTOR, seals=2))
    while more:
        verdict, more = await database.read(partial(verify_chain, actor=ACTOR, verified=verdict, seals=2))
    return verdict


async def test_untouched_events_hold_and_new_ones_join_the_chain(database: Database) -> None:
    await record(database, 10)
    assert await seal(database) == 10
    first = await verify(database)
    assert (first.broken, first.events, first.seals) == (None, 10, 3)
    await record(database, 3)
    assert await seal(database) == 3
    second = await verify(database)
    assert (second.broken, second.events) == (None, 13)
    assert second.head != first.head


async def test_an_event_that_another_transaction_may_still_precede_is_not_sealed_yet(database: Database) -> None:
    await record(database, 3)
    assert await database.write(partial(seal_events, now=NOON + SETTLED)) == 1
    assert await database.write(partial(seal_events, now=LATER)) == 2


async def test_erasure_of_personal_values_is_possible_and_counted(database: Database) -> None:
    await record(database, 6)
    await seal(database)
    await database.write(lambda session: session.execute(delete(EventPersonal)))
    verdict = await verify(database)
    assert (verdict.broken, verdict.erased) == (None, 2)


async def ids(database: Database) -> list[int]:
    found = await database.read(lambda session: session.execute(select(EventRow.id).order_by(EventRow.id)))
    return list(found.scalars())


async def behind_our_back(database: Database, *statements: Any) -> None:
    async def work(session: AsyncSession) -> None:
        for statement in statements:
            await session.execute(statement, execution_options={"synchronize_session": False})

    await database.write(work)


async def test_changed_personal_values_are_found(database: Database) -> None:
    await record(database, 5)
    await seal(database)
    first, *_ = await ids(database)
    await behind_our_back(
        database, update(EventPersonal).where(EventPersonal.event_id == first).values(values={"a": 1})
    )
    assert (await verify(database)).broken == Broken(Fault.PERSONAL, 1, first)


async def test_personal_values_given_to_an_event_without_any_are_found(database: Database) -> None:
    await record(database, 5)
    await seal(database)
    event_id = (await ids(database))[1]
    row = {"event_id": event_id, "values": {"name": "X"}, "salt": ""}
    await behind_our_back(database, insert(EventPersonal).values(row))
    assert (await verify(database)).broken == Broken(Fault.PERSONAL, 1, event_id)


async def test_a_seal_that_is_changed_removed_or_made_anew_is_found(database: Database) -> None:
    await record(database, 12)
    await seal(database)
    for statement, place in (
        (update(AuditSeal).where(AuditSeal.id == 2).values(digest="0" * 64), 2),
        (delete(AuditSeal).where(AuditSeal.id == 2), 2),
        (delete(AuditSeal).where(AuditSeal.id == 1), 1),
    ):
        await behind_our_back(database, statement)
        assert (await verify(database)).broken == Broken(Fault.SEAL, place)


COLUMNS: dict[str, Any] = {
    "name": "deal.lost",
    "version": 7,
    "aggregate_type": "lead",
    "aggregate_id": 999,
    "source": "automation",
    "correlation_id": "other",
    "payload": {"deal_id": 999},
    "occurred_at": NOON + timedelta(days=1),
    "uid": "00000000-0000-0000-0000-000000000000",
    "personal_digest": "f" * 64,
}
Harm = tuple[str, int, Any]
PLACES = st.integers(0, 10)
HARMS = st.one_of(
    st.tuples(st.just("change"), PLACES, st.sampled_from(sorted(COLUMNS))),
    st.tuples(st.just("remove"), PLACES, st.none()),
    st.tuples(st.just("insert"), PLACES, st.none()),
    st.tuples(st.just("swap"), PLACES, PLACES),
)


@settings(max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(HARMS, min_size=1, max_size=3))
async def test_any_change_removal_insertion_or_reorder_is_found_at_its_first_place(
    sealed_file: Path, harms: list[Harm]
) -> None:
    with TemporaryDirectory() as folder:
        database = open_database(f"sqlite+aiosqlite:///{shutil.copy(sealed_file, folder)}")
        before = await rows(database)
        for harm in harms:
            await database.write(partial(_do, harm=harm))
        after = await rows(database)
        touched = [event_id for event_id in before.keys() | after.keys() if before.get(event_id) != after.get(event_id)]
        broken = (await verify(database)).broken
        assert (broken.event_id if broken else None) == min(touched, default=None)
        await database.close()


async def rows(database: Database) -> dict[int, tuple[Any, ...]]:
    found = await database.read(lambda session: session.execute(text("SELECT * FROM events ORDER BY id")))
    return {row.id: tuple(row) for row in found}


async def _do(session: AsyncSession, *, harm: Harm) -> None:
    """Sealed events have even ids, so that there is room between them."""
    what, place, value = harm
    event_id = 2 + 2 * place
    match what:
        case "change":
            changed = update(EventRow).where(EventRow.id == event_id).values({value: COLUMNS[value]})
            await session.execute(changed.execution_options(synchronize_session=False).prefix_with("OR IGNORE"))
        case "remove":
            await session.execute(text("DELETE FROM event_personal WHERE event_id = :id"), {"id": event_id})
            await session.execute(text("DELETE FROM events WHERE id = :id"), {"id": event_id})
        case "insert":
            copy = text(
                "INSERT OR IGNORE INTO events (id, uid, name, version, aggregate_type, aggregate_id, source, "
                "correlation_id, payload, occurred_at) SELECT id - 1, 'new' || id, name, version, aggregate_type, "
                "aggregate_id, source, correlation_id, payload, occurred_at FROM events WHERE id = :id"
            )
            await session.execute(copy, {"id": event_id})
        case "swap":
            other = 2 + 2 * value
            for there, to in ((event_id, -1), (other, event_id), (-1, other)):
                await session.execute(text("UPDATE events SET id = :to WHERE id = :there"), {"there": there, "to": to})


@pytest.fixture
async def sealed_file(sqlite_template: Path, tmp_path: Path) -> Path:
    """Twelve events under three seals."""
    path = Path(shutil.copy(sqlite_template, tmp_path / "sealed.sqlite3"))
    database = open_database(f"sqlite+aiosqlite:///{path}")
    await record(database, 12)
    for statement in ("DELETE FROM event_personal", "DELETE FROM deliveries", "UPDATE events SET id = -2 * id"):
        await behind_our_back(database, text(statement))
    await behind_our_back(database, text("UPDATE events SET id = -id"))
    await seal(database)
    await database.close()
    return path
