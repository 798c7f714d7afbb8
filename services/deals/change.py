"""The one way to write a deal's row: under its lock, with its version counted on."""

from typing import Any

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal


async def change_deal(session: AsyncSession, deal: Deal, **values: Any) -> None:
    """The caller holds the row; the object in hand is brought up to date as well."""
    await session.execute(
        update(Deal)
        .where(Deal.id == deal.id)
        .values(version=Deal.version + 1, **values)
        .execution_options(synchronize_session=False)
    )
    await session.refresh(deal)
