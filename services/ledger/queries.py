"""Reads of the ledger: a deal's margin and what is open in it, a policy's commission."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import BigInteger, ColumnElement, and_, cast, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from models.ledger import Act, Category, ExpenseBasis, ExpenseRule, LedgerEntry, Side
from models.money import Currency, Money
from models.policy import ENDED, Policy
from services.access import Actor, Right
from services.deals.access import access_deal
from services.ledger.balance import IS_OPEN, Balance, balances

MOST_OPEN = 10
MOST_RULES = 10
MOST_UNRATED = 3


@dataclass(frozen=True, slots=True)
class Margin:
    """Commission less expenses in one currency, as planned and as settled."""

    commission_expected: Money
    commission_received: Money
    expenses_planned: Money
    expenses_paid: Money

    @property
    def currency(self) -> Currency:
        return self.commission_expected.currency

    @property
    def planned(self) -> Money:
        return self.commission_expected - self.expenses_planned

    @property
    def settled(self) -> Money:
        return self.commission_received - self.expenses_paid


@dataclass(frozen=True, slots=True)
class PolicyMoney:
    """Commission: all that is expected by now, and what of it was received, less what was `returned` to the insurer.

    `rated`: some was expected once.
    """

    expected: Money
    received: Money
    returned: Money
    rated: bool

    @property
    def left(self) -> Money:
        """Below zero where the insurer is owed."""
        return self.expected - self.received


def _sum_where(*conditions: ColumnElement[bool]) -> ColumnElement[int]:
    return cast(func.coalesce(func.sum(LedgerEntry.amount).filter(and_(*conditions)), 0), BigInteger)


_SETTLED_INCOME = (LedgerEntry.side == Side.INCOME, LedgerEntry.act == Act.SETTLED)
_SUMS = (
    _sum_where(LedgerEntry.side == Side.INCOME, LedgerEntry.act == Act.PLANNED),
    _sum_where(*_SETTLED_INCOME),
    _sum_where(LedgerEntry.side == Side.EXPENSE, LedgerEntry.act == Act.PLANNED),
    _sum_where(LedgerEntry.side == Side.EXPENSE, LedgerEntry.act == Act.SETTLED),
)


async def list_margins(session: AsyncSession, deal_id: int) -> list[Margin]:
    """One for each currency, the deal's own first and always there.

    The caller has checked Right.SEE_MARGIN and that the actor takes part.
    """
    found = select(LedgerEntry.currency, *_SUMS).where(LedgerEntry.deal_id == deal_id).group_by(LedgerEntry.currency)
    sums = {currency: amounts for currency, *amounts in (await session.execute(found)).all()}
    own = (await session.execute(select(Deal.currency).where(Deal.id == deal_id))).scalar_one()
    return [_margin(each, sums.get(each, (0, 0, 0, 0))) for each in (own, *sorted(sums.keys() - {own}))]


def _margin(currency: Currency, amounts: Sequence[int]) -> Margin:
    return Margin(*(Money(amount, currency) for amount in amounts))


async def find_policy_money(session: AsyncSession, policy_id: int) -> PolicyMoney:
    """As for `list_margins`, the caller has checked."""
    returned = _sum_where(*_SETTLED_INCOME, LedgerEntry.amount < 0, LedgerEntry.reverses_id.is_(None))
    found = (
        select(
            Policy.currency, *_SUMS[:2], returned, func.count(LedgerEntry.id).filter(LedgerEntry.side == Side.INCOME)
        )
        .select_from(Policy)
        .outerjoin(LedgerEntry, LedgerEntry.policy_id == Policy.id)
        .where(Policy.id == policy_id)
        .group_by(Policy.currency)
    )
    currency, *amounts, lines = (await session.execute(found)).one()
    expected, received, given_back = (Money(amount, currency) for amount in amounts)
    return PolicyMoney(expected, received, -given_back, bool(lines))


async def find_commission_left(session: AsyncSession, instalment_id: int, currency: Currency) -> Money:
    """What an instalment's payment still brings; the caller has checked."""
    of_instalment = balances().where(LedgerEntry.instalment_id == instalment_id, LedgerEntry.side == Side.INCOME)
    found = [Balance(*row) for row in (await session.execute(of_instalment)).all()]
    return Money(sum(balance.outstanding for balance in found), currency)


@dataclass(frozen=True, slots=True)
class Open:
    """An expectation with what is left of it; `number` is the policy's."""

    id: int
    side: Side
    category: Category
    payee: str | None
    number: str | None
    on: date
    outstanding: Money


@dataclass(frozen=True, slots=True)
class RuleLine:
    id: int
    category: Category
    basis: ExpenseBasis
    rate: int
    payee: str | None


@dataclass(frozen=True, slots=True)
class DealMoney:
    """`open_` are the nearest; `more` says that there are others. `unrated` are policies by id and number of which no
    commission is expected.
    """

    deal_id: int
    margins: Sequence[Margin]
    open_: Sequence[Open]
    more: bool
    rules: Sequence[RuleLine]
    unrated: Sequence[tuple[int, str]]


async def find_deal_money(session: AsyncSession, actor: Actor, deal_id: int) -> DealMoney:
    deal = await access_deal(session, actor, deal_id, right=Right.SEE_MARGIN)
    open_ = await _list_open(session, deal.id)
    return DealMoney(
        deal_id=deal.id,
        margins=await list_margins(session, deal.id),
        open_=open_[:MOST_OPEN],
        more=len(open_) > MOST_OPEN,
        rules=await rules_of(session, deal.id),
        unrated=await _list_unrated(session, deal.id),
    )


async def list_rules(session: AsyncSession, actor: Actor, deal_id: int) -> list[RuleLine]:
    deal = await access_deal(session, actor, deal_id, right=Right.SEE_MARGIN)
    return await rules_of(session, deal.id)


async def rules_of(session: AsyncSession, deal_id: int) -> list[RuleLine]:
    """Those that hold, oldest first. As for `list_margins`, the caller has checked."""
    found = select(ExpenseRule).where(ExpenseRule.deal_id == deal_id, ExpenseRule.ended_at.is_(None))
    rules = (await session.execute(found.order_by(ExpenseRule.id).limit(MOST_RULES))).scalars()
    return [RuleLine(rule.id, rule.category, rule.basis, rule.rate, rule.payee) for rule in rules]


async def _list_open(session: AsyncSession, deal_id: int) -> list[Open]:
    found = (
        balances()
        .add_columns(func.max(Policy.number))
        .outerjoin(Policy, Policy.id == LedgerEntry.policy_id)
        .where(LedgerEntry.deal_id == deal_id)
        .having(IS_OPEN)
        .order_by(LedgerEntry.on, LedgerEntry.id)
        .limit(MOST_OPEN + 1)
    )
    return [
        Open(
            entry.id,
            entry.side,
            entry.category,
            entry.payee,
            number,
            entry.on,
            Money(expected - settled, entry.currency),
        )
        for entry, expected, settled, *_, number in (await session.execute(found)).all()
    ]


async def _list_unrated(session: AsyncSession, deal_id: int) -> list[tuple[int, str]]:
    rated = select(LedgerEntry.id).where(LedgerEntry.policy_id == Policy.id, LedgerEntry.side == Side.INCOME)
    found = (
        select(Policy.id, Policy.number)
        .where(Policy.deal_id == deal_id, Policy.state.not_in(ENDED), ~rated.correlate(Policy).exists())
        .order_by(Policy.id)
        .limit(MOST_UNRATED)
    )
    return [(policy_id, number) for policy_id, number in (await session.execute(found)).all()]
