"""The newest rows that contain every word of a query, each row found by its terms.

- A row's terms are the parts of three and of four letters that its words have, and, for a deal, a policy or a lead,
  `@` with the id of each person whose it is, 0 for the pool. A word is asked for by parts that cover it; the row then
  has the last say.
- SQLite's index gives out the newest row first, and is left as soon as a page is full.
- PostgreSQL's knows no order and gives out every match. So a row's blocks of ids are terms as well: a page of a common
  word fills in the newest small block, of a less common one or of two short words in the newest large one. What does
  not is rare, and may as well be given out whole.
- Words under three letters have no parts: they narrow down what longer ones found, and alone are looked for among the
  newest rows only.

Migrations 0011 and 0013 make the terms and keep them in step with the rows.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import Enum, StrEnum
from functools import lru_cache
from typing import Any, TypeAlias

from sqlalchemy import (
    ARRAY,
    BigInteger,
    BindParameter,
    ColumnElement,
    FromClause,
    ScalarSelect,
    Select,
    String,
    Subquery,
    Text,
    bindparam,
    case,
    cast,
    column,
    false,
    func,
    literal_column,
    select,
    table,
    true,
    union_all,
)
from sqlalchemy.ext.asyncio import AsyncSession

from models.client import Client
from models.deal import Deal
from models.lead import Lead
from models.policy import Policy
from services.access import Actor, Right
from services.deals.access import deals_with_task_of
from services.search.normalise import search_query

Searched: TypeAlias = type[Client] | type[Deal] | type[Lead] | type[Policy]
Seen: TypeAlias = Callable[[Actor], tuple[Searched, Select[int]]]
"""What is searched, and the ids of it that a person may see."""
Found: TypeAlias = Select[int, int]

SHORTEST_QUERY = 2
SHORTEST_PART, LONGEST_PART = 3, 4
FEWEST_PARTS_OF_TWO_WORDS = 2
NEWEST_FOR_SHORT_WORDS = 20_000
FARTHEST_ID = 2**62
MOST_STATEMENTS = 256


class FoundBy(Enum):
    """Among the newest rows only, or by the index: in the blocks of these sizes first, then in all of it.

    A block holds two runs of 2,048 (11 bits) or of 32,768 (15) ids: the second of each is the first of the next.
    """

    NEWEST = None
    INDEX = ()
    LARGE_BLOCK = (15,)
    BLOCKS = (11, 15)


class Whose(StrEnum):
    OWN = "own"
    OWN_OR_POOL = "own_or_pool"


_ZERO: ColumnElement[int] = literal_column("0")
_TOP: BindParameter[int] = bindparam("top", type_=BigInteger)
_FTS = {
    searched: table(name, column("rowid"), column(name))
    for searched, name in (
        (Client, "client_search"),
        (Deal, "deal_search"),
        (Lead, "lead_search"),
        (Policy, "policy_search"),
    )
}
"""Of an FTS5 table its hidden column, named as the table itself, is what MATCH is asked of; its rows are -id."""
_TERMS = {
    Client: func.search_terms(Client.search_text, Client.id, literal_column("'{}'")),
    Deal: func.search_terms(Deal.search_text, Deal.id, literal_column("ARRAY[deals.seller_id, deals.executor_id]")),
    Lead: func.search_terms(Lead.search_text, Lead.id, literal_column("ARRAY[coalesce(leads.assignee_id, 0)]")),
    Policy: func.search_terms(Policy.search_text, Policy.id, literal_column("policies.search_people")),
}
"""As PostgreSQL's indexes have them; nothing in these is bound, or it would not know them again."""


def can_search(query: str) -> bool:
    """A single letter or digit is in nearly every row."""
    return any(len(word) >= SHORTEST_QUERY for word in _words(query))


async def newest_matches(
    session: AsyncSession, actor: Actor, seen: Seen, query: str, *, before: int | None, limit: int
) -> list[int]:
    """Ids, the newest first; `before` is the last one on the page before. Part of a search, which has authorised."""
    (found,) = await newest_of_each(session, actor, (seen,), query, before=before, limit=limit)
    return found


async def newest_of_each(
    session: AsyncSession, actor: Actor, seen: tuple[Seen, ...], query: str, *, before: int | None = None, limit: int
) -> Sequence[list[int]]:
    """The same of several tables in one statement. Part of a search, which has authorised."""
    words = _words(query)
    if not words:
        return [[] for _ in seen]
    parts = [part for word in words for part in _parts(word)]
    sqlite = session.get_bind().dialect.name == "sqlite"
    found_by = _found_by(len(words), len(parts))
    wanted = _statement(replace(actor, correlation_id=""), seen, len(words), limit, found_by=found_by, sqlite=sqlite)
    values = {f"word_{number}": word for number, word in enumerate(words)}
    top = before if before is not None else FARTHEST_ID
    people = {Whose.OWN: [f"@{actor.id}"], Whose.OWN_OR_POOL: [f"@{actor.id}", "@0"]}
    terms: dict[str, Any] = {"parts": parts, **{whose.value: ids for whose, ids in people.items()}}
    if sqlite:
        terms = _spelled(parts, people)
    found: list[set[int]] = [set() for _ in seen]
    for place, row_id in await session.execute(wanted, {**values, **terms, "top": top}):
        found[place].add(row_id)
    return [sorted(ids, reverse=True)[:limit] for ids in found]


def unindexed(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """PostgreSQL would also ask the indexes that know a part of it, for a hundred thousand rows where ten are left."""
    return case((condition, true()), else_=false())


def seen_by(actor: Actor, seen: Seen) -> tuple[Searched, Select[int]]:
    """The same statement for the same person: building one costs as much as running it."""
    return _seen_by(replace(actor, correlation_id=""), seen)


@lru_cache(maxsize=MOST_STATEMENTS)
def _seen_by(actor: Actor, seen: Seen) -> tuple[Searched, Select[int]]:
    return seen(actor)


def _words(query: str) -> list[str]:
    return search_query(query).replace(",", " ").split()


def _parts(word: str) -> list[str]:
    """Those that cover the word: none of one that is too short."""
    if len(word) <= LONGEST_PART:
        return [word] if len(word) >= SHORTEST_PART else []
    starts = [*range(0, len(word) - LONGEST_PART, LONGEST_PART), len(word) - LONGEST_PART]
    return [word[start : start + LONGEST_PART] for start in starts]


def _found_by(words: int, parts: int) -> FoundBy:
    """A block costs a walk of its own, which pays where the whole index would give out many rows."""
    if not parts:
        return FoundBy.NEWEST
    if words == 1:
        return FoundBy.BLOCKS
    return FoundBy.LARGE_BLOCK if parts == FEWEST_PARTS_OF_TWO_WORDS else FoundBy.INDEX


def _spelled(parts: list[str], people: dict[Whose, list[str]]) -> dict[str, str]:
    """For FTS5. Words have no quotes left in them: no part of one is an operator."""
    every = " AND ".join(f'"{part}"' for part in parts)
    theirs = {whose: " OR ".join(f'"{person}"' for person in ids) for whose, ids in people.items()}
    return {"parts": every, **{whose: f"{every} AND ({ids})" for whose, ids in theirs.items()}}


@lru_cache(maxsize=MOST_STATEMENTS)
def _statement(
    actor: Actor, seen: tuple[Seen, ...], words: int, limit: int, *, found_by: FoundBy, sqlite: bool
) -> Found:
    """Rows of (which of `seen`, id); an id may come more than once."""
    found: list[Found] = []
    for place, see in enumerate(seen):
        searched, among = see(actor)
        marked = among.add_columns(literal_column(str(place)).label("place"))
        containing = _containing(marked, searched, words, sqlite=sqlite).limit(literal_column(str(limit)))
        whose = _whose(searched, actor)
        pages: list[FromClause] = []
        if found_by is FoundBy.NEWEST:
            pages.append(_newest(containing, searched))
        elif sqlite:
            pages.append(_by_fts(containing, searched, whose))
        else:
            pages += _by_blocks(containing, searched, whose, f"newest_{place}", limit, found_by.value)
        if searched in (Deal, Policy) and whose is not None:
            pages.append(_where_he_helps(containing, searched, actor))
        found += [select(page.c.place, page.c.id) for page in pages]
    every = union_all(*found).subquery()
    return select(every.c.place, every.c.id)


def _whose(searched: Searched, actor: Actor) -> Whose | None:
    """None: everybody's."""
    if searched is Lead:
        return None if actor.may(Right.SEE_ALL_LEADS) else Whose.OWN_OR_POOL
    return None if searched is Client or actor.may(Right.SEE_ALL_DEALS) else Whose.OWN


def _where_he_helps(containing: Found, searched: Searched, actor: Actor) -> Subquery:
    """Deals that are not his but have a task for him: a few, whose rows do not name him."""
    helped = containing.where(searched.id < _TOP, Deal.id.in_(deals_with_task_of(actor)))
    return helped.order_by((searched.id + 0).desc()).subquery()


def _containing(among: Select[int, int], searched: Searched, words: int, *, sqlite: bool) -> Found:
    find = func.instr if sqlite else func.strpos
    return among.where(*(find(searched.search_text, bindparam(f"word_{number}")) > _ZERO for number in range(words)))


def _newest(containing: Found, searched: Searched) -> Subquery:
    found = containing.where(searched.id < _TOP, searched.id >= _newest_id(searched) - NEWEST_FOR_SHORT_WORDS)
    return found.order_by(searched.id.desc()).subquery()


def _by_fts(containing: Found, searched: Searched, whose: Whose | None) -> Subquery:
    """The rowid stands alone only where SQLite may begin with it: the index comes first, then the row."""
    fts = _FTS[searched]
    matching = fts.columns[fts.name].op("MATCH")(bindparam(whose or "parts", type_=String))
    found = containing.join(fts, searched.id == -fts.c.rowid).where(matching, fts.c.rowid > -_TOP)
    return found.order_by(fts.c.rowid).subquery()


def _by_blocks(
    containing: Found, searched: Searched, whose: Whose | None, name: str, limit: int, blocks: Sequence[int]
) -> list[FromClause]:
    """Pages of the newest block of each size; with fewer rows than asked for also of the next size, and then of all.

    PostgreSQL is to ask the index for the terms, and never to walk the ids: these stand in an expression. Nor does it
    see any values to weigh: it would plan each search anew, which takes longer than the search.
    """
    row_id = searched.id + _ZERO
    containing = containing.where(row_id < _TOP).order_by(row_id.desc())
    if whose is not None:
        containing = containing.where(_TERMS[searched].bool_op("&&")(_array(whose)))
    parts = _array("parts")
    pages: list[FromClause] = []
    for bits in blocks:
        found = containing.where(_has_terms(searched, func.array_append(parts, _newest_block(searched, bits))))
        pages.append(found.where(*_too_few(pages, limit)).cte(f"{name}_{bits}"))
    return [*pages, containing.where(_has_terms(searched, parts), *_too_few(pages, limit)).subquery()]


def _array(name: str) -> ScalarSelect[Sequence[str]]:
    return select(bindparam(name, type_=ARRAY(Text))).scalar_subquery()


def _has_terms(searched: Searched, terms: ColumnElement[Sequence[str]]) -> ColumnElement[bool]:
    return _TERMS[searched].bool_op("@>")(terms)


def _too_few(pages: list[FromClause], limit: int) -> list[ColumnElement[bool]]:
    return [select(func.count()).select_from(page).scalar_subquery() < literal_column(str(limit)) for page in pages]


def _newest_block(searched: Searched, bits: int) -> ColumnElement[str]:
    """The one before the newest, whose second run may just have begun."""
    run = _newest_id(searched).bitwise_rshift(literal_column(str(bits)))
    return literal_column(f"'#{bits}:'", Text).concat(cast(run - literal_column("1"), Text))


def _newest_id(searched: Searched) -> ColumnElement[int]:
    return select(func.max(searched.id)).where(searched.id < _TOP).scalar_subquery()
