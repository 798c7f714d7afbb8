"""The newest rows that contain every word of a query, on each database's trigram index.

- SQLite's index is walked from the newest row on that has all the trigrams asked for, and left as soon as a page is
  full. What it costs are the trigrams: of several words only the rarest of each is asked for, by what the newest rows
  say of it. Those of digits are all much alike, and a word alone has nothing else to narrow it down: of these they
  stand side by side. The row itself then has the last say.
- PostgreSQL's knows no order and gives out every match, but keeps the rows' blocks of ids beside their trigrams: a
  page of a common word fills among the newest small blocks, of a less common one among the newest large ones. What
  does not is rare, and may as well be given out whole. So some hundred rows are looked at, and more only for people
  who see few of those that match: the index of deals knows its people, that of policies does not.
- Words under three letters have no trigram: they narrow down what longer ones found, and alone are looked for among
  the newest rows only.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import TypeAlias

from sqlalchemy import (
    CTE,
    BigInteger,
    BindParameter,
    ColumnElement,
    CompoundSelect,
    Executable,
    Integer,
    Select,
    SQLColumnExpression,
    String,
    bindparam,
    column,
    func,
    literal,
    literal_column,
    or_,
    select,
    table,
    union_all,
)
from sqlalchemy.ext.asyncio import AsyncSession

from models.client import Client
from models.deal import Deal
from models.lead import Lead
from models.policy import Policy
from services.access import Actor
from services.search.normalise import search_query

Searched: TypeAlias = type[Client] | type[Deal] | type[Lead] | type[Policy]
Seen: TypeAlias = Callable[[Actor], tuple[Searched, Select[int]]]
"""What is searched, and the ids of it that a person may see."""

SHORTEST_INDEXED = 3
SHORTEST_QUERY = 2
SAMPLE = 200
BLOCK_BITS = (11, 15)
"""Blocks of PostgreSQL's index are 2,048 and 32,768 ids, as its expressions in migration 0008 say."""
NEWEST_FOR_SHORT_WORDS = 20_000
FARTHEST_ID = 2**62
MOST_STATEMENTS = 256

_FTS = {
    searched: table(name, column("rowid"), column(name))
    for searched, name in (
        (Client, "client_search"),
        (Deal, "deal_search"),
        (Lead, "lead_search"),
        (Policy, "policy_search"),
    )
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
    values = {"top": before if before is not None else FARTHEST_ID, "limit": limit}
    if not indexed:
        floor = await _floor(session, searched, before)
        return await _ids(session, _newest(among, searched, len(words)), words, floor=floor, **values)
    if session.get_bind().dialect.name == "sqlite":
        terms = " AND ".join(f'"{trigram}"' for trigram in await _trigrams(session, searched, indexed))
        return await _ids(session, _by_fts(among, searched, len(words)), words, terms=terms, **values)
    found = await _ids(session, _by_blocks(among, searched, len(words)), words, **values)
    return sorted(set(found), reverse=True)[:limit]


def seen_by(actor: Actor, seen: Seen) -> tuple[Searched, Select[int]]:
    """The same statement for the same person: building one costs as much as running it."""
    return _seen_by(replace(actor, correlation_id=""), seen)


@lru_cache(maxsize=MOST_STATEMENTS)
def _seen_by(actor: Actor, seen: Seen) -> tuple[Searched, Select[int]]:
    return seen(actor)


def _words(query: str) -> list[str]:
    return search_query(query).replace(",", " ").split()


async def _ids(session: AsyncSession, wanted: Executable, words: list[str], **values: int | str) -> list[int]:
    spelled = {f"word_{number}": word for number, word in enumerate(words)}
    return list((await session.execute(wanted, {**spelled, **values})).scalars())


async def _floor(session: AsyncSession, searched: Searched, before: int | None) -> int:
    """The id from which on about so many rows are newest: a few numbers are never given out."""
    top = before if before is not None else (await session.execute(select(func.max(searched.id)))).scalar() or 0
    return max(0, top - NEWEST_FOR_SHORT_WORDS)


@lru_cache(maxsize=MOST_STATEMENTS)
def _newest(among: Select[int], searched: Searched, words: int) -> Select[int]:
    found = _containing(among, searched, words).where(searched.id >= bindparam("floor"))
    return found.order_by(searched.id.desc()).limit(bindparam("limit"))


@lru_cache(maxsize=MOST_STATEMENTS)
def _by_blocks(among: Select[int], searched: Searched, words: int) -> CompoundSelect[int]:
    """Ids of the newest small blocks; with fewer than asked for also of the newest large ones, and then of all.

    The order is of an expression, or PostgreSQL would walk the ids instead of asking the index for the words.
    """
    limit = bindparam("limit", type_=Integer)
    found = _containing(among, searched, words).order_by((searched.id + 0).desc()).limit(limit)
    pages: list[CTE] = []
    for bits in BLOCK_BITS:
        page = found.where(_in_newest_blocks(searched, bits), *_too_few(pages, limit))
        pages.append(page.cte(f"newest_{bits}"))
    everywhere = found.where(*_too_few(pages, limit)).subquery()
    return union_all(*(select(page.c.id) for page in pages), select(everywhere.c.id))


def _too_few(pages: list[CTE], limit: BindParameter[int]) -> list[ColumnElement[bool]]:
    return [select(func.count()).select_from(page).scalar_subquery() < limit for page in pages]


def _in_newest_blocks(searched: Searched, bits: int) -> ColumnElement[bool]:
    """The two newest, because the newest of all may just have begun."""
    newest = _block(select(func.max(searched.id)).where(searched.id < bindparam("top")).scalar_subquery(), bits)
    block = _block(searched.id, bits)
    return or_(block == newest, block == newest - literal(1, BigInteger))


def _block(row_id: SQLColumnExpression[int], bits: int) -> SQLColumnExpression[int]:
    """Nothing in it is bound, or PostgreSQL would not know the expression that its index is on."""
    return row_id.bitwise_rshift(literal_column(str(bits)))


async def _trigrams(session: AsyncSession, searched: Searched, words: list[str]) -> list[str]:
    """What SQLite's index is asked for. Words have no quotes left in them: no part of one is an operator."""
    if len(words) == 1:
        return _side_by_side(words[0])
    texts = (await session.execute(_sample(searched))).scalars().all()
    terms: list[str] = []
    for word in words:
        trigrams = _side_by_side(word)
        if word.isalpha():
            trigrams = [min(_trigrams_of(word), key=lambda trigram: sum(trigram in text for text in texts))]
        terms += trigrams
    return terms


@lru_cache(maxsize=MOST_STATEMENTS)
def _sample(searched: Searched) -> Select[str]:
    return select(searched.search_text).order_by(searched.id.desc()).limit(SAMPLE)


def _trigrams_of(word: str) -> list[str]:
    return [word[start : start + SHORTEST_INDEXED] for start in range(len(word) - SHORTEST_INDEXED + 1)]


def _side_by_side(word: str) -> list[str]:
    """They cover the word."""
    return [*_trigrams_of(word)[:-1:SHORTEST_INDEXED], word[-SHORTEST_INDEXED:]]


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
