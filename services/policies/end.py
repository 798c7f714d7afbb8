"""Ends a policy before its last day.

- Cancelled: it holds until a day; of what was paid the client gets an agreed part back.
- Annulled: it never was; everything that was paid goes back.
- What is not paid is no longer owed. Commission and expenses are expected of what stays paid. What it renewed waits
  for its renewal again; a deal in which it was to be renewed waits for that no more.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from models.policy import Policy, PolicyState
from services.access import Actor, Right
from services.change import change
from services.ledger.expect import take_back_expectations
from services.policies.access import access_running_policy
from services.policies.errors import PolicyNotRunning
from services.policies.follow import follow_policies, follow_predecessor, follow_renewals
from services.policies.give_back import refund
from services.policies.instalments import hold_instalments
from services.policies.put_state import put_policy_state
from services.policies.rules import check_reason, check_within_term


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelPolicy:
    """It does not hold from `ended_on` on; `refund` in minor units."""

    policy_id: int
    ended_on: date
    refund: int
    reason: str


async def cancel_policy(
    session: AsyncSession, actor: Actor, command: CancelPolicy, *, now: datetime, today: date
) -> Policy:
    """Raises MoreThanPaid, EndOutsideTerm, PolicyNotRunning for one that has expired."""
    policy, deal = await access_running_policy(session, actor, command.policy_id, right=Right.FILE_POLICIES)
    if policy.state_on(today) is PolicyState.EXPIRED:
        raise PolicyNotRunning(state=PolicyState.EXPIRED.value)
    check_within_term(command.ended_on, policy.starts_on, policy.ends_on)
    why = check_reason(command.reason)
    await _end(session, actor, policy, deal, PolicyState.CANCELLED, command.ended_on, command.refund, why, now, today)
    return policy


async def annul_policy(
    session: AsyncSession, actor: Actor, policy_id: int, *, reason: str, now: datetime, today: date
) -> Policy:
    policy, deal = await access_running_policy(session, actor, policy_id, right=Right.FILE_POLICIES)
    why = check_reason(reason)
    paid = sum(each.paid for each in await hold_instalments(session, policy))
    await _end(session, actor, policy, deal, PolicyState.ANNULLED, policy.starts_on, paid, why, now, today)
    return policy


async def _end(
    session: AsyncSession,
    actor: Actor,
    policy: Policy,
    deal: Deal,
    to: PolicyState,
    ended_on: date,
    refunded: int,
    reason: str,
    now: datetime,
    today: date,
) -> None:
    instalments = await hold_instalments(session, policy)
    key = f"end-{policy.id}"
    await refund(session, actor, policy, instalments, refunded, reason=reason, intent_key=key, now=now, today=today)
    for each in instalments:
        if each.paid < each.amount and not each.cancelled:
            await change(session, each, cancelled=True)
    ended = {"ended_on": ended_on, "end_reason": reason}
    await put_policy_state(session, actor, policy, to, reason=reason, now=now, refunded=refunded, **ended)
    await take_back_expectations(session, actor, deal, policy, reason=reason, now=now)
    await follow_policies(session, actor, deal, now=now, today=today)
    await follow_predecessor(session, policy, deal, now=now, today=today)
    await follow_renewals(session, deal, now=now, today=today)
    if policy.predecessor_id is not None:
        await change(session, policy, predecessor_id=None)
