"""The condition "this row contains every word of the query", on each database's trigram index."""

from sqlalchemy import ColumnElement, and_, bindparam, literal_column, text
from sqlalchemy.ext.asyncio import AsyncSession

from models.client import Client
from models.deal import Deal
from services.search.normalise import search_query

_FTS = {"clients": "client_search", "deals": "deal_search"}
SHORTEST_INDEXED = 3


def matching(session: AsyncSession, table: type[Client] | type[Deal], query: str) -> ColumnElement[bool]:
    """Words under three letters have no trigram: they narrow down what the longer ones found."""
    words = search_query(query).split()
    indexed = [word for word in words if len(word) >= SHORTEST_INDEXED]
    conditions: list[ColumnElement[bool]] = [
        table.search_text.contains(word, autoescape=True)
        for word in words
        if len(word) < SHORTEST_INDEXED or session.get_bind().dialect.name == "postgresql"
    ]
    if indexed and session.get_bind().dialect.name == "sqlite":
        conditions.append(_full_text(table, indexed))
    return and_(*conditions) if conditions else literal_column("1") == literal_column("0")


def _full_text(table: type[Client] | type[Deal], words: list[str]) -> ColumnElement[bool]:
    search = _FTS[table.__tablename__]
    phrase = " AND ".join('"' + word.replace('"', '""') + '"' for word in words)
    rows = text(f"SELECT rowid FROM {search} WHERE {search} MATCH :words")  # noqa: S608 - a table name from our own table
    return table.id.in_(rows.bindparams(bindparam("words", phrase)).columns(table.id))
