"""Databases full of deals, made by the database itself; the large ones are kept between runs."""

import asyncio
import hashlib
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path

import psycopg
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from bot.database import Database, open_database
from bot.database.migrate import migrate

PEOPLE = 300
FIRST_PERSON = 7100000001

_COUNT = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :count)"
_AT = "'2026-11-20 09:00:00'"
_FILL = (
    f"""INSERT INTO users (id, telegram_id, name, role, language, created_at)
    {_COUNT} SELECT i, {FIRST_PERSON} - 1 + i, 'Maryna ' || i, 'seller', 'ru', {_AT} FROM n WHERE i <= {PEOPLE}""",
    f"""INSERT INTO clients (id, kind, name, search_text, version, created_at, created_by)
    {_COUNT} SELECT i, 'individual', 'Client ' || i, 'client ' || i, 1, {_AT}, 1 + i % {PEOPLE} FROM n""",
    f"""INSERT INTO client_contacts (client_id, kind, value, live)
    {_COUNT} SELECT i, 'phone', '+7916' || (1000000 + i), true FROM n""",
    f"""INSERT INTO deals (id, client_id, kind_id, object, stage, currency, seller_id, asleep, search_text, version,
    created_at, created_by)
    {_COUNT} SELECT i, i, (SELECT min(id) FROM insurance_kinds), 'Skoda Octavia ' || i, 'new', 'RUB',
    1 + i % {PEOPLE}, false, 'skoda octavia ' || i, 1, {_AT}, 1 + i % {PEOPLE} FROM n""",
    f"""INSERT INTO journal_entries (deal_id, author_id, key, params, created_at)
    {_COUNT} SELECT i, 1 + i % {PEOPLE}, 'jrn-deal-opened', '{{}}', {_AT} FROM n""",
)
_SEQUENCES = ("users", "clients", "client_contacts", "deals", "journal_entries")


def deals_of(person: int) -> list[int]:
    """Some deals that the person with this number (from 1) sells, in every database of a thousand and more."""
    return [number for number in range(1, 1001) if 1 + number % PEOPLE == person]


async def fill(database: Database, deals: int) -> None:
    """So many deals, each with its client, phone and journal entry, shared out to `PEOPLE` sellers."""
    await migrate(database)

    async def work(session: AsyncSession) -> None:
        for statement in _FILL:
            count = PEOPLE if "INTO users" in statement else deals
            await session.execute(text(statement), {"count": count})
        if database.dialect == "postgresql":
            for table in _SEQUENCES:
                top = f"(SELECT max(id) FROM {table})"
                await session.execute(text(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), {top})"))

    await database.write(work)


@asynccontextmanager
async def sqlite_with(deals: int, folder: Path) -> AsyncIterator[Database]:
    """A copy of its own to write into; a large original is made once."""
    path = folder / f"{deals}.sqlite3"
    if not path.exists():
        path = await _sqlite_original(deals)
        if deals < 10_000:
            path = Path(shutil.copy(path, folder))
    database = open_database(f"sqlite+aiosqlite:///{path}")
    try:
        yield database
    finally:
        await database.close()


async def _sqlite_original(deals: int) -> Path:
    cache = Path(tempfile.gettempdir()) / "ael-crm-bench"
    cache.mkdir(exist_ok=True)
    path = cache / f"{_schema()}-{deals}.sqlite3"
    if not path.exists():
        for stale in cache.glob(f"*-{deals}.*"):
            stale.unlink()
        unfinished = path.with_suffix(".unfinished")
        database = open_database(f"sqlite+aiosqlite:///{unfinished}")
        await fill(database, deals)
        await database.close()
        unfinished.rename(path)
    return path


def _schema() -> str:
    """Changes with the migrations and with what is filled in."""
    versions = files("migrations").joinpath("versions").iterdir()
    sources = [path.read_bytes() for path in sorted(versions, key=lambda path: path.name) if path.name.endswith(".py")]
    return hashlib.sha256(b"".join([*sources, *map(str.encode, _FILL)])).hexdigest()[:12]


@asynccontextmanager
async def postgres_with(deals: int, server: str) -> AsyncIterator[Database]:
    """`server` is the address of a database from which others can be made."""
    name = f"crm_bench_{_schema()}_{deals}"
    url = f"{server.rpartition('/')[0]}/{name}"
    missing = not await asyncio.to_thread(_create, server, name, deals)
    database = open_database(url.replace("postgresql://", "postgresql+psycopg://"))
    try:
        if missing:
            await fill(database, deals)
        yield database
    finally:
        await database.close()


def _create(server: str, name: str, deals: int) -> bool:
    """Whether it is there already."""
    with psycopg.connect(server, autocommit=True, connect_timeout=3) as admin:
        mine = f"crm\\_bench\\_%\\_{deals}"
        found = {row[0] for row in admin.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", (mine,))}
        if name in found:
            return True
        for stale in found:
            admin.execute(f"DROP DATABASE {stale} WITH (FORCE)")
        admin.execute(
            f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'"
        )
        return False
