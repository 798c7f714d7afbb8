"""What a policy lets the brokerage expect, and what is left of it when less premium stays."""

from models.deal import Deal
from models.ledger import Category, ExpenseBasis
from models.policy import Instalment, Policy, PolicyState
from services.ledger.expect import expect_for_instalment, take_back_expectations
from tests.harness import Play
from tests.people import SELLER
from tests.services.ledger.builders import STARTS, Case, a_policy

DISCOUNT = (Category.DISCOUNT, ExpenseBasis.PREMIUM, 300)
REFERRER = (Category.REFERRER, ExpenseBasis.COMMISSION, 1000)


async def take_back(case: Case) -> None:
    async def work(session, actor, *, now):
        deal, policy = await session.get_one(Deal, case.deal_id), await session.get_one(Policy, case.policy_id)
        await take_back_expectations(session, actor, deal, policy, reason="Клиент расторг", now=now)

    await case.write(work)


async def test_commission_comes_with_each_instalment_once_however_often_it_is_expected(play: Play) -> None:
    case = await a_policy(play, (2_000_000, 1_345_000, 1_345_001), rules=(DISCOUNT, REFERRER))
    await case.expect()
    assert await case.amounts() == [440_000, 295_900, 295_900]
    assert await case.amounts(Category.DISCOUNT) == [60_000, 40_350, 40_350]
    assert await case.amounts(Category.REFERRER) == [44_000, 29_590, 29_590]
    first = (await case.lines())[0]
    assert (first.on, first.rate, first.policy_id) == (STARTS, 2200, case.policy_id)


async def test_commission_that_comes_whole_stands_at_the_first_day(play: Play) -> None:
    case = await a_policy(play, on_payment=False)
    lines = await case.lines()
    assert [(line.amount, line.on, line.instalment_id) for line in lines] == [(1_031_800, STARTS, None)]


async def test_nothing_is_expected_without_a_rate(play: Play) -> None:
    case = await a_policy(play, rate=None, rules=(DISCOUNT, REFERRER))
    assert await case.amounts() == []
    assert await case.amounts(Category.DISCOUNT) == [70_350, 70_350]
    assert await case.amounts(Category.REFERRER) == []


async def test_a_cancelled_instalment_takes_its_commission_and_expenses_along(play: Play) -> None:
    case = await a_policy(play, rules=(DISCOUNT,))
    paid, unpaid = await case.instalment_ids()
    await case.set(Instalment, paid, paid=2_345_000)
    await case.set(Instalment, unpaid, cancelled=True)
    for _ in range(2):
        await take_back(case)
    assert await case.amounts() == [515_900, 515_900, -515_900]
    assert await case.amounts(Category.DISCOUNT) == [70_350, 70_350, -70_350]


async def test_refunded_premium_leaves_the_commission_of_what_was_kept(play: Play) -> None:
    case = await a_policy(play, on_payment=False)
    paid, unpaid = await case.instalment_ids()
    await case.set(Instalment, paid, paid=1_000_000)
    await case.set(Instalment, unpaid, cancelled=True)
    ended = {"state": PolicyState.CANCELLED, "ended_on": STARTS, "end_reason": "Продал машину"}
    await case.set(Policy, case.policy_id, **ended)
    await take_back(case)
    assert sum(await case.amounts()) == 220_000


async def test_an_extra_premium_is_expected_at_the_rate_of_the_policy(play: Play) -> None:
    case = await a_policy(play)

    async def work(session, actor, *, now):
        deal, policy = await session.get_one(Deal, case.deal_id), await session.get_one(Policy, case.policy_id)
        extra = Instalment(policy_id=policy.id, position=2, due_on=STARTS, amount=100_000, paid=0, cancelled=False)
        extra.version = 1
        session.add(extra)
        await session.flush()
        for _ in range(2):
            await expect_for_instalment(session, actor, deal, policy, extra, now=now)

    await case.write(work, person=SELLER)
    assert await case.amounts() == [515_900, 515_900, 22_000]
