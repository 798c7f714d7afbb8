"""Suspends a running policy, and lets it run again; what is owed of it stays owed."""

from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.policy import Policy, PolicyState
from services.access import Actor, Right
from services.policies.access import access_running_policy
from services.policies.errors import PolicyNotRunning
from services.policies.put_state import put_policy_state
from services.policies.rules import check_reason


async def suspend_policy(
    session: AsyncSession, actor: Actor, policy_id: int, *, reason: str, now: datetime, today: date
) -> Policy:
    """Raises PolicyNotRunning for one that has expired or is suspended."""
    policy, _ = await access_running_policy(session, actor, policy_id, right=Right.FILE_POLICIES)
    if policy.state_on(today) not in (PolicyState.ISSUED, PolicyState.IN_FORCE):
        raise PolicyNotRunning(state=policy.state_on(today).value)
    why = check_reason(reason)
    await put_policy_state(session, actor, policy, PolicyState.SUSPENDED, reason=why, now=now)
    return policy


async def resume_policy(session: AsyncSession, actor: Actor, policy_id: int, *, reason: str, now: datetime) -> Policy:
    policy, _ = await access_running_policy(session, actor, policy_id, right=Right.FILE_POLICIES)
    if policy.state is not PolicyState.SUSPENDED:
        raise PolicyNotRunning(state=policy.state.value)
    await put_policy_state(session, actor, policy, PolicyState.ISSUED, reason=check_reason(reason), now=now)
    return policy
