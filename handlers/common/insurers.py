"""The names of insurers as the parser of offers wants them."""

from functools import lru_cache
from typing import NamedTuple

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.parsing.offers import InsurerBook
from services.insurers.queries import list_book


class _Row(NamedTuple):
    code: str
    region: str
    name: str
    aliases: tuple[str, ...]


async def insurer_book(session: AsyncSession, *, beside: str | None = None) -> InsurerBook:
    """As the reference book stands in this transaction; the insurer with the code `beside` is in it in any case."""
    rows = await list_book(session, beside=beside)
    return _built(tuple(_Row(row.code, row.region, row.name, tuple(row.aliases)) for row in rows))


@lru_cache(maxsize=2)
def _built(rows: tuple[_Row, ...]) -> InsurerBook:
    """Building costs milliseconds: once for the same content."""
    return InsurerBook(rows)
