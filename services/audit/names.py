"""Names of what events know by id."""

from collections.abc import Mapping
from typing import TypeAlias

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.business_domain import BusinessDomain
from models.insurance_kind import InsuranceKind
from models.insurer import Insurer
from models.user import User
from services.access import Actor, Right, check_right
from services.conversation.values import Localized

Known: TypeAlias = Mapping[tuple[str, int | str], str | Localized]
"""By sort and id; kinds of insurance of a region by their code as well."""


async def find_known(session: AsyncSession, actor: Actor, *, region: str) -> Known:
    """Those out of use too. All of them: a brokerage has some dozens of each."""
    check_right(actor, Right.SEE_AUDIT)
    people = await session.execute(select(User.id, User.name))
    insurers = await session.execute(select(Insurer.id, Insurer.name))
    domains = (await session.execute(select(BusinessDomain))).scalars()
    kinds = (await session.execute(select(InsuranceKind))).scalars().all()
    known: dict[tuple[str, int | str], str | Localized] = {("user", id_): name for id_, name in people}
    known |= {("insurer", id_): name for id_, name in insurers}
    known |= {("domain", domain.id): Localized(domain.names) for domain in domains}
    known |= {("kind", kind.code): Localized(kind.names) for kind in kinds if kind.region == region}
    return known | {("kind", kind.id): Localized(kind.names) for kind in kinds}
