"""Kinds of insurance of the brokerage's region."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.insurance_kind import InsuranceKind
from services.deals.errors import KindNotFound


async def list_kinds(session: AsyncSession, region: str) -> Sequence[InsuranceKind]:
    """Those in use, in the admin's order."""
    wanted = (
        select(InsuranceKind)
        .where(InsuranceKind.region == region, InsuranceKind.enabled)
        .order_by(InsuranceKind.position)
    )
    return (await session.execute(wanted)).scalars().all()


async def find_kind(session: AsyncSession, kind_id: int) -> InsuranceKind:
    kind = await session.get(InsuranceKind, kind_id)
    if kind is None:
        raise KindNotFound
    return kind
