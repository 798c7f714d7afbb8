"""Records that a client got money back which a cancellation or a returned premium owes him.

- In whole or in parts; never more than he is to get.
- Of two people who record the same money the second is told of the first: he says what he saw as owed.
- One that was recorded by mistake is taken back by another row: the client is to get it again.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.money import Money
from models.policy import Policy, Refund
from services.access import Actor, Right
from services.events.publish import publish
from services.policies.access import access_policy
from services.policies.errors import RefundNotFound, RefundTakenBack
from services.policies.events import RefundPaid, RefundReversed
from services.policies.refund_rows import add_refund_row, follow_refund, refund_facts, refuse_as_refunded
from services.policies.rules import check_reason, check_refunded_on, check_within_refund
from services.policies.words import reason_words


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordRefund:
    """`amount` in minor units, None for all that is owed; `seen_rest` is what the person was shown as owed."""

    policy_id: int
    amount: int | None = None
    paid_on: date
    seen_rest: int | None = None
    intent_key: str


async def record_refund(
    session: AsyncSession, actor: Actor, command: RecordRefund, *, now: datetime, today: date
) -> Money:
    """What was recorded, now or under the same intent before."""
    check_refunded_on(command.paid_on, today=today)
    policy, deal = await access_policy(session, actor, command.policy_id, right=Right.RECORD_PAYMENTS, lock=True)
    known = select(Refund.amount).where(Refund.intent_key == command.intent_key)
    if recorded := (await session.execute(known)).scalar_one_or_none():
        return Money(recorded, policy.currency)
    if command.seen_rest not in (None, policy.to_refund) or not policy.to_refund:
        await refuse_as_refunded(session, policy)
    amount = Money(policy.to_refund if command.amount is None else command.amount, policy.currency)
    check_within_refund(amount, Money(policy.to_refund, policy.currency))
    row = {"amount": amount.amount, "paid_on": command.paid_on, "intent_key": command.intent_key}
    refund_id = await add_refund_row(session, actor, policy, now, **row)
    if refund_id is None:
        return amount
    paid = {"refund_id": refund_id, "paid_on": command.paid_on.isoformat(), **refund_facts(policy, amount)}
    await publish(session, actor, RefundPaid(**paid), now=now)
    await follow_refund(session, actor, policy, deal, "jrn-refund-paid", amount, now, today, day=command.paid_on)
    return amount


async def reverse_refund(
    session: AsyncSession, actor: Actor, refund_id: int, *, reason: str, now: datetime, today: date
) -> Policy:
    found = await session.get(Refund, refund_id)
    if found is None:
        raise RefundNotFound
    policy, deal = await access_policy(session, actor, found.policy_id, right=Right.RECORD_PAYMENTS, lock=True)
    why = check_reason(reason)
    if found.amount < 0:
        raise RefundTakenBack
    row = {"amount": -found.amount, "paid_on": today, "intent_key": f"reverse-{found.id}", "dropped": found.dropped}
    reversal = await add_refund_row(session, actor, policy, now, **row, reverses_id=found.id, reason=why)
    if reversal is None:
        raise RefundTakenBack
    amount = Money(found.amount, policy.currency)
    event = RefundReversed(refund_id=reversal, reason=why, **refund_facts(policy, amount))
    await publish(session, actor, event, now=now)
    key = "jrn-refund-drop-reversed" if found.dropped else "jrn-refund-reversed"
    await follow_refund(session, actor, policy, deal, key, amount, now, today, reason=reason_words(why))
    return policy
