"""Reference books as they were seeded: tests of one process share PostgreSQL's."""

from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.business_domain import BusinessDomain
from models.insurance_kind import InsuranceKind
from models.insurer import Insurer

Books = dict[type[Any], list[dict[str, Any]]]


async def read_books(session: AsyncSession) -> Books:
    tables: tuple[type[Any], ...] = (Insurer, InsuranceKind, BusinessDomain)
    return {
        table: [dict(row) for row in (await session.execute(select(*table.__table__.columns))).mappings()]
        for table in tables
    }


async def put_back(session: AsyncSession, *, books: Books) -> None:
    for table, rows in books.items():
        await session.execute(delete(table).where(table.id.not_in([row["id"] for row in rows])))
        for row in rows:
            await session.execute(update(table).where(table.id == row["id"]).values(row))
