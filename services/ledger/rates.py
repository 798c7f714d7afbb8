"""The rate that a policy's commission is counted with, in hundredths of a per cent."""

from datetime import date
from typing import Any

from sqlalchemy import Select, SQLColumnExpression, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from models.calculation import Choice
from models.ledger import Category, CommissionRate, LedgerEntry
from models.policy import Policy
from services.ledger.errors import WrongRate
from services.money.rates import WHOLE

_Reversal = aliased(LedgerEntry)


def check_rate(rate: int) -> None:
    if not 0 <= rate <= WHOLE:
        raise WrongRate


async def find_policy_rate(session: AsyncSession, policy: Policy) -> int | None:
    """What it was counted with last, unless that was reversed; before that what was agreed with the client's choice,
    else the table's.
    """
    reversal = select(_Reversal.id).where(_Reversal.reverses_id == LedgerEntry.id)
    counted = (
        select(LedgerEntry.rate)
        .where(
            LedgerEntry.policy_id == policy.id,
            LedgerEntry.category == Category.COMMISSION,
            LedgerEntry.rate.is_not(None),
            LedgerEntry.reverses_id.is_(None),
            ~reversal.correlate(LedgerEntry).exists(),
        )
        .order_by(LedgerEntry.id.desc())
        .limit(1)
    )
    known = (await session.execute(counted)).scalar_one_or_none()
    if known is None and policy.choice_id is not None:
        known = (await session.get_one(Choice, policy.choice_id)).commission_rate
    if known is not None:
        return known
    return await find_table_rate(session, policy.insurer_id, policy.kind_id, policy.starts_on)


async def find_table_rate(session: AsyncSession, insurer_id: int, kind_id: int, on: date) -> int | None:
    return (await session.execute(table_rate(insurer_id, kind_id, on))).scalar_one_or_none()


def table_rate(
    insurer_id: SQLColumnExpression[int] | int, kind_id: SQLColumnExpression[int] | int, on: Any
) -> Select[int]:
    """Of these, a column of the query around it or a value each; `on` is a day or its bind parameter."""
    return (
        select(CommissionRate.rate)
        .where(
            CommissionRate.insurer_id == insurer_id,
            CommissionRate.kind_id == kind_id,
            CommissionRate.from_on <= on,
            or_(CommissionRate.until_on.is_(None), CommissionRate.until_on >= on),
        )
        .order_by(CommissionRate.from_on.desc())
        .limit(1)
    )
