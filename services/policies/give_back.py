"""Takes money of the client back out of a policy: by another row, never by changing one.

- `reverse_payment` says that a payment was recorded by mistake; the instalment is owed again.
- `refund` is money that the client is to get back; part of the use cases that end or change a policy. That he got it
  is recorded by `services/policies/refund.py`.
"""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.money import Money
from models.policy import ENDED, Instalment, Payment, Policy
from services.access import Actor, Right
from services.change import change
from services.ledger.expect import take_back_expectations
from services.policies.access import access_policy
from services.policies.allot import take_from_paid
from services.policies.errors import PaymentNotFound, PaymentTakenBack
from services.policies.follow import follow_policies, is_sold, reopen_sale
from services.policies.pay import tell_payment
from services.policies.rules import check_reason, check_refund
from services.upsert import insert_or_none


async def reverse_payment(
    session: AsyncSession, actor: Actor, payment_id: int, *, reason: str, now: datetime, today: date
) -> Policy:
    """A deal that was PAID by it steps back. Of a policy that ended nothing is owed again."""
    found = await session.get(Payment, payment_id)
    if found is None:
        raise PaymentNotFound
    policy, deal = await access_policy(session, actor, found.policy_id, right=Right.RECORD_PAYMENTS, lock=True)
    why = check_reason(reason)
    instalment = await session.get_one(Instalment, found.instalment_id, with_for_update=True, populate_existing=True)
    if found.amount < 0 or instalment.paid < found.amount:
        raise PaymentTakenBack
    was_sold = await is_sold(session, deal)
    reversal = await _add_row(
        session,
        actor,
        instalment,
        -found.amount,
        reason=why,
        intent_key=f"reverse-{found.id}",
        now=now,
        today=today,
        reverses_id=found.id,
    )
    if reversal is None:
        raise PaymentTakenBack
    if policy.state in ENDED and not instalment.cancelled:
        await change(session, instalment, cancelled=True)
    amount = Money(-found.amount, policy.currency)
    await tell_payment(session, actor, policy, "reversed", amount, today, [reversal], now=now, reason=why)
    if instalment.cancelled:
        await take_back_expectations(session, actor, deal, policy, reason=why, now=now)
    if was_sold:
        await reopen_sale(session, actor, deal, now=now)
    await follow_policies(session, actor, deal, now=now, today=today)
    return policy


async def refund(
    session: AsyncSession,
    actor: Actor,
    policy: Policy,
    instalments: Sequence[Instalment],
    amount: int,
    *,
    reason: str,
    intent_key: str,
    now: datetime,
    today: date,
) -> None:
    """From the last instalments that were paid. Part of the use case that calls it, which has authorised and holds
    them. Raises MoreThanPaid.
    """
    paid = sum(each.paid for each in instalments)
    check_refund(Money(amount, policy.currency), Money(paid, policy.currency))
    ids = []
    for part, (instalment, share) in enumerate(take_from_paid(instalments, amount), start=1):
        added = await _add_row(
            session,
            actor,
            instalment,
            -share,
            reason=reason,
            intent_key=intent_key,
            part=part,
            now=now,
            today=today,
        )
        ids += [added] if added is not None else []
    if ids:
        await change(session, policy, to_refund=policy.to_refund + amount)
        given = Money(-amount, policy.currency)
        await tell_payment(session, actor, policy, "refunded", given, today, ids, now=now, reason=reason)


async def _add_row(
    session: AsyncSession,
    actor: Actor,
    instalment: Instalment,
    amount: int,
    *,
    reason: str,
    intent_key: str,
    now: datetime,
    today: date,
    part: int = 1,
    reverses_id: int | None = None,
) -> int | None:
    """None when the payment has been reversed before."""
    row = {
        "policy_id": instalment.policy_id,
        "instalment_id": instalment.id,
        "amount": amount,
        "paid_on": today,
        "reverses_id": reverses_id,
        "reason": reason,
        "intent_key": intent_key,
        "part": part,
        "created_by": actor.id,
        "created_at": now,
    }
    payment_id = await insert_or_none(session, Payment, row, returning=Payment.id)
    if payment_id is not None:
        await change(session, instalment, paid=instalment.paid + amount)
    return payment_id
