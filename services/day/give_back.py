"""What of a person's day is to be given back: money to clients, commission to insurers; columns as of a line of it."""

from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Date, Select, String, case, cast, func, literal, null, select, text
from sqlalchemy import type_coerce as as_type
from sqlalchemy.orm import aliased

from models.deal import Deal
from models.ledger import Act, LedgerEntry, Side
from models.policy import Payment, Policy
from services.live import live

TO_REFUND = text("policies.to_refund > 0")
LOWERED = text("ledger_entries.act = 'planned' AND ledger_entries.amount < 0 AND ledger_entries.planned_id IS NOT NULL")
"""Word for word the conditions of the indexes on what goes back to clients, and on what less is expected of."""
_Line = aliased(LedgerEntry)


class Source(StrEnum):
    """What a line opens."""

    TASK = "task"
    DEAL = "deal"
    POLICY = "policy"
    ENTRY = "entry"


class ToGiveBack(StrEnum):
    """REFUND to the client, COMMISSION to the insurer."""

    REFUND = "refund"
    COMMISSION = "commission-back"


def refunds_owed(whose: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    """In these deals, also in those that are lost; since the day on which the last was agreed."""
    agreed = (
        select(func.max(Payment.paid_on))
        .where(Payment.policy_id == Policy.id, Payment.amount < 0, Payment.reverses_id.is_(None))
        .correlate(Policy)
        .scalar_subquery()
    )
    return (
        live(Deal)
        .with_only_columns(
            *(literal(Source.POLICY.value), Policy.id, Policy.deal_id, literal(ToGiveBack.REFUND.value)),
            *(agreed, null(), Policy.to_refund, as_type(Policy.currency, String)),
        )
        .select_from(Deal)
        .join(Policy, Policy.deal_id == Deal.id)
        .where(whose, TO_REFUND)
    )


def commission_back_of(user_id: int) -> Select[*tuple[Any, ...]]:
    """Expectations that were lowered below what had come in, since the day of the last line."""
    lowered = (
        live(Deal)
        .with_only_columns(LedgerEntry.planned_id)
        .select_from(Deal)
        .join(LedgerEntry, LedgerEntry.deal_id == Deal.id)
        .where(Deal.seller_id == user_id, LOWERED, LedgerEntry.side == Side.INCOME)
    )
    signed = case((_Line.act == Act.SETTLED, _Line.amount), else_=-_Line.amount)
    surplus = func.sum(signed) - LedgerEntry.amount
    return (
        select(
            *(literal(Source.ENTRY.value), LedgerEntry.id, LedgerEntry.deal_id, literal(ToGiveBack.COMMISSION.value)),
            *(as_type(func.date(func.max(_Line.created_at)), Date), null(), cast(surplus, BigInteger)),
            as_type(LedgerEntry.currency, String),
        )
        .join(_Line, _Line.planned_id == LedgerEntry.id)
        .where(LedgerEntry.id.in_(lowered))
        .group_by(LedgerEntry.id)
        .having(surplus > 0)
    )
