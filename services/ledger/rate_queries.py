"""Reads of the table of commission rates."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import CommissionRate
from services.access import Actor, Right, check_right

MOST_RATES = 10
MOST_INSURERS = 30


async def list_rates(session: AsyncSession, actor: Actor, insurer_id: int, kind_id: int) -> Sequence[CommissionRate]:
    """The latest first."""
    check_right(actor, Right.EDIT_REFERENCE)
    found = select(CommissionRate).where(CommissionRate.insurer_id == insurer_id, CommissionRate.kind_id == kind_id)
    return (await session.execute(found.order_by(CommissionRate.from_on.desc()).limit(MOST_RATES))).scalars().all()


async def find_rates_today(session: AsyncSession, actor: Actor, insurer_id: int, *, today: date) -> dict[int, int]:
    """Hundredths of a per cent by kind; the later of two that hold."""
    check_right(actor, Right.EDIT_REFERENCE)
    holding = (
        select(CommissionRate.kind_id, CommissionRate.rate)
        .where(
            CommissionRate.insurer_id == insurer_id,
            CommissionRate.from_on <= today,
            or_(CommissionRate.until_on.is_(None), CommissionRate.until_on >= today),
        )
        .order_by(CommissionRate.from_on)
    )
    return {row.kind_id: row.rate for row in await session.execute(holding)}
