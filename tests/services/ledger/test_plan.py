"""The arithmetic of expectations, whatever the premium, its parts and the rates."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from models.ledger import Category, ExpenseBasis, Side
from services.ledger.plan import Part, Rule, plan, shares
from services.money.rates import part_of

AMOUNTS = st.lists(st.integers(1, 10**12), min_size=1, max_size=24)
RATES = st.integers(0, 10_000)
FIRST = date(2026, 12, 1)


@given(AMOUNTS, RATES)
def test_shares_add_up_to_the_rate_of_the_whole_and_none_is_below_zero(amounts: list[int], rate: int) -> None:
    parts = shares(amounts, rate)
    assert sum(parts) == part_of(sum(amounts), rate)
    assert all(0 <= part <= amount + len(amounts) for part, amount in zip(parts, amounts, strict=True))


@given(AMOUNTS, RATES, st.booleans(), st.integers(1, 10_000), st.sampled_from(ExpenseBasis))
def test_a_plan_adds_up_however_it_is_spread(
    amounts: list[int], rate: int, on_payment: bool, share: int, basis: ExpenseBasis
) -> None:
    parts = [Part(n, FIRST + timedelta(days=30 * n), amount) for n, amount in enumerate(amounts, start=1)]
    rule = Rule(7, Category.REFERRER, basis, share, "Анна")
    planned = plan(1, parts, rate=rate, on_payment=on_payment, rules=[rule])
    commission = part_of(sum(amounts), rate)
    income = [each.amount for each in planned if each.side is Side.INCOME]
    assert len(income) == (len(amounts) if on_payment else 1)
    assert sum(income) == commission
    of = commission if basis is ExpenseBasis.COMMISSION else sum(amounts)
    assert sum(each.amount for each in planned if each.side is Side.EXPENSE) == part_of(of, share)
    assert len({each.key for each in planned}) == len(planned)


def test_an_endorsement_stands_for_itself() -> None:
    parts = [Part(1, FIRST, 1_000_001), Part(2, FIRST, 1_000_001), Part(3, FIRST, 333, endorsed=True)]
    planned = plan(1, parts, rate=1111, on_payment=True, rules=[])
    assert [each.amount for each in planned] == [111_100, 111_100, 37]
    whole = plan(1, parts, rate=1111, on_payment=False, rules=[])
    assert [(each.amount, each.instalment_id) for each in whole] == [(222_200, None), (37, 3)]
