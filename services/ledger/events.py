"""What happens to the brokerage's own money in a deal."""

from dataclasses import dataclass
from typing import ClassVar

from services.events.event import Event


@dataclass(frozen=True, kw_only=True)
class _OfEntry:
    """`amount` counts minor units; `policy_id` is empty where no policy brought it about."""

    aggregate: ClassVar[str] = "deal"

    deal_id: int
    entry_id: int
    policy_id: int | None
    category: str
    amount: int
    currency: str


@dataclass(frozen=True, kw_only=True)
class IncomePlanned(Event, _OfEntry):
    name = "deal.payment.income.planned"
    silent = True


@dataclass(frozen=True, kw_only=True)
class IncomeReceived(Event, _OfEntry):
    """Negative where it was paid back to the insurer."""

    name = "deal.payment.income.received"


@dataclass(frozen=True, kw_only=True)
class IncomeReversed(Event, _OfEntry):
    """A line was taken back, or what is expected has become less."""

    name = "deal.payment.income.reversed"
    silent = True


@dataclass(frozen=True, kw_only=True)
class ExpensePlanned(Event, _OfEntry):
    name = "deal.payment.expense.planned"
    silent = True


@dataclass(frozen=True, kw_only=True)
class ExpensePaid(Event, _OfEntry):
    name = "deal.payment.expense.paid"
    silent = True


@dataclass(frozen=True, kw_only=True)
class ExpenseReversed(Event, _OfEntry):
    name = "deal.payment.expense.reversed"
    silent = True


@dataclass(frozen=True, kw_only=True)
class CommissionRateAdded(Event):
    """`rate` in hundredths of a per cent."""

    name = "insurer.commission-rate.added"
    aggregate = "insurer"
    silent = True

    insurer_id: int
    kind_id: int
    rate: int
    from_on: str
    until_on: str | None


@dataclass(frozen=True, kw_only=True)
class CommissionRateRemoved(Event):
    name = "insurer.commission-rate.removed"
    aggregate = "insurer"
    silent = True

    insurer_id: int
    kind_id: int
    rate: int
