"""Closes what a client was to get back and will not get: the insurer returned less, and that is all.

- All that is still owed, for a reason. Recorded by mistake it is taken back as a refund is.
- What stays paid of the policy is as it was agreed on. What the insurer lets the brokerage keep of its commission is
  explained where it is settled.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.money import Money
from services.access import Actor, Right
from services.events.publish import publish
from services.policies.access import access_policy
from services.policies.events import RefundDropped
from services.policies.refund_rows import add_refund_row, follow_refund, refund_facts, refuse_as_refunded
from services.policies.rules import check_reason
from services.policies.words import reason_words


@dataclass(frozen=True, slots=True, kw_only=True)
class DropRefund:
    """`seen_rest`, in minor units, is what the person was shown as owed."""

    policy_id: int
    seen_rest: int
    reason: str
    intent_key: str


async def drop_refund(session: AsyncSession, actor: Actor, command: DropRefund, *, now: datetime, today: date) -> Money:
    """What the client will not get."""
    policy, deal = await access_policy(session, actor, command.policy_id, right=Right.RECORD_PAYMENTS, lock=True)
    why = check_reason(command.reason)
    amount = Money(command.seen_rest, policy.currency)
    if policy.to_refund != command.seen_rest or not policy.to_refund:
        await refuse_as_refunded(session, policy)
    row = {"amount": amount.amount, "paid_on": today, "intent_key": command.intent_key}
    refund_id = await add_refund_row(session, actor, policy, now, **row, dropped=True, reason=why)
    if refund_id is not None:
        event = RefundDropped(refund_id=refund_id, reason=why, **refund_facts(policy, amount))
        await publish(session, actor, event, now=now)
        said = {"reason": reason_words(why)}
        await follow_refund(session, actor, policy, deal, "jrn-refund-dropped", amount, now, today, **said)
    return amount
