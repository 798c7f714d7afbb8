"""Reads of kinds for those who keep the reference books."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.insurance_kind import InsuranceKind
from services.access import Actor, Right, check_right
from services.deals.errors import KindNotFound

MOST = 50


async def list_reference_kinds(session: AsyncSession, actor: Actor, region: str) -> Sequence[InsuranceKind]:
    """All of the region in their order, those out of use too."""
    check_right(actor, Right.EDIT_REFERENCE)
    wanted = select(InsuranceKind).where(InsuranceKind.region == region).order_by(InsuranceKind.position).limit(MOST)
    return (await session.execute(wanted)).scalars().all()


async def access_kind(session: AsyncSession, actor: Actor, kind_id: int, *, lock: bool = False) -> InsuranceKind:
    check_right(actor, Right.EDIT_REFERENCE)
    wanted = select(InsuranceKind).where(InsuranceKind.id == kind_id)
    kind = (await session.execute(wanted.with_for_update() if lock else wanted)).scalar_one_or_none()
    if kind is None:
        raise KindNotFound
    return kind
