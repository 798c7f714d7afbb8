"""Databases full of deals and leads, made by the database itself; the large ones are kept between runs."""

import asyncio
import hashlib
import os
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
from services.search.normalise import search_text

PEOPLE = 300
FIRST_PERSON = 7100000001


def _split(words: str) -> list[str]:
    return words.split()


SURNAMES = _split(
    "Абрам Азар Акс Алекс Алфер Андр Антип Арт Афанас Баг Балаш Баран Бел Бесп Богд Бонд Борис Брат Бул Быстр Вас "
    "Велич Верес Виш Влас Волк Ворон Гавр Гал Герас Гладк Голуб Горд Гриб Гур Дав Дан Дем Долг Дорош Ег Ерм Ефим "
    "Жар Жук Заб Зайц Зим Зуб Иван Игнат Ильч Казак Калаш Карп Кир Клим Ковал Козл Кост Крав Крыл Кузн Лав Лаз "
    "Леб Лис Лук Лыс Мак Мальц Марк Матв Мельн Мир Мороз Назар Неч Ник Нос Орл Ост Павл Панк Петр Пол Прох Род "
    "Рыб Сав Семен Сид Сокол Степ Тарас Тим Титар Тих Ткач Троф Уст Фед Фил Харч Хом Чайк Черн Шевч Шест Щерб Юд "
    "Якуб Яр"
)
ENDINGS = _split("ов ова ин ина енко ский ская чук ук юк ко ец евич ян ашвили арь ман уба ыло ей")
FIRST_NAMES = _split(
    "Александр Алексей Алина Анна Антон Артём Богдан Борис Вадим Валентина Вера Виктор Галина Дарья Дмитрий "
    "Евгений Елена Иван Игорь Инна Кирилл Лариса Людмила Максим Мария Наталья Оксана Олег Ольга Павел Роман "
    "Светлана Сергей Софья Тарас Фёдор Юлия"
)
SECOND_NAMES = _split(
    "Андреевич Антоновна Борисович Васильевна Викторович Геннадьевна Григорьевич Денисовна Егорович Захаровна "
    "Ильич Константиновна Львович Михайловна Назарович Олеговна Петрович Романовна Семёнович Тимофеевна Фёдорович "
    "Юрьевна Яковлевич"
)
PHONE_FACTOR = 387_420_489
"""3 to the 18th has no divisor in common with 10 to the 9th: neighbours lie far apart and no two meet."""


def name_of(i: int) -> str:
    """Of the client of deal and policy `i`."""
    surname = SURNAMES[i % len(SURNAMES)] + ENDINGS[i // len(SURNAMES) % len(ENDINGS)]
    return f"{surname} {FIRST_NAMES[i % len(FIRST_NAMES)]} {SECOND_NAMES[i // len(FIRST_NAMES) % len(SECOND_NAMES)]}"


def phone_of(i: int) -> str:
    return f"+79{i * PHONE_FACTOR % 10**9:09}"


def _words(name: str, words: list[str]) -> str:
    """A table of words and how the search keeps them."""
    rows = ", ".join(f"({k}, '{word}', '{search_text(word)}')" for k, word in enumerate(words))
    return f"{name}(k, word, found) AS (VALUES {rows})"


_COUNT = "WITH RECURSIVE n(i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < :count)"
_AT = "'2026-11-20 09:00:00'"
_NAMES = ", ".join(
    (
        _words("surname", SURNAMES),
        _words("ending", ENDINGS),
        _words("given", FIRST_NAMES),
        _words("second", SECOND_NAMES),
    )
)
_NUMBER = f"(i * {PHONE_FACTOR} % 1000000000)"
_PHONE = f"'79' || substr('00000000' || {_NUMBER}, length('00000000' || {_NUMBER}) - 8)"
_MINUTE = "'{}' || substr(CAST(100 + {} AS TEXT), 2)"
_MOMENT = " || ".join(
    (
        "CAST(2024 + id / 483840 AS TEXT)",
        _MINUTE.format("-", "1 + id / 40320 % 12"),
        _MINUTE.format("-", "1 + id / 1440 % 28"),
        _MINUTE.format(" ", "id / 60 % 24"),
        _MINUTE.format(":", "id % 60"),
        "':' || '00.000000'",
    )
)
"""When lead `id` came in: one a minute, in years of months of 28 days."""
_MOMENTS = {"sqlite": _MOMENT, "postgresql": f"CAST({_MOMENT} AS timestamptz)"}
_SCORE = "id * 7919 % 1001"
_FILL = (
    f"""INSERT INTO users (id, telegram_id, name, role, language, created_at)
    {_COUNT} SELECT i, {FIRST_PERSON} - 1 + i, 'Maryna ' || i, 'seller', 'ru', {_AT} FROM n WHERE i <= {PEOPLE}""",
    f"""INSERT INTO clients (id, kind, name, search_text, version, created_at, created_by)
    {_COUNT}, {_NAMES}
    SELECT i, 'individual', surname.word || ending.word || ' ' || given.word || ' ' || second.word,
    surname.found || ending.found || ' ' || given.found || ' ' || second.found || ' ' || {_PHONE}, 1, {_AT},
    1 + i % {PEOPLE}
    FROM n JOIN surname ON surname.k = i % {len(SURNAMES)}
    JOIN ending ON ending.k = i / {len(SURNAMES)} % {len(ENDINGS)}
    JOIN given ON given.k = i % {len(FIRST_NAMES)}
    JOIN second ON second.k = i / {len(FIRST_NAMES)} % {len(SECOND_NAMES)}""",
    """INSERT INTO client_contacts (client_id, kind, value, live)
    SELECT id, 'phone', '+' || substr(search_text, length(search_text) - 10), true FROM clients ORDER BY id""",
    f"""INSERT INTO deals (id, client_id, kind_id, object, stage, currency, seller_id, asleep, search_text, version,
    created_at, created_by)
    SELECT id, id, (SELECT min(id) FROM insurance_kinds), 'Skoda Octavia ' || id, 'new', 'RUB',
    created_by, false, search_text || ' skoda octavia ' || id, 1, {_AT}, created_by FROM clients ORDER BY id""",
    f"""INSERT INTO policies (id, deal_id, client_id, insurer_id, kind_id, number, number_key, object, object_key,
    starts_on, ends_on, premium, currency, state, search_text, version, intent_key, created_by, created_at)
    SELECT id, id, client_id, (SELECT min(id) FROM insurers), kind_id, 'XXX ' || (1000000000 + id),
    'xxx' || (1000000000 + id), object, object, '2026-11-20', '2027-11-19', 4820000, 'RUB', 'issued',
    search_text || ' xxx' || (1000000000 + id), 1, 'bench-' || id, seller_id, {_AT} FROM deals ORDER BY id""",
    f"""INSERT INTO leads (id, stage, source, name, domain_id, kind_ids, object, message_count, created_at,
    last_activity_at, assignee_id, score, tier, lost_reason, search_text, version, created_by, paid_at, paid_amount,
    paid_currency)
    SELECT id, CASE WHEN id % 10 < 3 THEN 'lost' WHEN id % 10 < 6 THEN 'transferred' WHEN id % 100 = 66 THEN 'qualified'
    WHEN id % 10 < 8 THEN 'contacted' ELSE 'new' END,
    CASE WHEN id % 5000 = 8 THEN 'scanner' WHEN id % 7 < 4 THEN 'web' WHEN id % 7 < 6 THEN 'referral' ELSE 'social' END,
    name, CASE WHEN id % 3 = 0 THEN (SELECT min(id) + clients.id / 3 % count(*) FROM business_domains) END, '[]',
    'Skoda Octavia ' || id, id % 12, AT_MINUTE, AT_MINUTE, CASE WHEN id % 9 > 0 THEN created_by END,
    CASE WHEN id % 4 > 0 THEN {_SCORE} END, CASE WHEN id % 4 = 0 THEN NULL WHEN {_SCORE} >= 800 THEN 'hot'
    WHEN {_SCORE} >= 600 THEN 'warm' WHEN {_SCORE} >= 300 THEN 'cold' ELSE 'dead' END,
    CASE WHEN id % 10 < 3 THEN 'price' END, search_text || ' skoda octavia ' || id, 1, created_by,
    CASE WHEN id % 10 = 3 THEN AT_MINUTE END, CASE WHEN id % 10 = 3 THEN 4820000 END,
    CASE WHEN id % 10 = 3 THEN 'RUB' END FROM clients ORDER BY id""",
    """INSERT INTO lead_contacts (lead_id, kind, value, live)
    SELECT client_id, kind, value, live FROM client_contacts ORDER BY id""",
    f"""INSERT INTO journal_entries (deal_id, author_id, key, params, created_at)
    SELECT id, seller_id, 'jrn-deal-opened', '{{}}', {_AT} FROM deals ORDER BY id""",
)
_LEAN = tuple(statement for statement in _FILL if statement.split()[2] in {"users", "clients", "deals", "policies"})
_SEQUENCES = _split("users clients client_contacts deals policies leads lead_contacts journal_entries")
_CREATE = "CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'"
_FTS = ("client_search", "deal_search", "lead_search", "policy_search")


def deals_of(person: int) -> list[int]:
    """Some deals that the person with this number (from 1) sells, in every database of a thousand and more."""
    return [number for number in range(1, 1001) if 1 + number % PEOPLE == person]


async def fill(database: Database, deals: int, *, lean: bool = False) -> None:
    """So many deals, each with its client, phone and journal entry, shared out to `PEOPLE` sellers; as many leads.

    A `lean` one has clients, deals and policies only, and nothing that serves the search.
    """
    await migrate(database)

    async def work(session: AsyncSession) -> None:
        rebuild = await (_lift_triggers(session) if database.dialect == "sqlite" else _lift_indexes(session))
        if lean:
            rebuild = []
        for statement in _LEAN if lean else _FILL:
            bound = text(statement.replace("AT_MINUTE", _MOMENTS[database.dialect]))
            count = PEOPLE if "INTO users" in statement else deals
            await session.execute(bound, {"count": count} if ":count" in statement else {})
        for statement in rebuild:
            await session.execute(text(statement))
        if database.dialect == "postgresql":
            for table in _SEQUENCES:
                top = f"(SELECT max(id) FROM {table})"
                await session.execute(text(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), {top})"))

    await database.write(work)
    if database.dialect == "postgresql":
        await database.write(lambda session: session.execute(text("ANALYZE")))


async def _lift_triggers(session: AsyncSession) -> list[str]:
    """What puts them back; the search is rebuilt at once instead of row by row."""
    found = await session.execute(
        text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%!_search!_%' ESCAPE '!'")
    )
    triggers = found.all()
    for name, _ in triggers:
        await session.execute(text(f"DROP TRIGGER {name}"))
    filled = (f"INSERT INTO {fts}(rowid, terms) SELECT place, terms FROM {fts}_terms ORDER BY id DESC" for fts in _FTS)
    merged = (f"INSERT INTO {fts}({fts}) VALUES ('optimize')" for fts in _FTS)
    return [*filled, *merged, *(sql for _, sql in triggers)]


async def _lift_indexes(session: AsyncSession) -> list[str]:
    """The same for PostgreSQL. Nothing that is filled in is checked row by row; only a policy's people are kept."""
    await session.execute(text("ALTER TABLE policies ENABLE ALWAYS TRIGGER policies_search_people"))
    await session.execute(text("SET LOCAL session_replication_role = replica"))
    await session.execute(text("SET LOCAL maintenance_work_mem = '1GB'"))
    found = await session.execute(
        text("SELECT indexname, indexdef FROM pg_indexes WHERE indexname LIKE '%!_search!_terms' ESCAPE '!'")
    )
    indexes = found.all()
    for name, _ in indexes:
        await session.execute(text(f"DROP INDEX {name}"))
    as_before = "ALTER TABLE policies ENABLE TRIGGER policies_search_people"
    return [*(definition for _, definition in indexes), as_before]


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


@asynccontextmanager
async def lean_sqlite(deals: int, folder: Path) -> AsyncIterator[Database]:
    """Made anew, to be written into."""
    database = open_database(f"sqlite+aiosqlite:///{folder / 'lean.sqlite3'}")
    try:
        await fill(database, deals, lean=True)
        yield database
    finally:
        await database.close()


def _schema() -> str:
    """Changes with the migrations and with what is filled in."""
    versions = files("migrations").joinpath("versions").iterdir()
    sources = [path.read_bytes() for path in sorted(versions, key=lambda path: path.name) if path.name.endswith(".py")]
    return hashlib.sha256(b"".join([*sources, *map(str.encode, _FILL)])).hexdigest()[:12]


@asynccontextmanager
async def lean_postgres(deals: int, server: str) -> AsyncIterator[Database]:
    """The same for PostgreSQL; it is gone afterwards."""
    name = f"crm_lean_{os.getpid()}"
    with psycopg.connect(server, autocommit=True, connect_timeout=3) as admin:
        admin.execute(_CREATE.format(name))
        url = f"{server.rpartition('/')[0]}/{name}"
        database = open_database(url.replace("postgresql://", "postgresql+psycopg://"))
        try:
            await fill(database, deals, lean=True)
            yield database
        finally:
            await database.close()
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


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
        admin.execute(_CREATE.format(name))
        return False
