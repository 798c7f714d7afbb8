"""Inserts that a unique constraint may refuse or turn into updates, without an error that would abort PostgreSQL's
transaction."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from models.base import Base


def insert_into(session: AsyncSession, table: type[Base]) -> Any:
    """The database's own INSERT, which knows conflicts."""
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    return dialect.insert(table)


async def insert_or_none(
    session: AsyncSession, table: type[Base], row: Mapping[str, Any], *, returning: InstrumentedAttribute[int]
) -> int | None:
    """The new row's id, or None when a row that excludes it is there already."""
    statement = insert_into(session, table).values(dict(row)).on_conflict_do_nothing().returning(returning)
    found: int | None = (await session.execute(statement)).scalar_one_or_none()
    return found


async def insert_or_update(
    session: AsyncSession, table: type[Base], row: Mapping[str, Any], *, key: InstrumentedAttribute[Any]
) -> None:
    """A row with the same key takes the other values."""
    others = {name: value for name, value in row.items() if name != key.key}
    statement = insert_into(session, table).values(dict(row)).on_conflict_do_update(index_elements=[key], set_=others)
    await session.execute(statement)
