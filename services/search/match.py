"""The newest rows that contain every word of a query, on each database's trigram index.

- SQLite's index is walked from the newest match on and left as soon as a page is full.
- PostgreSQL's knows no order and gives out every match: a page of a common word is looked for among the newest rows
  first, where it fills at once; what does not fill there is rare, and the index is quick about it.
- Words under three letters have no trigram: they narrow down what longer ones found, and alone are looked for among
  the newest rows only.
"""

from typing import TypeAlias

from sqlalchemy import Select, column, func, select, table
from sqlalchemy.ext.asyncio import AsyncSession

from models.client import Client
from models.deal import Deal
from models.policy import Policy
from services.search.normalise import search_query

Searched: TypeAlias = type[Client] | type[Deal] | type[Policy]

SHORTEST_INDEXED = 3
SHORTEST_QUERY = 2
NEWEST = 3_000
NEWEST_FOR_SHORT_WORDS = 20_000

_FTS = {
    searched: table(name, column("rowid"), column(name))
    for searched, name in ((Client, "client_search"), (Deal, "deal_search"), (Policy, "policy_search"))
}
"""Of an FTS5 table its hidden column, named as the table itself, is what MATCH is asked of."""


def can_search(query: str) -> bool:
    """A single letter or digit is in nearly every row."""
    return any(len(word) >= SHORTEST_QUERY for word in _words(query))


async def newest_matches(
    session: AsyncSession, among: Select[int], searched: Searched, query: str, *, before: int | None, limit: int
) -> list[int]:
    """Ids, the newest first, of those that `among` selects; `before` is the last one on the page before."""
    words = _words(query)
    indexed = [word for word in words if len(word) >= SHORTEST_INDEXED]
    if not words:
        return []
    if indexed and session.get_bind().dialect.name == "sqlite":
        return await _ids(session, _by_fts(among, searched, words, before).limit(limit))
    if before is not None:
        among = among.where(searched.id < before)
    among = among.where(*(searched.search_text.contains(word, autoescape=True) for word in words))
    floor = await _floor(session, searched, before, NEWEST if indexed else NEWEST_FOR_SHORT_WORDS)
    found = await _ids(session, among.where(searched.id >= floor).order_by(searched.id.desc()).limit(limit))
    if indexed and floor and len(found) < limit:
        older = among.where(searched.id < floor).order_by((searched.id + 0).desc())
        found += await _ids(session, older.limit(limit - len(found)))
    return found


def _words(query: str) -> list[str]:
    return search_query(query).replace(",", " ").split()


async def _ids(session: AsyncSession, wanted: Select[int]) -> list[int]:
    return list((await session.execute(wanted)).scalars())


async def _floor(session: AsyncSession, searched: Searched, before: int | None, count: int) -> int:
    """The id from which on about so many rows are newest: a few numbers are never given out."""
    top = before if before is not None else (await session.execute(select(func.max(searched.id)))).scalar() or 0
    return max(0, top - count)


def _by_fts(among: Select[int], searched: Searched, words: list[str], before: int | None) -> Select[int]:
    """Words have no quotes left in them: each is a phrase of its own, whatever operators it spells."""
    fts = _FTS[searched]
    phrases = " AND ".join(f'"{word}"' for word in words if len(word) >= SHORTEST_INDEXED)
    short = [word for word in words if len(word) < SHORTEST_INDEXED]
    found = among.join(fts, fts.c.rowid == searched.id).where(
        fts.columns[fts.name].op("MATCH")(phrases),
        *(searched.search_text.contains(word, autoescape=True) for word in short),
    )
    if before is not None:
        found = found.where(fts.c.rowid < before)
    return found.order_by(fts.c.rowid.desc())
