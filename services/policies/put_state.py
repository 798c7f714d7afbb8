"""A policy's state with its event and its line in the journal."""

from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from models.policy import Policy, PolicyState
from services.access import Actor
from services.change import change
from services.conversation.values import text
from services.events.publish import publish
from services.journal.note import note_system
from services.policies.events import PolicyStateChanged
from services.policies.words import reason_words


async def put_policy_state(
    session: AsyncSession,
    actor: Actor,
    policy: Policy,
    to: PolicyState,
    *,
    reason: str,
    now: datetime,
    refunded: int = 0,
    **changed: Any,
) -> None:
    """Part of the use case that calls it, which has authorised and holds the policy."""
    before = policy.state
    await change(session, policy, state=to, **changed)
    event = PolicyStateChanged(
        policy_id=policy.id,
        deal_id=policy.deal_id,
        from_state=before,
        to_state=to,
        reason=reason,
        refunded=refunded,
    )
    await publish(session, actor, event, now=now)
    state, why = text(f"policy-state-{to}"), reason_words(reason)
    await note_system(
        session, actor, policy.deal_id, "jrn-policy-state", now=now, number=policy.number, state=state, reason=why
    )
