"""Commission comes in and expenses go out: against what is expected, in whole or in part, and back again."""

import asyncio
from datetime import date
from functools import partial

import pytest

from models.ledger import Act, Category, ExpenseBasis
from models.money import Currency, Money
from services.deals.errors import DealNotFound
from services.errors import NotAllowed
from services.ledger.errors import (
    AlreadyReversed,
    LaterLinesStand,
    LedgerReasonNeeded,
    MoreThanOutstanding,
    NothingOutstanding,
    ReversalStands,
    SettledInTheFuture,
    WrongDirection,
)
from services.ledger.expenses import PlanExpense, plan_expense
from services.ledger.override import override_rate
from services.ledger.queries import find_deal_money, find_policy_money, list_margins
from services.ledger.reverse import reverse_entry
from services.ledger.settle import Settle, settle
from tests.harness import Play
from tests.invariants import assert_invariants
from tests.people import EXECUTOR, MANAGER, OTHER_SELLER, SELLER
from tests.services.ledger.builders import HALVES, Case, a_case, a_policy
from tests.services.ledger.test_expect import take_back

TODAY = date(2026, 11, 23)


def rub(amount: int) -> Money:
    return Money(amount, Currency.RUB)


async def receive(case: Case, amount: int | None = None, *, entry: int = 0, person=SELLER, **values) -> None:
    entry_id = (await case.lines())[entry].id
    command = Settle(
        **{"entry_id": entry_id, "amount": amount, "on": TODAY, "intent_key": f"s-{entry}-{amount}", **values}
    )
    await case.write(settle, command, person=person, today=TODAY)


async def left(case: Case) -> list[int]:
    money = await case.play.read(partial(find_deal_money, actor=case.play.actor(MANAGER), deal_id=case.deal_id))
    return [line.outstanding.amount for line in money.open_]


async def test_a_part_leaves_the_rest_open_and_the_same_intent_counts_once(play: Play) -> None:
    case = await a_policy(play)
    for _ in range(2):
        await receive(case, 200_000)
    assert await left(case) == [315_900, 515_900]
    await receive(case)
    assert await left(case) == [515_900]
    found = await play.read(partial(find_policy_money, policy_id=case.policy_id))
    assert (found.expected, found.received) == (rub(1_031_800), rub(515_900))
    await assert_invariants(play)


async def test_a_difference_is_explained_or_refused(play: Play) -> None:
    case = await a_policy(play)
    with pytest.raises(MoreThanOutstanding):
        await receive(case, 515_901)
    with pytest.raises(LedgerReasonNeeded):
        await receive(case, 515_901, reason="—")
    await receive(case, 500_000, reason="Страховщик удержал")
    await receive(case, 520_000, entry=1, reason="Премия за план")
    assert await left(case) == []
    assert [line.reason for line in await case.lines() if line.reason] == ["Страховщик удержал", "Премия за план"]
    await assert_invariants(play)


async def test_who_comes_second_is_told_who_was_first(play: Play) -> None:
    case = await a_policy(play)
    await receive(case, person=MANAGER)
    with pytest.raises(NothingOutstanding) as refused:
        await receive(case, intent_key="second")
    assert refused.value.params == {"name": "Viktor", "day": TODAY}


async def test_of_two_at_the_same_moment_one_settles(play: Play) -> None:
    case = await a_policy(play)
    both = [receive(case, person=person, intent_key=person.name) for person in (SELLER, MANAGER)]
    outcomes = await asyncio.gather(*both, return_exceptions=True)
    assert [type(outcome) for outcome in outcomes if outcome] == [NothingOutstanding]
    assert await case.amounts(act=Act.SETTLED) == [515_900]


async def test_neither_the_future_nor_the_wrong_way_nor_nothing(play: Play) -> None:
    case = await a_policy(play)
    with pytest.raises(SettledInTheFuture):
        await receive(case, on=date(2026, 11, 24))
    for amount in (-100, 0):
        with pytest.raises(WrongDirection):
            await receive(case, amount)


async def test_commission_of_refunded_premium_is_given_back(play: Play) -> None:
    case = await a_policy(play)
    await case.pay(HALVES[0])
    await receive(case)
    await case.cancel(refund=1_000_000)
    assert await left(case) == [-220_000]
    await receive(case, -220_000)
    assert await left(case) == []
    [margin] = await play.read(partial(list_margins, deal_id=case.deal_id))
    assert (margin.planned, margin.settled) == (rub(295_900), rub(295_900))
    await assert_invariants(play)


async def test_a_bonus_stays_when_premium_is_given_back_and_no_more_is_owed_than_came(play: Play) -> None:
    case = await a_policy(play)
    await receive(case, 600_000, reason="Бонус")
    await receive(case, 500_000, entry=1, reason="Удержали")
    await case.cancel(refund=0)
    await take_back(case)
    assert await left(case) == [-515_900, -500_000]
    await assert_invariants(play)


async def test_margin_is_commission_less_expenses(play: Play) -> None:
    case = await a_policy(play, rules=((Category.DISCOUNT, ExpenseBasis.PREMIUM, 300),))
    taxi = PlanExpense(
        deal_id=case.deal_id,
        category=Category.OTHER,
        amount=rub(50_000),
        on=TODAY,
        paid=True,
        payee="Такси",
        intent_key="taxi",
    )
    for _ in range(2):
        await case.write(plan_expense, taxi, today=TODAY)
    await receive(case)
    [margin] = await play.read(partial(list_margins, deal_id=case.deal_id))
    assert margin.planned == rub(1_031_800 - 140_700 - 50_000)
    assert margin.settled == rub(515_900 - 50_000)
    assert margin.expenses_paid == rub(50_000)
    await assert_invariants(play)


async def test_an_override_corrects_what_has_not_come_in_whole(play: Play) -> None:
    case = await a_policy(play, rules=((Category.REFERRER, ExpenseBasis.COMMISSION, 1000),))
    await receive(case)
    await case.write(override_rate, case.policy_id, rate=2000, reason="Новый договор")
    assert await case.amounts() == [515_900, 515_900, -46_900]
    assert (await case.amounts(Category.REFERRER))[2:] == [-4_690, -4_690]
    assert {line.rate for line in await case.lines() if line.reason} == {1000, 2000}
    await case.write(override_rate, case.policy_id, rate=0, reason="Без комиссии")
    await case.write(override_rate, case.policy_id, rate=2200, reason="Всё-таки платят")
    assert sum(await case.amounts()) == 1_031_800
    await assert_invariants(play)


async def test_an_override_gives_a_rate_to_a_policy_without_one(play: Play) -> None:
    case = await a_policy(play, rate=None)
    money = await play.read(partial(find_deal_money, actor=play.actor(SELLER), deal_id=case.deal_id))
    assert money.unrated == [(case.policy_id, "AI-4471122")]
    await case.write(override_rate, case.policy_id, rate=1500, reason="Договорились")
    assert await case.amounts() == [351_750, 351_750]


async def test_a_line_is_taken_back_once(play: Play) -> None:
    case = await a_policy(play)
    await receive(case)
    expected, settled = (await case.lines())[0].id, (await case.lines())[-1].id
    with pytest.raises(LaterLinesStand):
        await case.write(reverse_entry, expected, reason="Ошибка")
    with pytest.raises(LedgerReasonNeeded):
        await case.write(reverse_entry, settled, reason="…")
    await case.write(reverse_entry, settled, reason="Не тот полис")
    assert await left(case) == [515_900, 515_900]
    with pytest.raises(AlreadyReversed):
        await case.write(reverse_entry, settled, reason="Ещё раз", person=MANAGER)
    with pytest.raises(ReversalStands):
        await case.write(reverse_entry, (await case.lines())[-1].id, reason="Обратно")
    await case.write(reverse_entry, expected, reason="Не будет")
    assert await left(case) == [515_900]
    assert await case.amounts(act=Act.SETTLED) == [515_900, -515_900]
    await assert_invariants(play)


async def test_an_executor_and_a_stranger_to_the_deal_see_and_record_nothing(play: Play) -> None:
    case = await a_policy(play)
    for person, refusal in ((EXECUTOR, NotAllowed), (OTHER_SELLER, DealNotFound)):
        with pytest.raises(refusal):
            await receive(case, person=person)
        with pytest.raises(refusal):
            await case.write(override_rate, case.policy_id, rate=1, reason="Тест", person=person)
        with pytest.raises(refusal):
            await play.read(partial(find_deal_money, actor=play.actor(person), deal_id=case.deal_id))


async def test_an_empty_deal_has_a_margin_of_nothing(play: Play) -> None:
    case = await a_case(play)
    [margin] = await play.read(partial(list_margins, deal_id=case.deal_id))
    assert (margin.planned, margin.settled) == (rub(0), rub(0))
