"""Policies by any part of their number, of what is insured, or of their client's name, phone or number."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import Row, Select, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.client import Client
from models.deal import Deal
from models.insurance_kind import InsuranceKind
from models.insurer import Insurer
from models.policy import Policy, PolicyState
from services.access import Actor, Right, check_right
from services.conversation.paging import Page
from services.deals.access import visible_deals
from services.search.match import MOST_STATEMENTS, newest_matches, seen_by, unindexed

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
    state: PolicyState


async def search_policies(
    session: AsyncSession, actor: Actor, query: str, *, before: int | None = None
) -> Page[FoundPolicy]:
    """Newest first, only those of deals the actor may see; `before` is the id of the last one on the page before."""
    check_right(actor, Right.SEE_DEALS)
    found = await newest_matches(session, actor, seen_policies, query, before=before, limit=PAGE_SIZE + 1)
    return Page.of(await found_policies(session, found), PAGE_SIZE)


async def find_ids_by_number(session: AsyncSession, actor: Actor, number_key: str) -> list[int]:
    """Each insurer may have a policy with this very number; the newest first."""
    check_right(actor, Right.SEE_DEALS)
    _, among = seen_by(actor, seen_policies)
    return list((await session.execute(_with_number(among), {"number_key": number_key})).scalars())


@lru_cache(maxsize=MOST_STATEMENTS)
def _with_number(among: Select[int]) -> Select[int]:
    """By way of the insurers, because the index on numbers begins with them."""
    of_insurers = Policy.insurer_id.in_(select(Insurer.id))
    same = among.where(of_insurers, Policy.number_key == bindparam("number_key"))
    return same.order_by(Policy.id.desc()).limit(PAGE_SIZE)


def seen_policies(actor: Actor) -> tuple[type[Policy], Select[int]]:
    """A policy is its deal's: who may not see the deal does not see it, nor anybody that of a deleted client."""
    of_clients = select(Policy.id).join(Client, Client.id == Policy.client_id).where(Client.deleted_at.is_(None))
    seen = of_clients.join(Deal, Deal.id == Policy.deal_id).where(
        Deal.deleted_at.is_(None), unindexed(visible_deals(actor))
    )
    return Policy, seen


_FOUND = (
    select(
        *(Policy.id, Policy.number, Policy.ends_on, Policy.state),
        *(InsuranceKind.icon, InsuranceKind.name_ru, InsuranceKind.name_uk, InsuranceKind.name_en),
        *(Insurer.name.label("insurer"), Client.name.label("client_name")),
    )
    .join(InsuranceKind, InsuranceKind.id == Policy.kind_id)
    .join(Insurer, Insurer.id == Policy.insurer_id)
    .join(Client, Client.id == Policy.client_id)
    .where(Policy.id.in_(bindparam("ids", expanding=True)))
    .order_by(Policy.id.desc())
)


async def found_policies(session: AsyncSession, policy_ids: list[int]) -> list[FoundPolicy]:
    """Of those that a search found, the newest first. Part of it."""
    rows = await session.execute(_FOUND, {"ids": policy_ids}) if policy_ids else ()
    return [_line(row) for row in rows]


def _line(policy: Row[*tuple[Any, ...]]) -> FoundPolicy:
    return FoundPolicy(
        id=policy.id,
        number=policy.number,
        icon=policy.icon,
        kind_names={"ru": policy.name_ru, "uk": policy.name_uk, "en": policy.name_en},
        insurer=policy.insurer,
        client_name=policy.client_name,
        ends_on=policy.ends_on,
        state=policy.state,
    )
