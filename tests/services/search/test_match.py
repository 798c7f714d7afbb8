"""The same rows on SQLite's trigrams and on PostgreSQL's."""

from datetime import UTC, datetime
from functools import partial

import pytest
from sqlalchemy import Select, insert, select

from bot.database import Database
from models.client import Client, ClientKind
from models.user import Language, Role
from services.access import Actor
from services.search.match import can_search, newest_matches
from services.search.normalise import search_text

NAMES = ("Иванов Пётр +79161234567", "Їжакевич Лук’ян", "ООО «Ромашка 12,34»", "А123ВС77 O'Neil", "Ли 100%")


ANYBODY = Actor(1, 1, "Olha", Role.ADMIN, Language.EN, "test")


def everybody(_actor: Actor) -> tuple[type[Client], Select[int]]:
    return Client, select(Client.id)


async def found(database: Database, query: str) -> list[str]:
    find = partial(newest_matches, actor=ANYBODY, seen=everybody, query=query, before=None, limit=10)
    found = await database.read(find)
    rows = await database.read(lambda session: session.execute(select(Client.name).where(Client.id.in_(found))))
    return sorted(rows.scalars())


@pytest.fixture
async def filled(database: Database) -> Database:
    now = datetime(2026, 11, 23, tzinfo=UTC)
    rows = [
        {"kind": ClientKind.INDIVIDUAL, "name": name, "search_text": search_text(name), "created_at": now}
        for name in NAMES
    ]
    await database.write(lambda session: session.execute(insert(Client), rows))
    return database


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("иван", [NAMES[0]]),
        ("петр ИВ", [NAMES[0]]),
        ("89161234567", [NAMES[0]]),
        ("лукян", [NAMES[1]]),
        ("їж", [NAMES[1]]),
        ("ромашка 12,34", [NAMES[2]]),
        ("34,12", [NAMES[0], NAMES[2]]),
        ("a123bc", [NAMES[3]]),
        ("oneil а123", [NAMES[3]]),
        ("ли", [NAMES[4]]),
        ("100", [NAMES[4]]),
        ("иван ромашка", []),
        ("", []),
        ('" OR search_text:"иван', []),
        ("иван* ^ NEAR(", []),
        ("___", []),
        ("%", []),
        ("\x00", []),
    ],
)
async def test_every_word_of_the_query_is_in_the_row(filled: Database, query: str, expected: list[str]) -> None:
    assert await found(filled, query) == expected


@pytest.mark.parametrize(
    ("query", "can"), [("ли", True), ("10", True), ("я", False), ("", False), ("🤷", False), ("я я", False)]
)
def test_a_search_needs_two_characters(query: str, can: bool) -> None:
    assert can_search(query) is can


async def test_rows_far_apart_come_page_by_page_the_newest_first(database: Database) -> None:
    """Further apart than the blocks of PostgreSQL's index."""
    now = datetime(2026, 11, 23, tzinfo=UTC)
    ids = (3, 20_000, 60_000, 60_001)
    rows = [
        {
            "id": client,
            "kind": ClientKind.INDIVIDUAL,
            "name": "x",
            "search_text": f"иванов петр 7916{client}",
            "created_at": now,
        }
        for client in ids
    ]
    await database.write(lambda session: session.execute(insert(Client), rows))
    pages = {None: [60_001, 60_000], 60_000: [20_000, 3], 20_000: [3], 3: []}
    for query in ("ванов", "иванов 916", "петр иван"):
        for before, page in pages.items():
            find = partial(newest_matches, actor=ANYBODY, seen=everybody, query=query, before=before, limit=2)
            assert await database.read(find) == page, (query, before)
