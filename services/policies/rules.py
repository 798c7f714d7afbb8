"""What must hold of a policy and of what is paid for it."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from models.money import Money
from models.policy import Instalment, InstalmentState
from services.deals.errors import ReasonNeeded
from services.policies.errors import (
    EndOutsideTerm,
    InstalmentsDoNotFit,
    MoreThanOwed,
    MoreThanPaid,
    MoreThanToRefund,
    NothingOwed,
    NothingToRefund,
    NumberWithoutDigits,
    PaidInTheFuture,
    PolicyDatesReversed,
    PolicyStartsTooEarly,
    PolicyStartUnlikely,
    PolicyTermTooLong,
    RefundedInTheFuture,
    ReturnTooLarge,
)
from services.policies.keys import number_key
from services.policies.terms import Part

SHORTEST_REASON = 3
OLDEST_START = timedelta(days=3660)
FARTHEST_START = timedelta(days=731)
LONGEST_TERM = timedelta(days=50 * 366)
MOST_INSTALMENTS = 60


def check_number(number: str) -> None:
    if not any(map(str.isdigit, number_key(number))):
        raise NumberWithoutDigits


def check_start(starts_on: date, *, today: date) -> None:
    if not today - OLDEST_START <= starts_on <= today + FARTHEST_START:
        raise PolicyStartUnlikely


def check_not_too_early(starts_on: date, *, earliest_start_days: int, today: date) -> None:
    """For a policy bought today; one from before was issued by the insurer as it is."""
    earliest = today + timedelta(days=earliest_start_days)
    if today <= starts_on < earliest:
        raise PolicyStartsTooEarly(earliest=earliest)


def check_term(starts_on: date, ends_on: date) -> None:
    if ends_on < starts_on:
        raise PolicyDatesReversed
    if ends_on - starts_on > LONGEST_TERM:
        raise PolicyTermTooLong


def check_parts(parts: Sequence[Part], premium: Money, *, ends_on: date) -> None:
    fits = (
        0 < len(parts) <= MOST_INSTALMENTS
        and all(part.amount > 0 for part in parts)
        and sum(part.amount for part in parts) == premium.amount
        and all(before.due_on < after.due_on for before, after in pairwise(parts))
        and parts[-1].due_on <= ends_on
    )
    if not fits:
        raise InstalmentsDoNotFit


def check_paid_on(paid_on: date, *, today: date) -> None:
    if paid_on > today:
        raise PaidInTheFuture


def check_within_rest(amount: Money, rest: Money) -> None:
    if not rest.amount:
        raise NothingOwed
    if rest < amount:
        raise MoreThanOwed(rest=rest)


def check_refunded_on(paid_on: date, *, today: date) -> None:
    if paid_on > today:
        raise RefundedInTheFuture


def check_within_refund(amount: Money, rest: Money) -> None:
    if not rest.amount:
        raise NothingToRefund
    if rest < amount:
        raise MoreThanToRefund(rest=rest)


def check_within_term(day: date, starts_on: date, ends_on: date) -> None:
    if not starts_on <= day <= ends_on:
        raise EndOutsideTerm


def check_refund(refund: Money, paid: Money) -> None:
    if paid < refund:
        raise MoreThanPaid(paid=paid)


def check_return(amount: Money, premium: Money) -> None:
    if premium <= amount:
        raise ReturnTooLarge(premium=premium)


def unused_part(premium: Money, paid: Money, starts_on: date, ends_on: date, ended_on: date) -> Money:
    """What was paid for the days from `ended_on` on: a proposal, the insurer's own rules decide."""
    whole, used = (ends_on - starts_on).days + 1, (ended_on - starts_on).days
    return Money(max(0, paid.amount - premium.amount * used // whole), paid.currency)


def check_reason(reason: str) -> str:
    """Without space around."""
    words = reason.strip()
    if len(words) < SHORTEST_REASON:
        raise ReasonNeeded
    return words


def instalment_state(instalment: Instalment, today: date, *, refunded: bool = False) -> InstalmentState:
    """`refunded`: something that was paid of it has gone back to the client."""
    if instalment.cancelled:
        return InstalmentState.REFUNDED if refunded else InstalmentState.CANCELLED
    if instalment.paid == instalment.amount:
        return InstalmentState.PAID
    if instalment.due_on < today:
        return InstalmentState.OVERDUE
    if instalment.paid:
        return InstalmentState.PARTLY_PAID
    return InstalmentState.DUE if instalment.due_on == today else InstalmentState.PLANNED
