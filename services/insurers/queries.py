"""Reads of insurers: a brokerage keeps some dozens of them."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.calculation import Calculation
from models.deal import Deal
from models.insurer import Insurer
from services.insurers.errors import InsurerNotFound

LATELY = 1000
MOST = 500


async def list_insurers(session: AsyncSession, region: str) -> Sequence[Insurer]:
    """Those in use, by name."""
    wanted = select(Insurer).where(Insurer.region == region, Insurer.enabled).order_by(Insurer.name).limit(MOST)
    return (await session.execute(wanted)).scalars().all()


async def list_book(session: AsyncSession) -> Sequence[Insurer]:
    """Those in use in every region: what the parser of offers knows by name."""
    wanted = select(Insurer).where(Insurer.enabled).order_by(Insurer.id).limit(MOST)
    return (await session.execute(wanted)).scalars().all()


async def popular_insurers(session: AsyncSession, region: str, kind_id: int, *, limit: int = 8) -> Sequence[Insurer]:
    """Those most offered for the kind among the last offers of all, then the others by name."""
    recent = (
        select(Calculation.insurer_id, Calculation.deal_id).order_by(Calculation.id.desc()).limit(LATELY).subquery()
    )
    offered = (
        select(recent.c.insurer_id, func.count().label("offers"))
        .join(Deal, Deal.id == recent.c.deal_id)
        .where(Deal.kind_id == kind_id)
        .group_by(recent.c.insurer_id)
        .subquery()
    )
    wanted = (
        select(Insurer)
        .outerjoin(offered, offered.c.insurer_id == Insurer.id)
        .where(Insurer.region == region, Insurer.enabled)
        .order_by(func.coalesce(offered.c.offers, 0).desc(), Insurer.name)
        .limit(limit)
    )
    return (await session.execute(wanted)).scalars().all()


async def find_insurer(session: AsyncSession, insurer_id: int) -> Insurer:
    """One out of use too: old cards still show it."""
    insurer = await session.get(Insurer, insurer_id)
    if insurer is None:
        raise InsurerNotFound
    return insurer


async def find_insurer_by_code(session: AsyncSession, code: str) -> Insurer | None:
    return (await session.execute(select(Insurer).where(Insurer.code == code))).scalar_one_or_none()
