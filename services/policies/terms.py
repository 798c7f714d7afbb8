"""The days and the parts of a policy: how long it runs, when which part of the premium is due.

- The last day is the one before the same day of a later month: 1 Dec to 30 Nov. Where that month has no such day, its
  own last day: 29 Feb 2028 to 28 Feb 2029, 31 Jan to 28 Feb; no day is left uncovered before the next one begins.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from models.money import Money
from services.calculations.plans import PaymentPlan
from services.money.schedule import CannotSplit, add_months


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a premium: `amount` in minor units of the premium's currency."""

    due_on: date
    amount: int


def last_day(starts_on: date, *, months: int | None = None, days: int | None = None) -> date:
    """After a term of months, or of days. Raises ValueError or OverflowError beyond year 9999."""
    if months is None:
        return starts_on + timedelta(days=(days or 1) - 1)
    same_day = add_months(starts_on, months)
    return same_day - timedelta(days=1) if same_day.day == starts_on.day else same_day


def whole_months(starts_on: date, ends_on: date) -> int:
    """How many months the term holds."""
    months = max(0, (ends_on.year - starts_on.year) * 12 + ends_on.month - starts_on.month - 1)
    while last_day(starts_on, months=months + 1) <= ends_on:
        months += 1
    return months


def spread(plan: PaymentPlan, premium: Money, starts_on: date, ends_on: date) -> list[Part] | None:
    """The parts of a plan, the first due with the first day; None where it does not fit the premium or the term."""
    try:
        amounts = plan.parts_of(premium)
        dues = [_due(plan, place, starts_on, ends_on) for place in range(len(amounts))]
    except (CannotSplit, ValueError):
        return None
    if dues[-1] > ends_on or len(set(dues)) < len(dues):
        return None
    return [Part(due, amount.amount) for due, amount in zip(dues, amounts, strict=True)]


def _due(plan: PaymentPlan, place: int, starts_on: date, ends_on: date) -> date:
    if plan.every_months is not None:
        return add_months(starts_on, place * plan.every_months)
    months = whole_months(starts_on, ends_on)
    if months >= plan.count:
        return add_months(starts_on, place * months // plan.count)
    return starts_on + timedelta(days=place * ((ends_on - starts_on).days + 1) // plan.count)


def first_that_fits(plans: Sequence[PaymentPlan], premium: Money, starts_on: date, ends_on: date) -> list[Part]:
    """By the first plan that fits, else all at once."""
    spreads = (spread(plan, premium, starts_on, ends_on) for plan in plans)
    return next((parts for parts in spreads if parts), [Part(starts_on, premium.amount)])
