"""What has become of expectations: what is expected by now, what was settled, what is left."""

from dataclasses import dataclass

from sqlalchemy import BigInteger, ColumnElement, Select, cast, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from models.ledger import Act, LedgerEntry
from models.money import Money
from services.ledger.plan import rule_source

_Line = aliased(LedgerEntry)


@dataclass(frozen=True, slots=True)
class Balance:
    """An expectation with minor units of its currency.

    `expected` is its amount with all corrections; `counted` only with those that came of a rate, without differences
    that people explained; `lines` is how many stand against it.
    """

    entry: LedgerEntry
    expected: int
    settled: int
    counted: int
    lines: int

    @property
    def outstanding(self) -> int:
        """Below zero where money has to be given back."""
        return self.expected - self.settled

    def money(self, amount: int) -> Money:
        return Money(amount, self.entry.currency)


def _sum_where(*conditions: ColumnElement[bool]) -> ColumnElement[int]:
    total = func.sum(_Line.amount).filter(*conditions)
    return cast(func.coalesce(total, 0), BigInteger)


_EXPECTED = LedgerEntry.amount + _sum_where(_Line.act == Act.PLANNED)
_SETTLED = _sum_where(_Line.act == Act.SETTLED)
_COUNTED = LedgerEntry.amount + _sum_where(_Line.act == Act.PLANNED, _Line.rate.is_not(None))


def balances() -> Select[LedgerEntry, int, int, int, int]:
    """The columns of a Balance for each expectation."""
    return (
        select(LedgerEntry, _EXPECTED, _SETTLED, _COUNTED, func.count(_Line.id))
        .outerjoin(_Line, _Line.planned_id == LedgerEntry.id)
        .where(LedgerEntry.planned_id.is_(None))
        .group_by(LedgerEntry.id)
    )


IS_OPEN = _EXPECTED != _SETTLED
"""For HAVING."""


async def find_balance(session: AsyncSession, expectation_id: int) -> Balance:
    found = balances().where(LedgerEntry.id == expectation_id)
    return Balance(*(await session.execute(found)).one())


async def list_balances_of_policy(session: AsyncSession, policy_id: int) -> dict[str, Balance]:
    """By intent key: as many as the policy has instalments and its deal rules."""
    found = balances().where(LedgerEntry.policy_id == policy_id).order_by(LedgerEntry.id)
    listed = [Balance(*row) for row in (await session.execute(found)).all()]
    return {balance.entry.intent_key: balance for balance in listed}


async def list_open_of_rule(session: AsyncSession, deal_id: int, rule_id: int) -> list[Balance]:
    """As many as the deal's policies have instalments."""
    of_rule = LedgerEntry.intent_key.endswith(f"-{rule_source(rule_id)}", autoescape=True)
    found = balances().where(LedgerEntry.deal_id == deal_id, of_rule).having(IS_OPEN)
    return [Balance(*row) for row in (await session.execute(found)).all()]
