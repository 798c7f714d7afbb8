"""Rules that bring expenses along with a deal's instalments: a discount to the client, a referrer's part.

- A new rule holds for the policies that run already, too; ending it takes back what of it is not paid.
- A deal has one rule of a category and payee at a time.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from models.ledger import Act, Category, ExpenseBasis, ExpenseRule
from models.policy import ENDED, Policy
from services.access import Actor
from services.journal.note import note_system
from services.ledger.access import access_ledger, access_rule
from services.ledger.balance import Balance, list_open_of_rule
from services.ledger.errors import SameRuleStands, WrongRate
from services.ledger.expect import expect, plan_policy
from services.ledger.post import against, post
from services.ledger.rates import check_rate, find_policy_rate
from services.upsert import insert_or_none

MOST_POLICIES = 20
RULE_ENDED = "rule-ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddRule:
    """`rate` in hundredths of a per cent of the basis."""

    deal_id: int
    category: Category
    basis: ExpenseBasis
    rate: int
    payee: str | None = None
    intent_key: str


async def add_rule(session: AsyncSession, actor: Actor, command: AddRule, *, now: datetime) -> None:
    deal = await access_ledger(session, actor, command.deal_id)
    _check(command)
    await _check_alone(session, command)
    row = {
        "deal_id": deal.id,
        "category": command.category,
        "basis": command.basis,
        "rate": command.rate,
        "payee": command.payee,
        "created_by": actor.id,
        "created_at": now,
        "intent_key": command.intent_key,
    }
    rule_id = await insert_or_none(session, ExpenseRule, row, returning=ExpenseRule.id)
    if rule_id is None:
        return
    await _hold_for_running(session, actor, deal, rule_id, now)
    await note_system(session, actor, deal.id, "jrn-ledger-rule-added", now=now)


async def end_rule(session: AsyncSession, actor: Actor, rule_id: int, *, now: datetime) -> int:
    """The deal's id; ending it twice is ending it once."""
    rule, deal = await access_rule(session, actor, rule_id)
    if rule.ended_at is not None:
        return deal.id
    await session.execute(update(ExpenseRule).where(ExpenseRule.id == rule.id).values(ended_at=now))
    for balance in await list_open_of_rule(session, deal.id, rule.id):
        if balance.outstanding > 0:
            await _take_back(session, actor, balance, now)
    await note_system(session, actor, deal.id, "jrn-ledger-rule-ended", now=now)
    return deal.id


def _check(command: AddRule) -> None:
    check_rate(command.rate)
    if not command.rate or command.category is Category.COMMISSION:
        raise WrongRate


async def _check_alone(session: AsyncSession, command: AddRule) -> None:
    same = select(ExpenseRule.id).where(
        ExpenseRule.deal_id == command.deal_id,
        ExpenseRule.category == command.category,
        ExpenseRule.payee.is_not_distinct_from(command.payee),
        ExpenseRule.ended_at.is_(None),
        ExpenseRule.intent_key != command.intent_key,
    )
    if (await session.execute(same.limit(1))).first() is not None:
        raise SameRuleStands


async def _hold_for_running(session: AsyncSession, actor: Actor, deal: Deal, rule_id: int, now: datetime) -> None:
    running = select(Policy).where(Policy.deal_id == deal.id, Policy.state.not_in(ENDED)).limit(MOST_POLICIES)
    for policy in (await session.execute(running)).scalars().all():
        for expectation in await plan_policy(session, deal, policy, rate=await find_policy_rate(session, policy)):
            if expectation.rule_id == rule_id:
                await expect(session, actor, deal, policy, expectation, now=now)


async def _take_back(session: AsyncSession, actor: Actor, balance: Balance, now: datetime) -> None:
    line = against(
        balance.entry,
        act=Act.PLANNED,
        amount=-balance.outstanding,
        on=balance.entry.on,
        reason=RULE_ENDED,
        intent_key=f"correct-{balance.entry.id}-{balance.lines}",
    )
    await post(session, actor, line, now=now)
