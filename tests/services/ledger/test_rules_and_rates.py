"""Rules of expenses that come along with policies, and the table of commission rates."""

from datetime import date

import pytest
from sqlalchemy import select

from models.ledger import Category, CommissionRate, ExpenseBasis, ExpenseRule
from models.policy import Policy
from services.errors import NotAllowed
from services.ledger.commission_rates import AddRate, add_rate, remove_rate
from services.ledger.errors import DatesReversed, RateNotFound, RatesOverlap, SameRuleStands, WrongRate
from services.ledger.expense_rules import AddRule, add_rule, end_rule
from services.ledger.rates import find_table_rate
from services.ledger.settle import Settle, settle
from tests.harness import Play
from tests.invariants import assert_invariants
from tests.people import ADMIN, SELLER
from tests.services.ledger.builders import Case, a_case, a_policy

JAN, MAY, DEC = date(2026, 1, 1), date(2026, 5, 1), date(2026, 12, 31)


async def add(case: Case, rate: int = 300, key: str = "rule", **values) -> None:
    given = {"category": Category.DISCOUNT, "basis": ExpenseBasis.PREMIUM, **values}
    await case.write(add_rule, AddRule(deal_id=case.deal_id, rate=rate, intent_key=key, **given))


async def test_a_new_rule_holds_for_running_policies_and_its_end_takes_back_what_is_not_paid(play: Play) -> None:
    case = await a_policy(play)
    for _ in range(2):
        await add(case)
    discounts = await case.lines()
    paid = Settle(entry_id=discounts[2].id, on=date(2026, 11, 23), intent_key="paid")
    await case.write(settle, paid, today=date(2026, 11, 23))
    rule_id = (await play.read(lambda session: session.execute(select(ExpenseRule.id)))).scalar_one()
    for _ in range(2):
        await case.write(end_rule, rule_id)
    assert await case.amounts(Category.DISCOUNT) == [70_350, 70_350, -70_350]
    await assert_invariants(play)


async def test_a_deal_has_one_rule_of_a_kind_and_payee(play: Play) -> None:
    case = await a_case(play)
    await add(case, payee="Анна", category=Category.REFERRER)
    await add(case, key="other", payee="Борис", category=Category.REFERRER)
    with pytest.raises(SameRuleStands):
        await add(case, key="again", payee="Анна", category=Category.REFERRER)
    for rate in (0, -1, 10_001):
        with pytest.raises(WrongRate):
            await add(case, rate, key=f"wrong-{rate}")


class Table:
    """The rates of one insurer and kind."""

    def __init__(self, case: Case, insurer_id: int, kind_id: int) -> None:
        self.case, self.insurer_id, self.kind_id = case, insurer_id, kind_id

    async def add(self, rate: int, since: date, until: date | None = None, person=ADMIN) -> None:
        command = AddRate(insurer_id=self.insurer_id, kind_id=self.kind_id, rate=rate, from_on=since, until_on=until)
        await self.case.write(add_rate, command, person=person)

    async def on(self, day: date) -> int | None:
        return await self.case.play.read(lambda session: find_table_rate(session, self.insurer_id, self.kind_id, day))


@pytest.fixture
async def table(play: Play) -> Table:
    case = await a_policy(play, rate=None)
    policy = (await play.read(lambda session: session.execute(select(Policy)))).scalar_one()
    return Table(case, policy.insurer_id, policy.kind_id)


async def test_a_rate_holds_until_a_later_one_begins_and_again_when_that_has_passed(table: Table) -> None:
    for _ in range(2):
        await table.add(2000, JAN)
    await table.add(2500, MAY, date(2026, 5, 31))
    await table.add(1800, DEC)
    days = (date(2025, 12, 31), JAN, MAY, date(2026, 6, 1), date(2027, 3, 1))
    assert [await table.on(day) for day in days] == [None, 2000, 2500, 2000, 1800]


async def test_days_with_two_rates_are_refused_with_the_other_one_shown(table: Table) -> None:
    await table.add(2000, MAY, DEC)
    for since, until in ((MAY, None), (DEC, None), (JAN, MAY), (date(2026, 6, 1), date(2026, 7, 1))):
        with pytest.raises(RatesOverlap) as refused:
            await table.add(2100, since, until)
        assert refused.value.params["rate"] == 20
    with pytest.raises(DatesReversed):
        await table.add(2100, MAY, JAN)
    with pytest.raises(WrongRate):
        await table.add(10_001, JAN)


async def test_only_an_admin_edits_rates_and_a_removed_one_is_gone(table: Table) -> None:
    with pytest.raises(NotAllowed):
        await table.add(2000, JAN, person=SELLER)
    await table.add(2000, JAN)
    found = await table.case.play.read(lambda session: session.execute(select(CommissionRate.id)))
    rate_id = found.scalar_one()
    await table.case.write(remove_rate, rate_id, person=ADMIN)
    assert await table.on(MAY) is None
    with pytest.raises(RateNotFound):
        await table.case.write(remove_rate, rate_id, person=ADMIN)
