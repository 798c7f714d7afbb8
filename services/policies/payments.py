"""Reads of what clients have paid, and of what went back to them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from models.money import Money
from models.policy import Payment, Policy, Refund
from models.user import User
from services.access import Actor
from services.policies.access import access_policy
from services.policies.errors import PaymentNotFound, RefundNotFound

MOST_SHOWN = 12


@dataclass(frozen=True, slots=True)
class PaymentLine:
    """`reversible`: it has neither been taken back nor takes anything back; `reverses`: it takes another one back;
    `dropped`: nothing went, the client will not get it back.
    """

    id: int
    policy_id: int
    amount: Money
    paid_on: date
    by: str
    at: datetime
    reason: str | None
    reversible: bool
    reverses: bool
    dropped: bool


def _lines(table: type[Payment | Refund]) -> Select[*tuple[Any, ...]]:
    reversal = aliased(table)
    return (
        select(table, Policy.currency, User.name, reversal.id)
        .join(Policy, Policy.id == table.policy_id)
        .join(User, User.id == table.created_by)
        .outerjoin(reversal, reversal.reverses_id == table.id)
    )


_PAYMENTS, _REFUNDS = _lines(Payment), _lines(Refund)


async def find_last_recorded(
    session: AsyncSession, table: type[Payment | Refund], policy_id: int
) -> Row[str, datetime] | None:
    """By whom and when; for a use case that refuses what another has recorded by now."""
    last = (
        select(User.name, table.created_at)
        .join(User, User.id == table.created_by)
        .where(table.policy_id == policy_id)
        .order_by(table.id.desc())
        .limit(1)
    )
    return (await session.execute(last)).one_or_none()


async def list_payments(session: AsyncSession, actor: Actor, policy_id: int) -> list[PaymentLine]:
    """The newest dozen."""
    await access_policy(session, actor, policy_id)
    wanted = _PAYMENTS.where(Payment.policy_id == policy_id).order_by(Payment.id.desc()).limit(MOST_SHOWN)
    return [_payment(row) for row in (await session.execute(wanted)).all()]


async def list_refunds(session: AsyncSession, actor: Actor, policy_id: int) -> list[PaymentLine]:
    """The newest dozen; what is taken back is below zero."""
    await access_policy(session, actor, policy_id)
    wanted = _REFUNDS.where(Refund.policy_id == policy_id).order_by(Refund.id.desc()).limit(MOST_SHOWN)
    return [_payment(row) for row in (await session.execute(wanted)).all()]


async def find_payment(session: AsyncSession, actor: Actor, payment_id: int) -> PaymentLine:
    row = (await session.execute(_PAYMENTS.where(Payment.id == payment_id))).one_or_none()
    if row is None:
        raise PaymentNotFound
    line = _payment(row)
    await access_policy(session, actor, line.policy_id)
    return line


async def find_refund(session: AsyncSession, actor: Actor, refund_id: int) -> PaymentLine:
    row = (await session.execute(_REFUNDS.where(Refund.id == refund_id))).one_or_none()
    if row is None:
        raise RefundNotFound
    line = _payment(row)
    await access_policy(session, actor, line.policy_id)
    return line


def _payment(row: Row[*tuple[Any, ...]]) -> PaymentLine:
    payment, currency, name, reversal = row
    return PaymentLine(
        id=payment.id,
        policy_id=payment.policy_id,
        amount=Money(payment.amount, currency),
        paid_on=payment.paid_on,
        by=name,
        at=payment.created_at,
        reason=payment.reason,
        reversible=payment.amount > 0 and reversal is None,
        reverses=payment.reverses_id is not None,
        dropped=isinstance(payment, Refund) and payment.dropped,
    )
