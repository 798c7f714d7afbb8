"""Writes anew what deals and policies are found by; parts of use cases that changed a name, and have authorised."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.client import Client
from models.deal import Deal
from models.insurance_kind import InsuranceKind
from models.insurer import Insurer
from models.policy import Policy
from services.deals.open import deal_search_text
from services.policies.keys import policy_search_text


async def reword_deals(session: AsyncSession, *which: ColumnElement[bool], limit: int | None = None) -> Sequence[int]:
    """The ids of those looked at, held with their clients until the transaction ends, in their order."""
    deals = (
        select(Deal.id, Deal.object, Client, InsuranceKind)
        .join(Client, Client.id == Deal.client_id)
        .join(InsuranceKind, InsuranceKind.id == Deal.kind_id)
        .where(*which)
        .order_by(Deal.id)
        .limit(limit)
        .with_for_update(of=(Deal, Client))
    )
    rows = (await session.execute(deals)).all()
    for deal_id, insured, client, kind in rows:
        words = deal_search_text(client, kind, insured)
        await session.execute(
            update(Deal)
            .where(Deal.id == deal_id, Deal.search_text != words)
            .values(search_text=words)
            .execution_options(synchronize_session=False)
        )
    return [row.id for row in rows]


async def reword_policies(
    session: AsyncSession, *which: ColumnElement[bool], limit: int | None = None
) -> Sequence[int]:
    """As of deals."""
    policies = (
        select(Policy.id, Policy.number, Policy.object, Insurer.name, Client, InsuranceKind)
        .join(Client, Client.id == Policy.client_id)
        .join(Insurer, Insurer.id == Policy.insurer_id)
        .join(InsuranceKind, InsuranceKind.id == Policy.kind_id)
        .where(*which)
        .order_by(Policy.id)
        .limit(limit)
        .with_for_update(of=(Policy, Client))
    )
    rows = (await session.execute(policies)).all()
    for policy_id, number, insured, insurer, client, kind in rows:
        words = policy_search_text(client, kind, insurer, number, insured)
        await session.execute(
            update(Policy)
            .where(Policy.id == policy_id, Policy.search_text != words)
            .values(search_text=words)
            .execution_options(synchronize_session=False)
        )
    return [row.id for row in rows]
