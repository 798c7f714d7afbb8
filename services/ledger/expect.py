"""Expects commission and expenses of a policy, and less of them when less of its premium stays.

- The rate is what the choice agreed on, else the table's for insurer, kind and first day; without one nothing is
  expected. What an override said last holds for whatever comes later.
- Every expectation has a key of its own: to expect twice is to expect once.
- Premium that is not owed any more, or was given back, takes its commission and expenses along: a planned line below
  zero against the expectation. Where more has been settled than is expected now, what is left is below zero: the
  brokerage owes it to the insurer, the referrer owes it to the brokerage.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from models.insurance_kind import InsuranceKind
from models.ledger import Act, Category, ExpenseRule
from models.money import Money
from models.policy import ENDED, Instalment, Policy
from services.access import Actor
from services.deals.access import sees_margin
from services.ledger.balance import Balance, list_balances_of_policy
from services.ledger.plan import Expectation, Part, Rule, plan
from services.ledger.post import NewLine, against, post
from services.ledger.rates import find_policy_rate
from services.policies.access import access_policy
from services.policies.allot import take_from_paid


async def expect_for_policy(session: AsyncSession, actor: Actor, deal: Deal, policy: Policy, *, now: datetime) -> None:
    """Call it when the instalments are written. Part of the use case that calls it, which has authorised."""
    for expectation in await plan_policy(session, deal, policy, rate=await find_policy_rate(session, policy)):
        await expect(session, actor, deal, policy, expectation, now=now)


async def expect_for_instalment(
    session: AsyncSession, actor: Actor, deal: Deal, policy: Policy, instalment: Instalment, *, now: datetime
) -> None:
    """An endorsement's extra premium. Part of the use case that calls it, which has authorised."""
    for expectation in await plan_policy(session, deal, policy, rate=await find_policy_rate(session, policy)):
        if expectation.instalment_id == instalment.id:
            await expect(session, actor, deal, policy, expectation, now=now)


async def take_back_expectations(
    session: AsyncSession, actor: Actor, deal: Deal, policy: Policy, *, reason: str, now: datetime
) -> None:
    """After a cancellation, an annulment or a returned premium: call it when the policy's state, the instalments and
    the refunds stand as they will be. Part of the use case that calls it, which has authorised.

    What stays of an instalment is its amount, or what is still paid of it when it is cancelled or the policy ended.
    Differences that people explained stay as they are; no expectation falls below zero.
    """
    planned = await plan_policy(session, deal, policy, rate=await find_policy_rate(session, policy))
    for balance, expectation, by in await _list_surplus(session, policy, planned):
        await correct(session, actor, balance, expectation, by=by, reason=reason, now=now)


async def find_commission_at_stake(
    session: AsyncSession, actor: Actor, policy_id: int, *, refunded: int
) -> Money | None:
    """What `take_back_expectations` will take of the commission when the policy ends and the client gets `refunded`
    minor units back; None for who may not see it.
    """
    policy, deal = await access_policy(session, actor, policy_id)
    if not sees_margin(actor, deal):
        return None
    instalments = await _list_instalments(session, policy)
    by_day = sorted(instalments, key=lambda each: (each.due_on, each.position))
    given = {each.id: share for each, share in take_from_paid(by_day, refunded)}
    parts = [_part(each, each.paid - given.get(each.id, 0)) for each in instalments]
    planned = await _plan(session, deal, policy, parts, rate=await find_policy_rate(session, policy))
    surplus = await _list_surplus(session, policy, planned)
    taken = sum(-by for _, expectation, by in surplus if expectation.category is Category.COMMISSION)
    return Money(taken, policy.currency)


async def _list_surplus(
    session: AsyncSession, policy: Policy, planned: Iterable[Expectation]
) -> list[tuple[Balance, Expectation, int]]:
    """Of what more is expected than planned, and by how much: below zero."""
    known = await list_balances_of_policy(session, policy.id)
    pairs = [(known[expectation.key], expectation) for expectation in planned if expectation.key in known]
    counted = [(balance, to, max(to.amount - balance.counted, -balance.expected)) for balance, to in pairs]
    return [(balance, to, by) for balance, to, by in counted if by < 0]


async def plan_policy(session: AsyncSession, deal: Deal, policy: Policy, *, rate: int | None) -> list[Expectation]:
    """As its instalments and the deal's rules stand now."""
    return await _plan(session, deal, policy, await _list_parts(session, policy), rate=rate)


async def _plan(
    session: AsyncSession, deal: Deal, policy: Policy, parts: Sequence[Part], *, rate: int | None
) -> list[Expectation]:
    kind = await session.get_one(InsuranceKind, policy.kind_id)
    return plan(
        policy.id,
        parts,
        rate=rate,
        on_payment=kind.commission_on_payment,
        rules=await _list_rules(session, deal.id),
    )


async def expect(
    session: AsyncSession,
    actor: Actor,
    deal: Deal,
    policy: Policy,
    expectation: Expectation,
    *,
    now: datetime,
    reason: str | None = None,
) -> None:
    """Part of the use case that calls it, which has authorised."""
    if not expectation.amount:
        return
    line = NewLine(
        deal_id=deal.id,
        policy_id=policy.id,
        instalment_id=expectation.instalment_id,
        side=expectation.side,
        act=Act.PLANNED,
        category=expectation.category,
        amount=expectation.amount,
        currency=policy.currency,
        on=expectation.on,
        rate=expectation.rate,
        payee=expectation.payee,
        reason=reason,
        intent_key=expectation.key,
    )
    await post(session, actor, line, now=now)


async def correct(
    session: AsyncSession, actor: Actor, balance: Balance, to: Expectation, *, by: int, reason: str, now: datetime
) -> None:
    """Part of the use case that calls it, which has authorised."""
    line = against(
        balance.entry,
        act=Act.PLANNED,
        amount=by,
        on=to.on,
        rate=to.rate,
        reason=reason,
        intent_key=f"correct-{balance.entry.id}-{balance.lines}",
    )
    await post(session, actor, line, now=now)


async def _list_parts(session: AsyncSession, policy: Policy) -> list[Part]:
    ended = policy.state in ENDED
    return [
        _part(each, each.paid if each.cancelled or ended else each.amount)
        for each in await _list_instalments(session, policy)
    ]


async def _list_instalments(session: AsyncSession, policy: Policy) -> Sequence[Instalment]:
    found = select(Instalment).where(Instalment.policy_id == policy.id).order_by(Instalment.position)
    return (await session.execute(found.execution_options(populate_existing=True))).scalars().all()


def _part(instalment: Instalment, stays: int) -> Part:
    return Part(instalment.id, instalment.due_on, stays, instalment.endorsement_id is not None)


async def _list_rules(session: AsyncSession, deal_id: int) -> list[Rule]:
    found = select(ExpenseRule).where(ExpenseRule.deal_id == deal_id, ExpenseRule.ended_at.is_(None))
    rules = (await session.execute(found.order_by(ExpenseRule.id))).scalars()
    return [Rule(rule.id, rule.category, rule.basis, rule.rate, rule.payee) for rule in rules]
