"""The one way to write a line of the ledger, with its event."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Act, Category, LedgerEntry, Side
from models.money import Currency
from services.access import Actor
from services.events.event import Event
from services.events.publish import publish
from services.ledger.events import (
    ExpensePaid,
    ExpensePlanned,
    ExpenseReversed,
    IncomePlanned,
    IncomeReceived,
    IncomeReversed,
)
from services.upsert import insert_or_none

_POSTED = {
    (Side.INCOME, Act.PLANNED): IncomePlanned,
    (Side.INCOME, Act.SETTLED): IncomeReceived,
    (Side.EXPENSE, Act.PLANNED): ExpensePlanned,
    (Side.EXPENSE, Act.SETTLED): ExpensePaid,
}
_TAKEN_BACK = {Side.INCOME: IncomeReversed, Side.EXPENSE: ExpenseReversed}


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLine:
    """As the ledger's own columns say it."""

    deal_id: int
    side: Side
    act: Act
    category: Category
    amount: int
    currency: Currency
    on: date
    intent_key: str
    policy_id: int | None = None
    instalment_id: int | None = None
    rate: int | None = None
    payee: str | None = None
    planned_id: int | None = None
    reverses_id: int | None = None
    reason: str | None = None


def against(
    expectation: LedgerEntry,
    *,
    act: Act,
    amount: int,
    on: date,
    intent_key: str,
    reason: str | None = None,
    rate: int | None = None,
    reverses_id: int | None = None,
) -> NewLine:
    """A line that settles an expectation or corrects it."""
    return NewLine(
        deal_id=expectation.deal_id,
        side=expectation.side,
        act=act,
        category=expectation.category,
        amount=amount,
        currency=expectation.currency,
        on=on,
        intent_key=intent_key,
        policy_id=expectation.policy_id,
        instalment_id=expectation.instalment_id,
        rate=rate,
        payee=expectation.payee,
        planned_id=expectation.id,
        reverses_id=reverses_id,
        reason=reason,
    )


async def post(session: AsyncSession, actor: Actor, line: NewLine, *, now: datetime) -> int | None:
    """The line's id, None when its intent has been posted before.

    Part of the use case that calls it, which has authorised and holds the deal.
    """
    row = {**asdict(line), "created_by": actor.id, "created_at": now}
    row["on_day"] = row.pop("on")
    entry_id = await insert_or_none(session, LedgerEntry, row, returning=LedgerEntry.id)
    if entry_id is not None:
        await publish(session, actor, _event(line, entry_id), now=now)
    return entry_id


async def is_posted(session: AsyncSession, intent_key: str) -> bool:
    found = select(LedgerEntry.id).where(LedgerEntry.intent_key == intent_key)
    return (await session.execute(found)).first() is not None


def _event(line: NewLine, entry_id: int) -> Event:
    takes_back = line.reverses_id is not None or (line.act is Act.PLANNED and line.amount < 0)
    event = _TAKEN_BACK[line.side] if takes_back else _POSTED[line.side, line.act]
    return event(
        deal_id=line.deal_id,
        entry_id=entry_id,
        policy_id=line.policy_id,
        category=line.category.value,
        amount=line.amount,
        currency=line.currency.value,
    )
