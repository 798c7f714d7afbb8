"""Loads a policy with its deal and authorises in one go."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from models.policy import ENDED, Policy
from services.access import Actor, Right
from services.deals.access import access_deal
from services.policies.errors import PolicyEnded, PolicyNotFound


async def access_policy(
    session: AsyncSession, actor: Actor, policy_id: int, *, right: Right = Right.SEE_DEALS, lock: bool = False
) -> tuple[Policy, Deal]:
    """Whoever reaches the deal reaches its policies. With `lock` the deal is held first, then the policy."""
    found = (await session.execute(select(Policy.deal_id).where(Policy.id == policy_id))).scalar_one_or_none()
    if found is None:
        raise PolicyNotFound
    deal = await access_deal(session, actor, found, right=right, lock=lock)
    policy = select(Policy).where(Policy.id == policy_id)
    if lock:
        policy = policy.with_for_update().execution_options(populate_existing=True)
    return (await session.execute(policy)).scalar_one(), deal


async def access_running_policy(
    session: AsyncSession, actor: Actor, policy_id: int, *, right: Right
) -> tuple[Policy, Deal]:
    """For changes: both held, and refused when it was cancelled or annulled."""
    policy, deal = await access_policy(session, actor, policy_id, right=right, lock=True)
    if policy.state in ENDED:
        raise PolicyEnded(state=policy.state.value)
    return policy, deal
