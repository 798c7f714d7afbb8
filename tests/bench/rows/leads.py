"""Pages of a million leads cost what the first one costs, and a bulk costs a few statements.

- The raw page is the same rows by the driver alone, in one statement written by hand; OFFSET is the same with no key.
- Single moves are the use case alone, without the tap around each: a bulk beats even those.
"""

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import psycopg
from sqlalchemy import select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.database import Database
from models.lead import Lead, LeadStage
from models.user import Language, Role
from services.access import Actor
from services.brokerage import LeadLimits
from services.conversation.cursors import Position
from services.leads.bulk.held import MOST_AT_ONCE
from services.leads.bulk.move import move_leads
from services.leads.filters import EVERY, LeadFilter
from services.leads.lists import PAGE_SIZE, list_leads
from services.leads.move import move_lead
from tests.bench.data import FIRST_PERSON, postgres_with, sqlite_with
from tests.bench.measure import Work, compare, seconds, wall
from tests.bench.servers import postgres_server
from tests.bench.table import Row, plain
from tests.harness import NOON

MANY = 1_000_000
PAGES = 40
OFFSETS = 3
BULKS = 3
MANAGER = Actor(2, FIRST_PERSON + 1, "Maryna 2", Role.MANAGER, Language.RU, "bench")
NO_LIMITS = LeadLimits(moves_an_hour=10**6)
LISTS = {"every lead": LeadFilter(stage=EVERY), "open leads": LeadFilter()}
RAW = """SELECT id, stage, source, name, company,
    (SELECT value FROM lead_contacts WHERE lead_id = leads.id AND kind = 'phone' ORDER BY id LIMIT 1),
    (SELECT value FROM lead_contacts WHERE lead_id = leads.id AND kind = 'email' ORDER BY id LIMIT 1),
    object, score, tier, (SELECT name FROM users WHERE id = leads.assignee_id), created_at, last_activity_at
    FROM leads WHERE deleted_at IS NULL AND (created_at, id) < ({at}, {id})
    ORDER BY created_at DESC, id DESC LIMIT {limit} OFFSET {offset}"""


async def measure(rounds: int, folder: Path) -> list[Row]:
    async with sqlite_with(MANY, folder) as database:
        with closing(sqlite3.connect(await _path_of(database))) as driver:
            rows = await _rows(database, driver, "?", rounds, "SQLite")
    if (server := await postgres_server()) is not None:
        async with postgres_with(MANY, server) as database:
            address = database.engine.url.render_as_string(hide_password=False)
            with psycopg.connect(address.replace("postgresql+psycopg", "postgresql"), autocommit=True) as connection:
                rows += await _rows(database, connection, "%s", rounds, "PostgreSQL")
    return rows


async def _path_of(database: Database) -> str:
    found = await database.read(lambda session: session.execute(text("PRAGMA database_list")))
    return str(found.one()[2])


async def _rows(database: Database, driver: Any, mark: str, rounds: int, name: str) -> list[Row]:
    deep = await _middle(database)
    rows: list[Row] = []

    async def pages(session: AsyncSession) -> None:
        """In one session, as the driver has one connection: what a tap's own costs is in other rows."""
        measured = partial(compare, rounds=rounds, times=PAGES, timer=wall)
        for which, wanted in LISTS.items():
            page = partial(list_leads, session, MANAGER, wanted, idle_before=None)
            ratios, note = await measured(partial(page, after=deep), page)
            rows.append(
                Row(f"page {MANY // 2:,} deep of {which} against the first, {name}", ratios, most=1.1, note=note)
            )
        page = partial(list_leads, session, MANAGER, LISTS["every lead"], idle_before=None, after=deep)
        ratios, note = await measured(page, _raw(driver, mark, deep))
        rows.append(Row(f"the same page against raw SQL by the driver, {name}", ratios, most=6, note=note))

    await database.read(pages)
    offset = _raw(driver, mark, None, offset=MANY // 2)
    ratios, note = await compare(offset, _raw(driver, mark, deep), rounds=OFFSETS, times=1, timer=wall)
    rows.append(Row(f"OFFSET beside it, {name}", ratios, note=note))
    rows.append(await _bulk(database, name))
    return rows


async def _middle(database: Database) -> Position:
    middle = select(Lead.created_at, Lead.id).where(Lead.id == MANY // 2)
    at, lead_id = (await database.read(lambda session: session.execute(middle))).one()
    return at, lead_id


def _raw(driver: Any, mark: str, after: Position | None, *, offset: int = 0) -> Work:
    at, lead_id = after or (NOON.replace(year=9999), 2**62)
    statement = RAW.format(at=mark, id=mark, limit=PAGE_SIZE + 1, offset=offset)
    values = (at.replace(tzinfo=None).isoformat(" ", "microseconds") if mark == "?" else at, lead_id)

    async def work() -> None:
        driver.execute(statement, values).fetchall()

    return work


async def _bulk(database: Database, name: str) -> Row:
    newest = select(Lead.id).where(Lead.stage == LeadStage.NEW, Lead.deleted_at.is_(None)).order_by(Lead.id.desc())
    found = await database.read(lambda session: session.execute(newest.limit(MOST_AT_ONCE)))
    ids = sorted(found.scalars())
    ratios, bulks, singles = [], [], []
    for _ in range(BULKS + 1):
        bulks.append(await seconds(partial(database.write, partial(_move_together, ids=ids))))
        await database.write(partial(_back, ids=ids))
        singles.append(await seconds(partial(_move_one_by_one, database, ids)))
        await database.write(partial(_back, ids=ids))
    ratios = [single / bulk for single, bulk in zip(singles[1:], bulks[1:], strict=True)]
    note = f"{plain(median(singles[1:]))} against {plain(median(bulks[1:]))}"
    return Row(f"{MOST_AT_ONCE} single moves against a bulk of them, {name}", ratios, least=10, note=note)


async def _move_together(session: AsyncSession, ids: list[int]) -> None:
    await move_leads(session, MANAGER, ids, to=LeadStage.CONTACTED, limits=NO_LIMITS, now=NOON)


async def _move_one_by_one(database: Database, ids: list[int]) -> None:
    for lead_id in ids:
        move = partial(move_lead, actor=MANAGER, lead_id=lead_id, seen=None, to=LeadStage.CONTACTED)
        await database.write(partial(move, limits=NO_LIMITS, now=NOON))


async def _back(session: AsyncSession, ids: list[int]) -> None:
    await session.execute(update(Lead).where(Lead.id.in_(ids)).values(stage=LeadStage.NEW))
