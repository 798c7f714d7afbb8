"""Adds and changes business domains; one that leads name can be put out of use, never deleted."""

from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from models.business_domain import BusinessDomain
from models.user import Language
from services.access import Actor, Right, check_right
from services.change import differing
from services.domains.errors import DomainNameTaken, TooManyDomains
from services.domains.events import DomainAdded, DomainChanged
from services.domains.queries import MOST, access_domain, check_domain_name_free, list_reference_domains
from services.events.publish import publish
from services.insurers.names import code_of
from services.upsert import insert_or_none


async def add_domain(session: AsyncSession, actor: Actor, names: dict[Language, str], *, now: datetime) -> int:
    """The new domain's id; it stands last."""
    check_right(actor, Right.EDIT_REFERENCE)
    others = await list_reference_domains(session, actor, lock=True)
    for language, name in names.items():
        await check_domain_name_free(session, actor, language, name)
    if len(others) >= MOST:
        raise TooManyDomains(limit=MOST)
    code = code_of(names[Language.EN], [domain.code for domain in others])
    position = max((domain.position for domain in others), default=0) + 1
    row = {
        "code": code,
        "position": position,
        "enabled": True,
        **{f"name_{language}": name for language, name in names.items()},
    }
    domain_id = await insert_or_none(session, BusinessDomain, row, returning=BusinessDomain.id)
    if domain_id is None:
        raise DomainNameTaken(name=names[Language.EN])
    event = DomainAdded(domain_id=domain_id, code=code, names={str(key): name for key, name in names.items()})
    await publish(session, actor, event, now=now)
    return domain_id


async def rename_domain(
    session: AsyncSession, actor: Actor, domain_id: int, *, language: Language, name: str, now: datetime
) -> None:
    domain = await access_domain(session, actor, domain_id, lock=True)
    await check_domain_name_free(session, actor, language, name, but=domain_id)
    await _change(session, actor, domain, {f"name_{language}": name}, now)


async def use_domain(session: AsyncSession, actor: Actor, domain_id: int, *, enabled: bool, now: datetime) -> None:
    """Out of use it is offered nowhere; leads that have it keep it."""
    await _change(session, actor, await access_domain(session, actor, domain_id, lock=True), {"enabled": enabled}, now)


async def move_domain(session: AsyncSession, actor: Actor, domain_id: int, *, up: bool, now: datetime) -> None:
    """By one place; the first one goes no higher, the last one no lower."""
    await access_domain(session, actor, domain_id)
    order = list(await list_reference_domains(session, actor, lock=True))
    place = next(place for place, domain in enumerate(order) if domain.id == domain_id)
    other = place - 1 if up else place + 1
    if not 0 <= other < len(order):
        return
    order[place], order[other] = order[other], order[place]
    for position, domain in enumerate(order, start=1):
        if domain.id != domain_id:
            domain.position = position
    await _change(session, actor, order[other], {"position": other + 1}, now)


async def _change(
    session: AsyncSession, actor: Actor, domain: BusinessDomain, values: dict[str, Any], now: datetime
) -> None:
    """Values that are there already leave no trace."""
    changed = differing(domain, values)
    if not changed:
        return
    for name, value in values.items():
        setattr(domain, name, value)
    await publish(session, actor, DomainChanged(domain_id=domain.id, changed=changed), now=now)
