"""What last year's policy was, as what a renewal begins with: how it was offered, and how it was paid."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, bindparam, false, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.calculation import Choice
from models.deal import Deal
from models.insurer import Insurer
from models.money import Money
from models.policy import ENDED, Instalment, Policy
from services.calculations.plans import AT_ONCE, PaymentPlan
from services.calculations.queries import OfferTermsView
from services.money.rates import WHOLE
from services.money.schedule import CannotSplit
from services.policies.terms import last_day, whole_months


@dataclass(frozen=True, slots=True)
class LastYear:
    """`terms` know of a sum insured and a deductible only where the policy was filed by an offer."""

    policy_id: int
    insurer_id: int
    terms: OfferTermsView


_POLICY = (
    select(Policy, Insurer.name, Choice)
    .join(Deal, Deal.predecessor_id == Policy.deal_id)
    .join(Insurer, Insurer.id == Policy.insurer_id)
    .outerjoin(Choice, Choice.id == Policy.choice_id)
    .where(Deal.id == bindparam("deal_id"), Policy.kind_id == Deal.kind_id)
    .order_by(Policy.state.in_(ENDED), func.coalesce(Policy.id == Deal.renews_id, false()).desc())
    .order_by((Policy.object == Deal.object).desc(), Policy.ends_on.desc(), Policy.id.desc())
    .limit(1)
)
_PARTS = (
    select(Instalment.amount)
    .where(Instalment.policy_id == bindparam("policy_id"), Instalment.endorsement_id.is_(None))
    .order_by(Instalment.due_on, Instalment.position)
)


async def find_last_year(session: AsyncSession, deal_id: int) -> LastYear | None:
    """None for a deal that renews nothing. For a reader who has been authorised."""
    row = (await session.execute(_POLICY, {"deal_id": deal_id})).one_or_none()
    if row is None:
        return None
    amounts = (await session.execute(_PARTS, {"policy_id": row.Policy.id})).scalars().all()
    return LastYear(row.Policy.id, row.Policy.insurer_id, _terms(row, amounts))


def _terms(row: Row[*tuple[Any, ...]], amounts: Sequence[int]) -> OfferTermsView:
    policy, insurer, choice = row
    months = whole_months(policy.starts_on, policy.ends_on)
    is_whole = months > 0 and last_day(policy.starts_on, months=months) == policy.ends_on
    return OfferTermsView(
        insurer=insurer,
        programme=choice and choice.programme,
        premium=policy.price,
        sum_insured=Money(choice.sum_insured, choice.currency) if choice and choice.sum_insured else None,
        deductible_kind=choice and choice.deductible_kind,
        deductible=choice and choice.deductible,
        term_months=months if is_whole else None,
        term_days=None if is_whole else (policy.ends_on - policy.starts_on).days + 1,
        plans=(_plan(choice, [Money(amount, policy.currency) for amount in amounts]),),
        commission_rate=None,
        valid_until=None,
        conditions=None,
        document_id=None,
    )


def _plan(choice: Choice | None, parts: Sequence[Money]) -> PaymentPlan:
    """What was agreed, where it was paid so; else as it was paid."""
    whole = sum(part.amount for part in parts)
    shares = [part.amount * WHOLE // whole for part in parts[:-1]]
    agreed = [PaymentPlan.from_json(choice.payment_option)] if choice else []
    as_paid = PaymentPlan(len(parts), (*shares, WHOLE - sum(shares)))
    fitting = (plan for plan in (AT_ONCE, *agreed, PaymentPlan(len(parts))) if _makes(plan, parts))
    return next(fitting, as_paid)


def _makes(plan: PaymentPlan, parts: Sequence[Money]) -> bool:
    whole = Money(sum(part.amount for part in parts), parts[0].currency)
    try:
        return plan.parts_of(whole) == list(parts)
    except CannotSplit:
        return False
