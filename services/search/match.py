"""The condition "this row contains every word of the query", on each database's trigram index."""

from sqlalchemy import ColumnElement, and_, bindparam, false, text
from sqlalchemy.ext.asyncio import AsyncSession

from models.client import Client
from models.deal import Deal
from services.search.normalise import search_query

_FTS = {"clients": "client_search", "deals": "deal_search"}
SHORTEST_INDEXED = 3
SHORTEST_QUERY = 2


def can_search(query: str) -> bool:
    """A single letter or digit is in nearly every row."""
    return any(len(word) >= SHORTEST_QUERY for word in _words(query))


def matching(session: AsyncSession, table: type[Client] | type[Deal], query: str) -> ColumnElement[bool]:
    """Words under three letters have no trigram: they narrow down what the longer ones found."""
    words = _words(query)
    indexed = [word for word in words if len(word) >= SHORTEST_INDEXED]
    conditions: list[ColumnElement[bool]] = [
        table.search_text.contains(word, autoescape=True)
        for word in words
        if len(word) < SHORTEST_INDEXED or session.get_bind().dialect.name == "postgresql"
    ]
    if indexed and session.get_bind().dialect.name == "sqlite":
        conditions.append(_full_text(table, indexed))
    return and_(*conditions) if conditions else false()


def _words(query: str) -> list[str]:
    return search_query(query).replace(",", " ").split()


def _full_text(table: type[Client] | type[Deal], words: list[str]) -> ColumnElement[bool]:
    """Words have no quotes left in them: each is a phrase of its own, whatever operators it spells."""
    search = _FTS[table.__tablename__]
    phrases = " AND ".join(f'"{word}"' for word in words)
    rows = text(f"SELECT rowid FROM {search} WHERE {search} MATCH :words")  # noqa: S608 - a table name from our own table
    return table.id.in_(rows.bindparams(bindparam("words", phrases, unique=True)).columns(table.id))
