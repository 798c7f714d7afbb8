"""Reads of insurers: a brokerage keeps some dozens of them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.calculation import Calculation
from models.deal import Deal
from models.insurer import Insurer
from services.access import Actor, Right, check_right
from services.insurers.errors import InsurerNotFound

LATELY = 1000
MOST = 500
PAGE_SIZE = 10


async def list_insurers(session: AsyncSession, region: str) -> Sequence[Insurer]:
    """Those in use, by name."""
    wanted = select(Insurer).where(Insurer.region == region, Insurer.enabled).order_by(Insurer.name).limit(MOST)
    return (await session.execute(wanted)).scalars().all()


async def list_book(session: AsyncSession, *, beside: str | None = None) -> Sequence[Insurer]:
    """Those in use in every region: what the parser of offers knows by name; `beside` them one by its code."""
    known = Insurer.enabled if beside is None else Insurer.enabled | (Insurer.code == beside)
    wanted = select(Insurer).where(known).order_by(Insurer.id).limit(MOST)
    return (await session.execute(wanted)).scalars().all()


async def popular_insurers(
    session: AsyncSession, region: str, kind_id: int, *, limit: int = 8, first: int | None = None
) -> Sequence[Insurer]:
    """Those most offered for the kind among the last offers of all, then the others by name; before them the one with
    the id `first`.
    """
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
        .order_by((Insurer.id == (first or 0)).desc(), func.coalesce(offered.c.offers, 0).desc(), Insurer.name)
        .limit(limit)
    )
    return (await session.execute(wanted)).scalars().all()


async def find_insurer(session: AsyncSession, insurer_id: int) -> Insurer:
    """One out of use too: old cards still show it."""
    insurer = await session.get(Insurer, insurer_id)
    if insurer is None:
        raise InsurerNotFound
    return insurer


async def find_insurers_by_code(session: AsyncSession, codes: Collection[str]) -> dict[str, Insurer]:
    """Those out of use too, as `find_insurer`."""
    wanted = select(Insurer).where(Insurer.code.in_(codes))
    return {insurer.code: insurer for insurer in (await session.execute(wanted)).scalars()}


async def find_insurer_by_code(session: AsyncSession, code: str) -> Insurer | None:
    return (await session.execute(select(Insurer).where(Insurer.code == code))).scalar_one_or_none()


@dataclass(frozen=True, slots=True)
class InsurersPage:
    """`number` counts from 0; `first` is the place of its first line in the whole list, from 1."""

    insurers: Sequence[Insurer]
    number: int
    more: bool

    @property
    def first(self) -> int:
        return self.number * PAGE_SIZE + 1


async def list_reference(session: AsyncSession, actor: Actor, region: str, *, page: int = 0) -> InsurersPage:
    """All of the region by name, those out of use too."""
    check_right(actor, Right.EDIT_REFERENCE)
    wanted = (
        select(Insurer)
        .where(Insurer.region == region)
        .order_by(Insurer.name)
        .offset(page * PAGE_SIZE)
        .limit(PAGE_SIZE + 1)
    )
    found = (await session.execute(wanted)).scalars().all()
    return InsurersPage(found[:PAGE_SIZE], page, more=len(found) > PAGE_SIZE)


async def list_named(session: AsyncSession, region: str) -> Sequence[Insurer]:
    """Whose names in the region are taken: those out of use too."""
    return (await session.execute(select(Insurer).where(Insurer.region == region).limit(MOST))).scalars().all()
