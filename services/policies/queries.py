"""Reads of policies: the card, the deal's list, what was paid."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, ScalarSelect, Select, bindparam, case, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.document import Document, DocumentState
from models.insurance_kind import InsuranceKind
from models.insurer import Insurer
from models.money import Money
from models.policy import ENDED, Instalment, InstalmentState, Payment, Policy, PolicyState, Refund
from services.access import Actor
from services.deals.access import access_deal, sees_margin
from services.deals.next_event import last_safe_day
from services.policies.access import access_policy
from services.policies.rules import instalment_state
from services.policies.successors import has_successor

MOST_SHOWN = 12
NOT_OWED = frozenset({InstalmentState.CANCELLED, InstalmentState.REFUNDED})


@dataclass(frozen=True, slots=True)
class InstalmentLine:
    """`number` counts by due day; `paid_on` is the day of its last payment."""

    id: int
    number: int
    due_on: date
    amount: Money
    paid: Money
    state: InstalmentState
    paid_on: date | None

    @property
    def rest(self) -> Money:
        owed = self.state not in NOT_OWED
        return self.amount - self.paid if owed else Money(0, self.amount.currency)


@dataclass(frozen=True, slots=True)
class PolicyLine:
    """`rest` is what the client still owes, `overdue` the part of it whose day has passed."""

    id: int
    deal_id: int
    insurer: str
    icon: str
    kind_names: dict[str, str]
    number: str
    object: str
    state: PolicyState
    starts_on: date
    ends_on: date
    premium: Money
    rest: Money
    overdue: Money

    @property
    def running(self) -> bool:
        return self.state not in ENDED


@dataclass(frozen=True, slots=True)
class PolicyCard:
    """At most a dozen instalments, the unpaid ones rather than the paid; `count` is how many there are.

    - `to_refund` is what the client is to get back, `refunded` what he got, `dropped` what he will not get after all.
    - `sees_margin`: the reader may know what it earns.
    - `renewed`: another policy follows it. `renew_by` is the last day on which it can be renewed without a gap.
    """

    line: PolicyLine
    instalments: Sequence[InstalmentLine]
    count: int
    paid: Money
    to_refund: Money
    refunded: Money
    dropped: Money
    document_id: int | None
    sees_margin: bool
    renewed: bool
    renew_by: date
    overlap_reason: str | None
    end_reason: str | None
    ended_on: date | None

    @property
    def next_due(self) -> InstalmentLine | None:
        return next((each for each in self.instalments if each.rest.amount), None)


_REST = case((Instalment.cancelled, 0), else_=Instalment.amount - Instalment.paid)
_OWED = (
    select(func.coalesce(func.sum(_REST), 0)).where(Instalment.policy_id == Policy.id).correlate(Policy)
).scalar_subquery()
_OVERDUE = (
    select(func.coalesce(func.sum(_REST), 0))
    .where(Instalment.policy_id == Policy.id, Instalment.due_on < bindparam("today"))
    .correlate(Policy)
).scalar_subquery()
_COUNT = (select(func.count()).where(Instalment.policy_id == Policy.id).correlate(Policy)).scalar_subquery()
_PAID = (
    select(func.coalesce(func.sum(Instalment.paid), 0)).where(Instalment.policy_id == Policy.id).correlate(Policy)
).scalar_subquery()


def _sum_of_refunds(*, dropped: bool) -> ScalarSelect[int]:
    wanted = select(func.coalesce(func.sum(Refund.amount), 0)).where(
        Refund.policy_id == Policy.id, Refund.dropped.is_(dropped)
    )
    return wanted.correlate(Policy).scalar_subquery()


def _lines(*more: Any) -> Select[*tuple[Any, ...]]:
    return (
        select(Policy, Insurer.name, InsuranceKind, _OWED, _OVERDUE, *more)
        .join(Insurer, Insurer.id == Policy.insurer_id)
        .join(InsuranceKind, InsuranceKind.id == Policy.kind_id)
    )


_CARD = (
    _lines(_COUNT, _PAID, _sum_of_refunds(dropped=False), _sum_of_refunds(dropped=True), has_successor(), Document.id)
    .outerjoin(
        Document,
        (Document.id == Policy.document_id) & Document.deleted_at.is_(None) & (Document.state != DocumentState.REFUSED),
    )
    .where(Policy.id == bindparam("policy_id"))
)
_OF_DEAL = (
    _lines()
    .where(Policy.deal_id == bindparam("deal_id"))
    .order_by(Policy.state.in_(ENDED), Policy.ends_on.desc(), Policy.id.desc())
    .limit(MOST_SHOWN)
)


@dataclass(frozen=True, slots=True)
class PolicyBrief:
    """What names a policy in a notice."""

    deal_id: int
    insurer: str
    kind_names: dict[str, str]
    number: str
    starts_on: date
    ends_on: date
    premium: Money


async def find_policy_brief(session: AsyncSession, policy_id: int) -> PolicyBrief:
    """For who is told of it."""
    found = (
        select(Policy, Insurer.name, InsuranceKind)
        .join(Insurer, Insurer.id == Policy.insurer_id)
        .join(InsuranceKind, InsuranceKind.id == Policy.kind_id)
        .where(Policy.id == policy_id)
    )
    policy, insurer, kind = (await session.execute(found)).one()
    return PolicyBrief(
        policy.deal_id, insurer, kind.names, policy.number, policy.starts_on, policy.ends_on, policy.price
    )


async def list_policies(session: AsyncSession, actor: Actor, deal_id: int, *, today: date) -> list[PolicyLine]:
    """A dozen of the deal's, those that hold first."""
    await access_deal(session, actor, deal_id)
    rows = (await session.execute(_OF_DEAL, {"deal_id": deal_id, "today": today})).all()
    return [_line(row, today) for row in rows]


async def find_policy_card(session: AsyncSession, actor: Actor, policy_id: int, *, today: date) -> PolicyCard:
    _, deal = await access_policy(session, actor, policy_id)
    row = (await session.execute(_CARD, {"policy_id": policy_id, "today": today})).one()
    policy, _, kind, _, _, count, paid, refunded, dropped, renewed, document_id = row
    return PolicyCard(
        line=_line(row, today),
        instalments=await _list_instalments(session, policy, today),
        count=count,
        paid=Money(int(paid), policy.currency),
        to_refund=Money(policy.to_refund, policy.currency),
        refunded=Money(int(refunded), policy.currency),
        dropped=Money(int(dropped), policy.currency),
        document_id=document_id,
        sees_margin=sees_margin(actor, deal),
        renewed=bool(renewed),
        renew_by=last_safe_day(policy.ends_on, kind.earliest_start_days),
        overlap_reason=policy.overlap_reason,
        end_reason=policy.end_reason,
        ended_on=policy.ended_on,
    )


def _line(row: Row[*tuple[Any, ...]], today: date) -> PolicyLine:
    policy, insurer, kind, owed, overdue, *_ = row
    return PolicyLine(
        id=policy.id,
        deal_id=policy.deal_id,
        insurer=insurer,
        icon=kind.icon,
        kind_names=kind.names,
        number=policy.number,
        object=policy.object,
        state=policy.state_on(today),
        starts_on=policy.starts_on,
        ends_on=policy.ends_on,
        premium=policy.price,
        rest=Money(int(owed), policy.currency),
        overdue=Money(int(overdue), policy.currency),
    )


_NUMBERED = (
    select(
        Instalment,
        func.row_number().over(order_by=(Instalment.due_on, Instalment.position)).label("number"),
        select(func.max(Payment.paid_on))
        .where(Payment.instalment_id == Instalment.id, Payment.amount > 0)
        .correlate(Instalment)
        .scalar_subquery(),
        select(Payment.id)
        .where(Payment.instalment_id == Instalment.id, Payment.amount < 0, Payment.reverses_id.is_(None))
        .correlate(Instalment)
        .exists(),
    )
    .where(Instalment.policy_id == bindparam("policy_id"))
    .order_by(Instalment.cancelled | (Instalment.paid == Instalment.amount), Instalment.due_on, Instalment.position)
    .limit(MOST_SHOWN)
)


async def _list_instalments(session: AsyncSession, policy: Policy, today: date) -> list[InstalmentLine]:
    rows = (await session.execute(_NUMBERED, {"policy_id": policy.id})).all()
    lines = [
        InstalmentLine(
            id=each.id,
            number=number,
            due_on=each.due_on,
            amount=Money(each.amount, policy.currency),
            paid=Money(each.paid, policy.currency),
            state=instalment_state(each, today, refunded=refunded),
            paid_on=paid_on,
        )
        for each, number, paid_on, refunded in rows
    ]
    return sorted(lines, key=lambda line: line.number)
