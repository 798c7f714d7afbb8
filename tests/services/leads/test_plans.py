"""No list, filter or count walks the table of leads: each finds its way in by an index, on both databases."""

import re
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, Row, event, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from bot.database import Database, open_database
from models.deal import Deal, DealStage
from models.lead import LeadSource, LeadStage, Tier
from models.user import Language, Role
from services.access import Actor
from services.leads.deleted import list_deleted_leads
from services.leads.filters import EVERY, IDLE_DAYS, PAID, LeadFilter, Whose
from services.leads.lists import count_leads, list_lead_ids, list_leads
from services.leads.past import list_lead_history, list_notes
from services.leads.search import search_leads
from tests.bench.data import FIRST_PERSON, fill
from tests.conftest import EMPTY_AGAIN
from tests.harness import BROKERAGE, NOON

MANY = 10_000
MANAGER = Actor(1, FIRST_PERSON, "Maryna 1", Role.MANAGER, Language.RU, "test")
SELLER = Actor(2, FIRST_PERSON + 1, "Maryna 2", Role.SELLER, Language.RU, "test")
TODAY = BROKERAGE.today(NOON)
DEEP = (NOON.replace(year=2024, month=1, day=5), MANY // 2)
SCAN = re.compile(r"SCAN leads\b|SCAN leads_\d|Seq Scan on leads", re.IGNORECASE)

NARROWED: list[dict[str, Any]] = [
    {"stage": EVERY},
    {"stage": LeadStage.NEW},
    {"stage": PAID},
    {"source": LeadSource.WEB},
    {"source": LeadSource.SCANNER},
    {"domain_id": 1},
    {"tier": Tier.HOT},
    {"idle": IDLE_DAYS[0]},
    {"best": True},
]
FILTERS = list(
    dict.fromkeys(
        LeadFilter(whose=whose, **{**one, **another})
        for whose in (*Whose, 5)
        for one, another in product(({}, *NARROWED), repeat=2)
    )
)
"""Each alone and each two together, of whoever."""
WRITTEN_OF_LEADS = (
    """INSERT INTO lead_history (lead_id, action, source, correlation_id, created_at)
    SELECT id, 'created', 'manual', 'test', created_at FROM leads""",
    """INSERT INTO lead_notes (lead_id, text, intent_key, created_at)
    SELECT id, 'Call back', 'note-' || id, created_at FROM leads""",
)


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    if request.param == "sqlite":
        return f"sqlite+aiosqlite:///{shutil.copy(sqlite_template, tmp_path_factory.mktemp('many'))}"
    server: str = request.getfixturevalue("postgres_url")
    return server.replace("postgresql://", "postgresql+psycopg://")


@pytest.fixture(scope="module")
async def many(url: str) -> AsyncIterator[Database]:
    opened = open_database(url)
    if opened.dialect == "postgresql":
        await opened.write(lambda session: session.execute(text(EMPTY_AGAIN)))
    await fill(opened, MANY)
    for statement in (*WRITTEN_OF_LEADS, *(["ANALYZE"] if opened.dialect == "postgresql" else [])):
        await opened.write(lambda session, statement=statement: session.execute(text(statement)))
    yield opened
    await opened.close()


@contextmanager
def heard() -> Iterator[list[tuple[str, Any]]]:
    """What is asked of the database, with its parameters."""
    asked: list[tuple[str, Any]] = []

    def hear(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_rest: Any) -> None:
        if statement.lstrip("( ").startswith(("SELECT", "WITH")):
            asked.append((statement, parameters))

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", hear)


async def plans(database: Database, work: Callable[[AsyncSession], Awaitable[Any]]) -> list[str]:
    with heard() as asked:
        await database.read(work)
    explain = "EXPLAIN QUERY PLAN" if database.dialect == "sqlite" else "EXPLAIN"
    found: list[str] = []

    async def look(session: AsyncSession) -> None:
        connection = await session.connection()
        for statement, parameters in asked:
            rows = await connection.run_sync(_asked, f"{explain} {statement}", parameters)
            found.append("\n".join(str(row[-1]) for row in rows))

    await database.read(look)
    return found


def _asked(connection: Connection, statement: str, parameters: Any) -> Sequence[Row[Any]]:
    return connection.exec_driver_sql(statement, parameters).all()


def idle_before(wanted: LeadFilter) -> datetime | None:
    return wanted.idle_before(TODAY, BROKERAGE)


def scans(found: list[str]) -> list[str]:
    return [plan for plan in found if SCAN.search(plan)]


@pytest.mark.parametrize("actor", [MANAGER, SELLER], ids=["manager", "seller"])
@pytest.mark.parametrize("after", [None, DEEP], ids=["first page", "deep"])
async def test_every_list_and_filter_goes_by_an_index(many: Database, actor: Actor, after: Any) -> None:
    for wanted in FILTERS:
        place = (500, MANY // 2) if after and wanted.best else after

        async def page(session: AsyncSession, wanted: LeadFilter = wanted, place: Any = place) -> None:
            await list_leads(session, actor, wanted, idle_before=idle_before(wanted), after=place)

        assert scans(await plans(many, page)) == [], wanted


@pytest.mark.parametrize("actor", [MANAGER, SELLER], ids=["manager", "seller"])
async def test_every_count_and_the_leads_of_a_bulk_go_by_an_index(many: Database, actor: Actor) -> None:
    for wanted in FILTERS:

        async def picked(session: AsyncSession, wanted: LeadFilter = wanted) -> None:
            assert await count_leads(session, actor, wanted, idle_before=idle_before(wanted)) <= 51
            await list_lead_ids(session, actor, wanted, idle_before=idle_before(wanted), limit=101)

        assert scans(await plans(many, picked)) == [], wanted


@pytest.mark.parametrize("actor", [MANAGER, SELLER], ids=["manager", "seller"])
async def test_words_are_looked_for_in_the_index_of_words(many: Database, actor: Actor) -> None:
    plain = (LeadFilter(), LeadFilter(tier=Tier.HOT, whose=Whose.POOL), LeadFilter(idle=7, stage=EVERY))
    for wanted in [replace(one, words=words) for one in plain for words in ("Шевч", "12345")]:

        async def found(session: AsyncSession, wanted: LeadFilter = wanted) -> None:
            await list_leads(session, actor, wanted, idle_before=idle_before(wanted))
            await search_leads(session, actor, wanted.words or "")

        assert scans(await plans(many, found)) == [], wanted


async def test_deleted_leads_history_and_notes_go_by_an_index(many: Database) -> None:
    async def others(session: AsyncSession) -> None:
        await list_deleted_leads(session, MANAGER)
        await list_deleted_leads(session, MANAGER, after=DEEP)
        await list_lead_history(session, MANAGER, 5)
        await list_notes(session, MANAGER, 5)

    found = await plans(many, others)
    assert scans(found) == []
    assert "ix_leads_deleted" in "".join(found)
    assert "ix_lead_history_lead" in "".join(found)
    assert "ix_lead_notes_lead" in "".join(found)


@pytest.mark.parametrize(("reads", "index"), [(list_lead_history, "history"), (list_notes, "notes")])
async def test_an_older_page_of_history_and_notes_begins_where_the_page_before_ended(
    many: Database, reads: Any, index: str
) -> None:
    [plan] = (await plans(many, lambda session: reads(session, MANAGER, 5, before=5)))[1:]
    assert re.search(r"lead_id ?= ?.+ AND .*created_at.*<", plan), plan


@pytest.mark.parametrize(
    ("index", "wanted"),
    [
        ("ix_leads_score", LeadFilter(best=True, stage=EVERY)),
        ("ix_leads_stage", LeadFilter(stage=LeadStage.QUALIFIED)),
        ("ix_leads_assignee", LeadFilter(whose=Whose.MINE)),
        ("ix_leads_assignee", LeadFilter(whose=Whose.POOL, stage=LeadStage.QUALIFIED)),
        ("ix_leads_source", LeadFilter(source=LeadSource.WEB, domain_id=1, stage=EVERY)),
        ("ix_leads_source_stage", LeadFilter(source=LeadSource.SCANNER)),
        ("ix_leads_domain", LeadFilter(domain_id=1)),
        ("ix_leads_tier", LeadFilter(tier=Tier.HOT)),
        ("ix_leads_live", LeadFilter(stage=EVERY)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
async def test_each_index_serves_the_list_that_it_is_for(many: Database, index: str, wanted: LeadFilter) -> None:
    async def page(session: AsyncSession) -> None:
        await list_leads(session, MANAGER, wanted, idle_before=idle_before(wanted))

    assert re.search(rf"\b{index}\b", "".join(await plans(many, page)))


async def test_what_became_of_leads_is_told_by_the_index_of_deals(many: Database) -> None:
    of_leads = select(Deal.id).where(Deal.stage == DealStage.PAID, Deal.lead_id.is_not(None))
    assert "ix_deals_stage_lead" in "".join(await plans(many, lambda session: session.execute(of_leads)))


async def test_a_page_sorts_no_more_than_what_it_puts_together(many: Database) -> None:
    """Each part of the merge comes out of its index in order: on SQLite only the last step sorts."""
    if many.dialect != "sqlite":
        return
    for wanted in FILTERS:
        if wanted.best:
            continue

        async def page(session: AsyncSession, wanted: LeadFilter = wanted) -> None:
            await list_lead_ids(session, SELLER, wanted, idle_before=idle_before(wanted), limit=7)

        for plan in await plans(many, page):
            assert plan.count("USE TEMP B-TREE") <= 1, (wanted, plan)
