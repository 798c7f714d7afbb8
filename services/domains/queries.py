"""Reads of business domains: for everybody those in use, for those who keep the reference books all of them."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.business_domain import BusinessDomain
from models.user import Language
from services.access import Actor, Right, check_right
from services.domains.errors import DomainNameTaken, DomainNotFound

MOST = 60


async def list_domains(session: AsyncSession) -> Sequence[BusinessDomain]:
    """Those that can be chosen, in their order."""
    enabled = select(BusinessDomain).where(BusinessDomain.enabled).order_by(BusinessDomain.position, BusinessDomain.id)
    return (await session.execute(enabled)).scalars().all()


async def list_reference_domains(
    session: AsyncSession, actor: Actor, *, lock: bool = False
) -> Sequence[BusinessDomain]:
    """In their order, those out of use too."""
    check_right(actor, Right.EDIT_REFERENCE)
    wanted = select(BusinessDomain).order_by(BusinessDomain.position, BusinessDomain.id).limit(MOST)
    return (await session.execute(wanted.with_for_update() if lock else wanted)).scalars().all()


async def access_domain(session: AsyncSession, actor: Actor, domain_id: int, *, lock: bool = False) -> BusinessDomain:
    check_right(actor, Right.EDIT_REFERENCE)
    wanted = select(BusinessDomain).where(BusinessDomain.id == domain_id)
    domain = (await session.execute(wanted.with_for_update() if lock else wanted)).scalar_one_or_none()
    if domain is None:
        raise DomainNotFound
    return domain


async def find_domain(session: AsyncSession, domain_id: int) -> BusinessDomain:
    """One out of use too: leads keep theirs."""
    domain = await session.get(BusinessDomain, domain_id)
    if domain is None:
        raise DomainNotFound
    return domain


async def check_domain_name_free(
    session: AsyncSession, actor: Actor, language: Language, name: str, *, but: int | None = None
) -> None:
    """Whatever the case; `but` is the domain that is about to be called so."""
    for domain in await list_reference_domains(session, actor):
        if domain.id != but and domain.names[language].casefold() == name.casefold():
            raise DomainNameTaken(name=name)
