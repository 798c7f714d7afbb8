"""Days, parts, keys and states of policies."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.money import Currency, Money
from models.policy import Instalment, InstalmentState
from services.calculations.plans import PaymentPlan
from services.policies.allot import share_out
from services.policies.errors import InstalmentsDoNotFit, PolicyStartsTooEarly, PolicyStartUnlikely
from services.policies.keys import number_key, object_key
from services.policies.rules import (
    check_not_too_early,
    check_parts,
    check_start,
    instalment_state,
    unused_part,
)
from services.policies.terms import Part, first_that_fits, last_day, spread, whole_months

DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))
PREMIUMS = st.integers(1, 10**14)
PLANS = st.builds(PaymentPlan, st.integers(1, 24), st.just(()), st.none() | st.integers(1, 12))
TODAY = date(2026, 11, 23)


def roubles(minor: int) -> Money:
    return Money(minor, Currency.RUB)


@pytest.mark.parametrize(
    ("starts_on", "term", "ends_on"),
    [
        (date(2026, 12, 1), {"months": 12}, date(2027, 11, 30)),
        (date(2026, 1, 1), {"months": 12}, date(2026, 12, 31)),
        (date(2027, 3, 1), {"months": 12}, date(2028, 2, 29)),
        (date(2028, 2, 29), {"months": 12}, date(2029, 2, 28)),  # no 29 Feb: its month's own last day
        (date(2027, 1, 31), {"months": 1}, date(2027, 2, 28)),
        (date(2027, 1, 31), {"months": 12}, date(2028, 1, 30)),
        (date(2026, 8, 31), {"months": 6}, date(2027, 2, 28)),
        (date(2026, 12, 1), {"days": 15}, date(2026, 12, 15)),
        (date(2026, 12, 1), {"days": 1}, date(2026, 12, 1)),
    ],
)
def test_a_policy_runs_until_the_day_before_the_same_day(starts_on: date, term: dict, ends_on: date) -> None:
    assert last_day(starts_on, **term) == ends_on


@given(DAYS, st.integers(1, 120))
def test_the_months_of_a_term_are_counted_back(starts_on: date, months: int) -> None:
    assert whole_months(starts_on, last_day(starts_on, months=months)) == months
    assert whole_months(starts_on, last_day(starts_on, months=months) - timedelta(days=1)) == months - 1


@given(PLANS, PREMIUMS, DAYS, st.integers(1, 60))
def test_parts_of_a_plan_are_the_premium_in_order_within_the_term(
    plan: PaymentPlan, premium: int, starts_on: date, months: int
) -> None:
    ends_on = last_day(starts_on, months=months)
    for parts in (
        spread(plan, roubles(premium), starts_on, ends_on),
        first_that_fits([plan], roubles(premium), starts_on, ends_on),
    ):
        if parts is not None:
            check_parts(parts, roubles(premium), ends_on=ends_on)
            assert parts[0].due_on == starts_on


def test_a_month_end_is_clamped_from_the_first_day_each_time() -> None:
    parts = spread(PaymentPlan(4, (), 1), roubles(400), date(2027, 1, 31), date(2028, 1, 30))
    assert parts is not None
    assert [part.due_on for part in parts] == [
        date(2027, 1, 31),
        date(2027, 2, 28),
        date(2027, 3, 31),
        date(2027, 4, 30),
    ]


@pytest.mark.parametrize(
    "parts",
    [
        [],
        [Part(TODAY, 99)],
        [Part(TODAY, 101)],
        [Part(TODAY, 100), Part(TODAY + timedelta(days=1), 0)],
        [Part(TODAY, 50), Part(TODAY, 50)],
        [Part(TODAY + timedelta(days=1), 50), Part(TODAY, 50)],
        [Part(TODAY + timedelta(days=400), 100)],
    ],
)
def test_parts_that_do_not_fit_are_refused(parts: list[Part]) -> None:
    with pytest.raises(InstalmentsDoNotFit):
        check_parts(parts, roubles(100), ends_on=TODAY + timedelta(days=365))


def test_a_start_of_another_decade_is_a_slip_and_one_too_early_is_asked_about() -> None:
    for slip in (date(2012, 12, 1), date(2029, 1, 1)):
        with pytest.raises(PolicyStartUnlikely):
            check_start(slip, today=TODAY)
    with pytest.raises(PolicyStartsTooEarly):
        check_not_too_early(TODAY + timedelta(days=2), earliest_start_days=3, today=TODAY)
    for issued in (TODAY + timedelta(days=3), TODAY - timedelta(days=1)):
        check_not_too_early(issued, earliest_start_days=3, today=TODAY)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("ХХХ 0123456789", "xxx-0123456789", True),
        ("№ AI-4471122", "аi 4471122", True),
        ("ЕР/123.456", "EP123456", True),
        ("AI-1", "AI-11", False),
    ],
)
def test_numbers_are_compared_by_shape(one: str, other: str, same: bool) -> None:
    assert (number_key(one) == number_key(other)) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Toyota Camry 2021, А123ВС777", "Камри a 123 bc 777", True),
        ("Camry XTA210990Y1234567", "хта210990у1234567, Toyota", True),
        ("АА 1234 ВВ", "Шкода, aa1234bb", True),
        ("Квартира, Ленина 5", "квартира  ленина, 5", True),
        ("Toyota Camry 2021", "Toyota Camry 2022", False),
        ("Camry А123ВС777", "Camry А124ВС777", False),
    ],
)
def test_objects_are_the_same_by_plate_or_vin_else_by_words(one: str, other: str, same: bool) -> None:
    assert (object_key(one) == object_key(other)) is same


@pytest.mark.parametrize(
    ("due", "paid", "cancelled", "refunded", "state"),
    [
        (1, 0, False, False, InstalmentState.PLANNED),
        (0, 0, False, False, InstalmentState.DUE),
        (0, 40, False, False, InstalmentState.PARTLY_PAID),
        (-1, 40, False, False, InstalmentState.OVERDUE),
        (-1, 100, False, True, InstalmentState.PAID),
        (-1, 0, True, False, InstalmentState.CANCELLED),
        (-1, 0, True, True, InstalmentState.REFUNDED),
    ],
)
def test_the_state_of_an_instalment_follows_from_its_money_and_the_day(
    due: int, paid: int, cancelled: bool, refunded: bool, state: InstalmentState
) -> None:
    instalment = Instalment(due_on=TODAY + timedelta(days=due), amount=100, paid=paid, cancelled=cancelled)
    assert instalment_state(instalment, TODAY, refunded=refunded) is state


@given(PREMIUMS, st.integers(0, 10**14), st.integers(0, 364))
def test_what_is_proposed_as_refund_is_never_more_than_was_paid(premium: int, paid: int, used: int) -> None:
    ends_on = TODAY + timedelta(days=364)
    paid = min(paid, premium)
    part = unused_part(roubles(premium), roubles(paid), TODAY, ends_on, TODAY + timedelta(days=used))
    assert 0 <= part.amount <= paid
    assert used or part.amount == paid


@given(st.lists(st.integers(0, 1000), max_size=8), st.integers(0, 9000))
def test_money_fills_one_after_another_and_nothing_is_lost(rooms: list[int], amount: int) -> None:
    shares = share_out(range(len(rooms)), rooms, amount)
    assert sum(share for _, share in shares) == min(amount, sum(rooms))
    assert all(0 < share <= rooms[place] for place, share in shares)
    assert [place for place, _ in shares] == sorted(place for place, _ in shares)
    assert all(share == rooms[place] for place, share in shares[:-1])
