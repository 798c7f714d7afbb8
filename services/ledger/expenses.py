"""Enters an expense by hand: one to come, or one that is paid already. The same intent key enters it once."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Act, Category, Side
from models.money import Money
from services.access import Actor
from services.journal.note import note_system
from services.ledger.access import access_ledger
from services.ledger.errors import WrongAmount
from services.ledger.post import NewLine, post
from services.ledger.settle import Settle, settle


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanExpense:
    """`paid`: on that very day, so it may not lie ahead."""

    deal_id: int
    category: Category
    amount: Money
    on: date
    paid: bool = False
    payee: str | None = None
    intent_key: str


async def plan_expense(
    session: AsyncSession, actor: Actor, command: PlanExpense, *, now: datetime, today: date
) -> None:
    deal = await access_ledger(session, actor, command.deal_id)
    if command.amount.amount <= 0 or command.category is Category.COMMISSION:
        raise WrongAmount
    line = NewLine(
        deal_id=deal.id,
        side=Side.EXPENSE,
        act=Act.PLANNED,
        category=command.category,
        amount=command.amount.amount,
        currency=command.amount.currency,
        on=command.on,
        payee=command.payee,
        intent_key=command.intent_key,
    )
    expense_id = await post(session, actor, line, now=now)
    if expense_id is None:
        return
    if command.paid:
        paid = Settle(entry_id=expense_id, on=command.on, intent_key=f"{command.intent_key}-paid")
        await settle(session, actor, paid, now=now, today=today)
    else:
        await note_system(session, actor, deal.id, "jrn-ledger-expense-planned", now=now)
