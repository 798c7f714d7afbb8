"""A million clients, deals and policies are searched by a part of a name or a phone as a few are.

- The LIKE scan looks for the same page in the same three tables; it is compared with on words that few rows have,
  because one that may stop at the sixth Ivanov of a million is no scan. Each search for these words is the first.
- The hundred searches behind the 95th percentile have words of all kinds, of a manager and of a seller in turns. The
  first look finds the database as the disk has it, the target is for the second.
"""

import random
from functools import partial
from pathlib import Path
from statistics import quantiles

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.database import Database
from models.client import Client
from models.deal import Deal
from models.policy import Policy
from models.user import Language, Role
from services.access import Actor
from services.deals.lists import DealFilter, list_deals
from services.search.everything import search_everything
from services.search.normalise import search_query
from tests.bench.crm import BROKERAGE
from tests.bench.data import FIRST_PERSON, name_of, phone_of, postgres_with, sqlite_with
from tests.bench.measure import Work, compare, seconds, wall
from tests.bench.servers import postgres_server
from tests.bench.table import Row
from tests.harness import NOON

MANY = 1_000_000
SEARCHES = 100
PAGES = 40
DEEP = 2_000
SELLER = Actor(1, FIRST_PERSON, "Maryna 1", Role.SELLER, Language.RU, "bench")
MANAGER = Actor(2, FIRST_PERSON + 1, "Maryna 2", Role.MANAGER, Language.RU, "bench")


async def measure(rounds: int, folder: Path) -> list[Row]:
    async with sqlite_with(MANY, folder) as database:
        rows = await _rows(database, rounds, "SQLite")
    if (server := await postgres_server()) is not None:
        async with postgres_with(MANY, server) as database:
            rows += await _rows(database, rounds, "PostgreSQL")
    return rows


async def _rows(database: Database, rounds: int, name: str) -> list[Row]:
    rows = []
    for part, words in (("name", _whole_name), ("phone", _part_of_phone)):
        chance = random.Random(1)  # noqa: S311 - a bench wants the same words each time
        ratios, note = await _scan_against_search(database, [words(chance) for _ in range(rounds + 1)])
        rows.append(Row(f"LIKE scan against search by part of a {part}, {name}", ratios, least=50, note=note))
    looks = [(await _percentile(database, seed), await _percentile(database, seed)) for seed in range(min(rounds, 3))]
    what = f"95th percentile of searches among {MANY:,}, {name}"
    rows.append(Row(f"{what}, first look", [first for first, _ in looks], unit="ms"))
    rows.append(Row(f"{what}, second look", [second for _, second in looks], most=10, unit="ms"))
    ratios, note = await compare(
        _pages(database, before=DEEP), _pages(database, before=None), rounds=rounds, times=PAGES, timer=wall
    )
    rows.append(Row(f"last page of a list against the first, {name}", ratios, most=1.2, note=note))
    return rows


def _whole_name(chance: random.Random) -> str:
    surname, given, second = name_of(chance.randrange(MANY)).split()
    return f"{surname[1:]} {given[:4]} {second[:4]}"


def _part_of_name(chance: random.Random) -> str:
    surname, given, _ = name_of(chance.randrange(MANY)).split()
    return chance.choice((surname, surname[: chance.randrange(3, 7)], f"{surname} {given[:3]}"))


def _part_of_phone(chance: random.Random) -> str:
    return phone_of(chance.randrange(MANY))[-7:]


def _typed(chance: random.Random) -> str:
    last = phone_of(chance.randrange(MANY))[-4:]
    return chance.choice((_part_of_name(chance), _whole_name(chance), _part_of_phone(chance), last))


async def _scan_against_search(database: Database, words: list[str]) -> tuple[list[float], str]:
    """Each round other words, so that nothing is found where it was put a moment ago."""
    turns = [
        (await seconds(_scan(database, query)), await seconds(_search(database, MANAGER, query))) for query in words
    ]
    scans, searches = [turn[0] for turn in turns[1:]], [turn[1] for turn in turns[1:]]
    note = f"{max(scans) * 1000:.0f} ms against {max(searches) * 1000:.1f} ms at most"
    return [scan / search for scan, search in zip(scans, searches, strict=True)], note


def _search(database: Database, actor: Actor, query: str) -> Work:
    return partial(database.read, partial(search_everything, actor=actor, query=query))


def _scan(database: Database, query: str) -> Work:
    words = search_query(query).split()

    async def work(session: AsyncSession) -> None:
        for table in (Client, Deal, Policy):
            found: Select[int] = select(table.id).order_by(table.id.desc()).limit(6)
            await session.execute(found.where(*(table.search_text.contains(word) for word in words)))

    return partial(database.read, work)


async def _percentile(database: Database, seed: int) -> float:
    """In milliseconds."""
    chance = random.Random(seed)  # noqa: S311 - as above
    waits = [
        await seconds(_search(database, MANAGER if number % 2 else SELLER, _typed(chance)))
        for number in range(SEARCHES)
    ]
    return quantiles(waits, n=20)[-1] * 1000


def _pages(database: Database, *, before: int | None) -> Work:
    page = partial(list_deals, actor=MANAGER, which=DealFilter.ALL, today=BROKERAGE.today(NOON), before=before)
    return partial(database.read, page)
