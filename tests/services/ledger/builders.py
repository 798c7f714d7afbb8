"""A filed policy without the dialogue that files it, and its ledger in short."""

from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from models.insurance_kind import InsuranceKind
from models.insurer import Insurer
from models.ledger import Act, Category, CommissionRate, ExpenseBasis, ExpenseRule, LedgerEntry
from models.policy import Instalment, Policy, PolicyState
from services.ledger.expect import expect_for_policy
from services.policies.end import CancelPolicy, cancel_policy
from services.policies.pay import RecordPayment, record_payment
from tests.handlers.clients.builders import a_client, a_deal
from tests.harness import Play
from tests.people import ADMIN, EXECUTOR, SELLER

STARTS = date(2026, 12, 1)
HALVES = (2_345_000, 2_345_000)


@dataclass
class Case:
    """A deal with one policy of the first insurer."""

    play: Play
    deal_id: int
    policy_id: int = 0
    rules: list[int] = field(default_factory=list)

    async def write(self, verb: Any, *args: Any, person: Any = SELLER, **named: Any) -> Any:
        """A use case as the person would have it done now."""
        actor = self.play.actor(person)
        named = {"now": self.play.clock.now(), **named}
        return await self.play.write(lambda session: verb(session, actor, *args, **named))

    async def expect(self) -> None:
        async def work(session: AsyncSession) -> None:
            deal = await session.get_one(Deal, self.deal_id)
            policy = await session.get_one(Policy, self.policy_id)
            await expect_for_policy(session, self.play.actor(SELLER), deal, policy, now=self.play.clock.now())

        await self.play.write(work)

    async def lines(self, *where: Any) -> list[LedgerEntry]:
        found = select(LedgerEntry).where(LedgerEntry.deal_id == self.deal_id, *where).order_by(LedgerEntry.id)
        return list((await self.play.read(lambda session: session.execute(found))).scalars())

    async def amounts(self, category: Category = Category.COMMISSION, act: Act = Act.PLANNED) -> list[int]:
        return [line.amount for line in await self.lines(LedgerEntry.category == category, LedgerEntry.act == act)]

    async def set(self, table: Any, row_id: int, **values: Any) -> None:
        await self.play.write(lambda session: session.execute(update(table).where(table.id == row_id).values(**values)))

    async def pay(self, amount: int, *, key: str = "pay") -> None:
        today = self.play.clock.now().date()
        command = RecordPayment(policy_id=self.policy_id, amount=amount, paid_on=today, intent_key=f"{key}-{amount}")
        await self.write(record_payment, command, today=today)

    async def cancel(self, *, refund: int) -> None:
        command = CancelPolicy(policy_id=self.policy_id, ended_on=STARTS, refund=refund, reason="Продал машину")
        await self.write(cancel_policy, command, today=self.play.clock.now().date())

    async def set_executor(self) -> None:
        await self.set(Deal, self.deal_id, executor_id=self.play.ids[EXECUTOR.telegram_id])

    async def instalment_ids(self) -> list[int]:
        found = select(Instalment.id).where(Instalment.policy_id == self.policy_id).order_by(Instalment.position)
        return list((await self.play.read(lambda session: session.execute(found))).scalars())


async def a_case(play: Play, *, deal_id: int | None = None) -> Case:
    if deal_id is None:
        deal_id = await a_deal(play, await a_client(play))
    return Case(play, deal_id)


async def a_policy(
    play: Play,
    parts: tuple[int, ...] = HALVES,
    *,
    deal_id: int | None = None,
    rate: int | None = 2200,
    on_payment: bool = True,
    rules: tuple[tuple[Category, ExpenseBasis, int], ...] = (),
    expect: bool = True,
) -> Case:
    """`rate` stands in the table from the first of the year on."""
    case = await a_case(play, deal_id=deal_id)
    await play.write(partial(_insert, case=case, parts=parts, rate=rate, on_payment=on_payment, rules=rules))
    if expect:
        await case.expect()
    return case


async def _insert(session: AsyncSession, *, case: Case, parts: Any, rate: Any, on_payment: bool, rules: Any) -> None:
    play = case.play
    deal = await session.get_one(Deal, case.deal_id)
    insurer_id = (await session.execute(select(Insurer.id).order_by(Insurer.id).limit(1))).scalar_one()
    by, now = play.ids[ADMIN.telegram_id], play.clock.now()
    await session.execute(
        update(InsuranceKind).where(InsuranceKind.id == deal.kind_id).values(commission_on_payment=on_payment)
    )
    if rate is not None:
        row = {"insurer_id": insurer_id, "kind_id": deal.kind_id, "from_on": date(2026, 1, 1), "rate": rate}
        await session.execute(insert(CommissionRate).values(**row, created_by=by, created_at=now))
    for number, (category, basis, share) in enumerate(rules):
        rule = {"deal_id": deal.id, "category": category, "basis": basis, "rate": share, "payee": None}
        row = {**rule, "created_by": by, "created_at": now, "intent_key": f"rule-{deal.id}-{number}"}
        case.rules.append(
            (await session.execute(insert(ExpenseRule).values(**row).returning(ExpenseRule.id))).scalar_one()
        )
    case.policy_id = (
        await session.execute(insert(Policy).values(_policy(deal, insurer_id, sum(parts), now)).returning(Policy.id))
    ).scalar_one()
    rows = [
        {"position": n, "amount": amount, "due_on": STARTS.replace(month=1 + (11 + n) % 12, year=2026 + (11 + n) // 12)}
        for n, amount in enumerate(parts)
    ]
    shared = {"policy_id": case.policy_id, "paid": 0, "cancelled": False, "version": 1}
    await session.execute(insert(Instalment), [{**shared, **row} for row in rows])


def _policy(deal: Deal, insurer_id: int, premium: int, now: Any) -> dict[str, Any]:
    return {
        "deal_id": deal.id,
        "client_id": deal.client_id,
        "insurer_id": insurer_id,
        "kind_id": deal.kind_id,
        "number": "AI-4471122",
        "number_key": f"AI4471122-{deal.id}",
        "object": deal.object,
        "object_key": deal.object,
        "starts_on": STARTS,
        "ends_on": date(2027, 11, 30),
        "premium": premium,
        "currency": deal.currency,
        "state": PolicyState.ISSUED,
        "search_text": "",
        "version": 1,
        "intent_key": f"policy-{deal.id}",
        "created_by": deal.seller_id,
        "created_at": now,
    }
