"""What a deal woke for, when it is one of its policies: an instalment, or the last safe day to renew."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from models.deal import Deal, NextEvent
from models.insurance_kind import InsuranceKind
from models.insurer import Insurer
from models.money import Money
from models.policy import ENDED, Instalment, Policy
from services.deals.next_event import ends_in, last_safe_day

MOST_POLICIES = 50
Before = aliased(Policy)
InsurerBefore = aliased(Insurer)


@dataclass(frozen=True, slots=True)
class WokenPolicy:
    """`at_risk` is the rest of the instalment, or the whole premium; `before` is last year's insurer and premium."""

    id: int
    insurer: str
    number: str
    ends_on: date
    at_risk: Money
    instalment_id: int | None
    before: tuple[str, Money] | None


async def find_woken_policy(session: AsyncSession, deal: Deal) -> WokenPolicy | None:
    """For who is told of it; None when the deal waits for something else."""
    match deal.next_event:
        case NextEvent.INSTALMENT:
            return await _find_owing(session, deal)
        case NextEvent.RENEWAL:
            return await _find_ending(session, deal)
    return None


def _policies(deal: Deal) -> Select[*tuple[Any, ...]]:
    return (
        select(Policy, Insurer.name, Before, InsurerBefore.name)
        .join(Insurer, Insurer.id == Policy.insurer_id)
        .outerjoin(Before, Before.id == Policy.predecessor_id)
        .outerjoin(InsurerBefore, InsurerBefore.id == Before.insurer_id)
        .where(Policy.deal_id.in_((deal.id, deal.predecessor_id)), Policy.state.not_in(ENDED))
        .limit(MOST_POLICIES)
    )


async def _find_owing(session: AsyncSession, deal: Deal) -> WokenPolicy | None:
    owed = (
        _policies(deal)
        .add_columns(Instalment)
        .join(Instalment, Instalment.policy_id == Policy.id)
        .where(~Instalment.cancelled, Instalment.paid < Instalment.amount, Instalment.due_on == deal.next_event_on)
        .order_by(Instalment.id)
    )
    row = (await session.execute(owed.limit(1))).one_or_none()
    return _woken(row, rest=row[-1].rest, instalment_id=row[-1].id) if row else None


async def _find_ending(session: AsyncSession, deal: Deal) -> WokenPolicy | None:
    ending = (
        _policies(deal)
        .add_columns(InsuranceKind.earliest_start_days)
        .join(InsuranceKind, InsuranceKind.id == Policy.kind_id)
        .where(ends_in(deal.id, deal.predecessor_id))
        .order_by(Policy.ends_on, Policy.id)
    )
    for row in (await session.execute(ending)).all():
        if last_safe_day(row[0].ends_on, row[-1]) == deal.next_event_on:
            return _woken(row, rest=row[0].premium)
    return None


def _woken(row: Row[*tuple[Any, ...]], *, rest: int, instalment_id: int | None = None) -> WokenPolicy:
    policy, insurer, before, insurer_before, _ = row
    return WokenPolicy(
        id=policy.id,
        insurer=insurer,
        number=policy.number,
        ends_on=policy.ends_on,
        at_risk=Money(rest, policy.currency),
        instalment_id=instalment_id,
        before=(insurer_before, before.price) if before else None,
    )
