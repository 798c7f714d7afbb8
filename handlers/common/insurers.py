"""The names of insurers as the parser of offers wants them, and which insurer is meant by a name."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.doubts import doubt_text
from handlers.kit.calendar import VIEW
from handlers.parsing.offers import InsurerBook
from handlers.parsing.offers.insurers import name_key
from handlers.parsing.result import Ask as Doubt
from models.insurer import Insurer
from services.conversation.rows import in_rows
from services.conversation.values import Chip, Text, text
from services.insurers.queries import find_insurer_by_code, list_book

FIRST_INSURERS, MOST_INSURERS = 8, 90


def insurer_rows(chips: Sequence[Chip], view: str | None) -> list[list[Chip]]:
    """The likely ones first, the others behind a chip; by name every insurer can be typed."""
    if view is not None or len(chips) <= FIRST_INSURERS:
        return in_rows(chips)
    return [*in_rows(chips[:FIRST_INSURERS]), [Chip(text("btn-insurers-more"), f"{VIEW}all")]]


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


def typed_insurer(typed: str, book: InsurerBook, region: str) -> str | Doubt | None:
    """The code; a Doubt where two share the name."""
    key = name_key(typed)
    return (book.find(key, region) or book.find_similar(key, region)) if key else None


async def known_insurer(session: AsyncSession, region: str, typed: str) -> Insurer | Text:
    """The one that is meant, or what to say when it can't be known."""
    said = typed_insurer(typed, await insurer_book(session), region)
    insurer = await find_insurer_by_code(session, said) if isinstance(said, str) else None
    doubt = said if isinstance(said, Doubt) else None
    return insurer or doubt_text(doubt, typed, "err-insurer-not-understood")
