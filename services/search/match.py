"""The newest rows that contain every word of a query, on each database's trigram index.

- SQLite's index is walked from the newest row on that has all the trigrams, and left as soon as a page is full.
- PostgreSQL's knows no order and gives out every match: a page of a common word is looked for among the newest rows
  first, where it fills at once; what does not fill there is rare, and the index is quick about it.
- Words under three letters have no trigram: they narrow down what longer ones found, and alone are looked for among
  the newest rows only.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import TypeAlias

from sqlalchemy import Select, String, bindparam, column, func, select, table
from sqlalchemy.ext.asyncio import AsyncSession

from models.client import Client
from models.deal import Deal
from models.policy import Policy
from services.access import Actor
from services.search.normalise import search_query

Searched: TypeAlias = type[Client] | type[Deal] | type[Policy]
Seen: TypeAlias = Callable[[Actor], tuple[Searched, Select[int]]]
"""What is searched, and the ids of it that a person may see."""

SHORTEST_INDEXED = 3
SHORTEST_QUERY = 2
NEWEST = 3_000
NEWEST_FOR_SHORT_WORDS = 20_000
FARTHEST_ID = 2**62
MOST_STATEMENTS = 256

_FTS = {
    searched: table(name, column("rowid"), column(name))
    for searched, name in ((Client, "client_search"), (Deal, "deal_search"), (Policy, "policy_search"))
}
"""Of an FTS5 table its hidden column, named as the table itself, is what MATCH is asked of."""


def can_search(query: str) -> bool:
    """A single letter or digit is in nearly every row."""
    return any(len(word) >= SHORTEST_QUERY for word in _words(query))


async def newest_matches(
    session: AsyncSession, actor: Actor, seen: Seen, query: str, *, before: int | None, limit: int
) -> list[int]:
    """Ids, the newest first; `before` is the last one on the page before. Part of a search, which has authorised."""
    words = _words(query)
    indexed = [word for word in words if len(word) >= SHORTEST_INDEXED]
    if not words:
        return []
    searched, among = seen_by(actor, seen)
    top = before if before is not None else FARTHEST_ID
    if indexed and session.get_bind().dialect.name == "sqlite":
        terms = " AND ".join(f'"{trigram}"' for word in indexed for trigram in _trigrams(word))
        return await _ids(session, _by_fts(among, searched, len(words)), words, terms=terms, top=top, limit=limit)
    newest, older = _newest(among, searched, len(words)), _older(among, searched, len(words))
    floor = await _floor(session, searched, before, NEWEST if indexed else NEWEST_FOR_SHORT_WORDS)
    found = await _ids(session, newest, words, floor=floor, top=top, limit=limit)
    if indexed and floor and len(found) < limit:
        found += await _ids(session, older, words, floor=floor, top=top, limit=limit - len(found))
    return found


def seen_by(actor: Actor, seen: Seen) -> tuple[Searched, Select[int]]:
    """The same statement for the same person: building one costs as much as running it."""
    return _seen_by(replace(actor, correlation_id=""), seen)


@lru_cache(maxsize=MOST_STATEMENTS)
def _seen_by(actor: Actor, seen: Seen) -> tuple[Searched, Select[int]]:
    return seen(actor)


def _words(query: str) -> list[str]:
    return search_query(query).replace(",", " ").split()


async def _ids(session: AsyncSession, wanted: Select[int], words: list[str], **values: int | str) -> list[int]:
    spelled = {f"word_{number}": word for number, word in enumerate(words)}
    return list((await session.execute(wanted, {**spelled, **values})).scalars())


async def _floor(session: AsyncSession, searched: Searched, before: int | None, count: int) -> int:
    """The id from which on about so many rows are newest: a few numbers are never given out."""
    top = before if before is not None else (await session.execute(select(func.max(searched.id)))).scalar() or 0
    return max(0, top - count)


@lru_cache(maxsize=MOST_STATEMENTS)
def _newest(among: Select[int], searched: Searched, words: int) -> Select[int]:
    found = _containing(among, searched, words).where(searched.id >= bindparam("floor"))
    return found.order_by(searched.id.desc()).limit(bindparam("limit"))


@lru_cache(maxsize=MOST_STATEMENTS)
def _older(among: Select[int], searched: Searched, words: int) -> Select[int]:
    """The order is of an expression, or PostgreSQL would walk the ids instead of asking the index for the words."""
    found = _containing(among, searched, words).where(searched.id < bindparam("floor"))
    return found.order_by((searched.id + 0).desc()).limit(bindparam("limit"))


def _trigrams(word: str) -> list[str]:
    """Side by side: they cover the word, and cost less to walk than all of them and where they stand.

    Words have no quotes left in them: no part of one is an operator.
    """
    starts = [*range(0, len(word) - SHORTEST_INDEXED, SHORTEST_INDEXED), len(word) - SHORTEST_INDEXED]
    return [word[start : start + SHORTEST_INDEXED] for start in starts]


@lru_cache(maxsize=MOST_STATEMENTS)
def _by_fts(among: Select[int], searched: Searched, words: int) -> Select[int]:
    fts = _FTS[searched]
    found = _containing(among, searched, words).join(fts, fts.c.rowid == searched.id)
    matching = fts.columns[fts.name].op("MATCH")(bindparam("terms", type_=String))
    return found.where(matching, fts.c.rowid < bindparam("top")).order_by(fts.c.rowid.desc()).limit(bindparam("limit"))


def _containing(among: Select[int], searched: Searched, words: int) -> Select[int]:
    """Words are letters and digits only: nothing in them is a wild card."""
    contains = (searched.search_text.contains(bindparam(f"word_{number}", type_=String)) for number in range(words))
    return among.where(searched.id < bindparam("top"), *contains)
