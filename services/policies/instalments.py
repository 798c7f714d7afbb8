"""Writes and reads the instalments of a policy; parts of use cases that hold the policy."""

from collections.abc import Sequence

from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.policy import Instalment, Policy
from services.policies.terms import Part


async def add_instalments(
    session: AsyncSession, policy_id: int, parts: Sequence[Part], *, endorsement_id: int | None = None
) -> None:
    last = select(func.coalesce(func.max(Instalment.position), 0)).where(Instalment.policy_id == policy_id)
    first = (await session.execute(last)).scalar_one() + 1
    rows = [
        {
            "policy_id": policy_id,
            "endorsement_id": endorsement_id,
            "position": position,
            "due_on": part.due_on,
            "amount": part.amount,
            "paid": 0,
            "cancelled": False,
            "version": 1,
        }
        for position, part in enumerate(parts, start=first)
    ]
    await session.execute(insert(Instalment), rows)


async def hold_instalments(session: AsyncSession, policy: Policy) -> Sequence[Instalment]:
    """All of them, the first due first."""
    held = (
        select(Instalment)
        .where(Instalment.policy_id == policy.id)
        .order_by(Instalment.due_on, Instalment.position)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return (await session.execute(held)).scalars().all()
