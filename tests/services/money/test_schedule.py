"""Schedules: parts that add up, and months that end where they end."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.money import Currency, Money
from services.money.schedule import CannotSplit, add_months, split, split_equally


def roubles(minor: int) -> Money:
    return Money(minor, Currency.RUB)


@pytest.mark.parametrize(
    ("minor", "shares", "parts"),
    [
        (10000, ["1"], [10000]),
        (10000, ["0.5", "0.5"], [5000, 5000]),
        (10001, ["0.5", "0.5"], [5000, 5001]),
        (4820000, ["0.6", "0.4"], [2892000, 1928000]),
        (10000, ["1/3", "1/3", "1/3"], [3333, 3333, 3334]),
        (20000, ["1/3", "1/3", "1/3"], [6666, 6666, 6668]),
        (4820055, ["0.45", "0.55"], [2169024, 2651031]),
        (3, ["1/3", "1/3", "1/3"], [1, 1, 1]),
        (5, ["1/3", "1/3", "1/3"], [1, 1, 3]),
        (1000000, ["0.333", "0.333", "0.334"], [333000, 333000, 334000]),
    ],
)
def test_the_last_part_makes_up_the_rounding(minor, shares, parts):
    assert split(roubles(minor), [Fraction(share) for share in shares]) == [roubles(part) for part in parts]


def test_shares_may_be_decimals_and_the_currency_is_kept():
    assert split(Money(300, Currency.EUR), [Decimal("0.5"), Decimal("0.5")]) == [Money(150, Currency.EUR)] * 2


@pytest.mark.parametrize(
    ("minor", "shares"),
    [
        (10000, []),
        (10000, ["0.5", "0.4"]),
        (10000, ["0.5", "0.6"]),
        (10000, ["0.99", "0.02"]),
        (10000, ["1", "0"]),
        (10000, ["0", "1"]),
        (10000, ["1.5", "-0.5"]),
        (2, ["1/3", "1/3", "1/3"]),
        (0, ["1"]),
        (-100, ["1"]),
    ],
)
def test_what_does_not_add_up_or_leaves_a_part_of_nothing_is_refused(minor, shares):
    with pytest.raises(CannotSplit):
        split(roubles(minor), [Fraction(share) for share in shares])


@given(st.integers(1, 10**13), st.lists(st.integers(1, 1000), min_size=1, max_size=40))
def test_parts_always_add_up_to_the_premium_and_none_is_nothing(minor, weights):
    shares = [Fraction(weight, sum(weights)) for weight in weights]
    try:
        parts = split(roubles(minor), shares)
    except CannotSplit:
        assert minor * min(shares) < 1
        return
    assert sum(part.amount for part in parts) == minor
    assert all(part.amount > 0 for part in parts)
    assert all(0 <= minor * share - part.amount < 1 for share, part in zip(shares[:-1], parts[:-1], strict=True))


@given(st.integers(1, 10**13), st.integers(1, 400))
def test_equal_parts_differ_in_the_last_alone(minor, count):
    if count > minor:
        with pytest.raises(CannotSplit):
            split_equally(roubles(minor), count)
        return
    *others, last = split_equally(roubles(minor), count)
    assert len({part.amount for part in others}) <= 1
    assert all(other <= last for other in others)
    assert last.amount - minor // count < count


@pytest.mark.parametrize("count", [0, -1])
def test_no_parts_are_refused(count):
    with pytest.raises(CannotSplit):
        split_equally(roubles(100), count)


@pytest.mark.parametrize(
    ("first", "months", "expected"),
    [
        ("2026-01-31", 0, "2026-01-31"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-01-31", 2, "2026-03-31"),
        ("2026-01-31", 3, "2026-04-30"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2026-10-15", 3, "2027-01-15"),
        ("2026-12-31", 12, "2027-12-31"),
        ("2026-12-01", 1, "2027-01-01"),
        ("2026-03-31", -1, "2026-02-28"),
    ],
)
def test_month_ends_are_clamped_from_the_first_day(first, months, expected):
    assert add_months(date.fromisoformat(first), months) == date.fromisoformat(expected)


@pytest.mark.parametrize("months", [10**6, -(10**6)])
def test_a_month_that_no_calendar_has_is_an_error(months):
    with pytest.raises(ValueError, match="year"):
        add_months(date(2026, 1, 31), months)


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)), st.integers(0, 600))
def test_months_step_by_one_and_never_past_the_first_day(first, months):
    moved = add_months(first, months)
    assert (moved.year - first.year) * 12 + moved.month - first.month == months
    assert moved.day <= first.day
    assert moved < add_months(first, months + 1)
