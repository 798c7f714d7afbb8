"""Tests of one process share PostgreSQL's reference books: what a story changes is put back after it."""

from collections.abc import AsyncIterator
from functools import partial
from typing import Any

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.database import Database
from models.business_domain import BusinessDomain
from models.insurance_kind import InsuranceKind
from models.insurer import Insurer


@pytest.fixture(autouse=True)
async def _books_as_seeded(database: Database) -> AsyncIterator[None]:
    books = await database.read(_rows)
    yield
    await database.write(partial(_put_back, books=books))


async def _rows(session: AsyncSession) -> dict[type[Any], list[dict[str, Any]]]:
    tables: tuple[type[Any], ...] = (Insurer, InsuranceKind, BusinessDomain)
    return {
        table: [dict(row) for row in (await session.execute(select(*table.__table__.columns))).mappings()]
        for table in tables
    }


async def _put_back(session: AsyncSession, *, books: dict[type[Any], list[dict[str, Any]]]) -> None:
    for table, rows in books.items():
        await session.execute(delete(table).where(table.id.not_in([row["id"] for row in rows])))
        for row in rows:
            await session.execute(update(table).where(table.id == row["id"]).values(row))
