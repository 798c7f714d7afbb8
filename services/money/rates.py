"""Rates in hundredths of a per cent."""

from decimal import Decimal

WHOLE = 10_000


def part_of(amount: int, rate: int) -> int:
    """`rate` of `amount` in minor units, halves away from zero."""
    whole, rest = divmod(abs(amount) * rate, WHOLE)
    part = whole + (2 * rest >= WHOLE)
    return part if amount >= 0 else -part


def as_percent(rate: int) -> Decimal:
    return (Decimal(rate) / 100).normalize()


def from_percent(percent: Decimal) -> int:
    """Raises ValueError where it has more than two decimals."""
    rate = percent * 100
    if rate != rate.to_integral_value():
        raise ValueError(f"{percent} has more than two decimals")
    return int(rate)
