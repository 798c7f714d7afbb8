"""Policies by any part of their number, of what is insured, or of their client's name, phone or number."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.client import Client
from models.deal import Deal
from models.insurance_kind import InsuranceKind
from models.insurer import Insurer
from models.policy import Policy
from services.access import Actor, Right, check_right
from services.conversation.paging import Page
from services.deals.access import visible_deals
from services.search.match import newest_matches

PAGE_SIZE = 5


@dataclass(frozen=True, slots=True)
class FoundPolicy:
    id: int
    number: str
    icon: str
    kind_names: dict[str, str]
    insurer: str
    client_name: str
    ends_on: date
    ended_on: date | None


async def search_policies(
    session: AsyncSession, actor: Actor, query: str, *, before: int | None = None
) -> Page[FoundPolicy]:
    """Newest first, only those of deals the actor may see; `before` is the id of the last one on the page before."""
    check_right(actor, Right.SEE_DEALS)
    found = await newest_matches(session, _seen(actor), Policy, query, before=before, limit=PAGE_SIZE + 1)
    return Page.of(await _lines(session, found), PAGE_SIZE)


async def find_policies_by_number(session: AsyncSession, actor: Actor, number_key: str) -> list[FoundPolicy]:
    """Each insurer may have one with this very number."""
    check_right(actor, Right.SEE_DEALS)
    same = _seen(actor).where(Policy.insurer_id.in_(select(Insurer.id)), Policy.number_key == number_key)
    found = (await session.execute(same.order_by(Policy.id.desc()).limit(PAGE_SIZE))).scalars().all()
    return await _lines(session, list(found))


def _seen(actor: Actor) -> Select[int]:
    """A policy is its deal's: whoever may not see the deal, or whose client has been deleted, does not see it."""
    return (
        select(Policy.id)
        .join(Deal, Deal.id == Policy.deal_id)
        .join(Client, Client.id == Policy.client_id)
        .where(Deal.deleted_at.is_(None), Client.deleted_at.is_(None), visible_deals(actor))
    )


async def _lines(session: AsyncSession, policy_ids: list[int]) -> list[FoundPolicy]:
    if not policy_ids:
        return []
    wanted = (
        select(Policy, InsuranceKind, Insurer.name, Client.name)
        .join(InsuranceKind, InsuranceKind.id == Policy.kind_id)
        .join(Insurer, Insurer.id == Policy.insurer_id)
        .join(Client, Client.id == Policy.client_id)
        .where(Policy.id.in_(policy_ids))
        .order_by(Policy.id.desc())
    )
    return [_line(row) for row in await session.execute(wanted)]


def _line(row: Row[*tuple[Any, ...]]) -> FoundPolicy:
    policy, kind, insurer, client = row
    return FoundPolicy(
        id=policy.id,
        number=policy.number,
        icon=kind.icon,
        kind_names=kind.names,
        insurer=insurer,
        client_name=client,
        ends_on=policy.ends_on,
        ended_on=policy.ended_on,
    )
