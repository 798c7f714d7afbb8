"""The arithmetic of payment schedules.

* Parts are whole minor units; each but the last is rounded down, the last makes up what is missing.
* The sum of the parts is the premium, and every part is above zero.
* A month's end is clamped from the first day each time: 31 Jan, 28 Feb, 31 Mar.
"""

import calendar
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from models.money import Money


class CannotSplit(ValueError):  # noqa: N818 - reads as the fact it names
    """The shares do not add up to one, or a part would be nothing."""


def split(premium: Money, shares: Sequence[Fraction | Decimal]) -> list[Money]:
    """`shares` are parts of one, in order. Raises CannotSplit."""
    exact = [Fraction(share) for share in shares]
    if sum(exact) != 1:
        raise CannotSplit("shares do not add up to one")
    amounts = [int(premium.amount * share) for share in exact[:-1]]
    amounts.append(premium.amount - sum(amounts))
    if min(amounts) <= 0 or min(exact) <= 0:
        raise CannotSplit("a part would be nothing")
    return [Money(amount, premium.currency) for amount in amounts]


def split_equally(premium: Money, count: int) -> list[Money]:
    """Raises CannotSplit when there are fewer minor units than parts, or no parts."""
    if count < 1:
        raise CannotSplit("no parts")
    return split(premium, [Fraction(1, count)] * count)


def add_months(first: date, months: int) -> date:
    """The day of `first` in a later month, or that month's last day. Raises ValueError beyond year 9999."""
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise ValueError(f"year {year}")
    return date(year, month + 1, min(first.day, calendar.monthrange(year, month + 1)[1]))
