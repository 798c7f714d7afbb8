"""Settles an expectation: commission came in, an expense was paid, or what was too much was given back.

- In whole or in part; with a reason nothing more is expected, the difference is corrected.
- More than is outstanding needs a reason.
- Two people at once settle it once: the second is told who was first. The same intent key settles once.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Act, LedgerEntry
from models.user import User
from services.access import Actor
from services.journal.note import note_system
from services.ledger.access import access_entry, check_reason
from services.ledger.balance import Balance, find_balance
from services.ledger.errors import (
    EntryNotFound,
    MoreThanOutstanding,
    NothingOutstanding,
    SettledInTheFuture,
    WrongDirection,
)
from services.ledger.post import against, is_posted, post


@dataclass(frozen=True, slots=True, kw_only=True)
class Settle:
    """`amount` in minor units of the expectation's currency, below zero where money is given back; None is all that is
    outstanding. `reason` explains a difference.
    """

    entry_id: int
    on: date
    amount: int | None = None
    reason: str | None = None
    intent_key: str


async def settle(session: AsyncSession, actor: Actor, command: Settle, *, now: datetime, today: date) -> None:
    entry, deal = await access_entry(session, actor, command.entry_id)
    if await is_posted(session, command.intent_key):
        return
    balance = await _open_balance(session, entry)
    amount = balance.outstanding if command.amount is None else command.amount
    _check(balance, amount, command, today)
    settled = against(entry, act=Act.SETTLED, amount=amount, on=command.on, intent_key=command.intent_key)
    await post(session, actor, settled, now=now)
    if command.reason is not None and amount != balance.outstanding:
        difference = against(
            entry,
            act=Act.PLANNED,
            amount=amount - balance.outstanding,
            on=command.on,
            reason=command.reason,
            intent_key=f"{command.intent_key}-difference",
        )
        await post(session, actor, difference, now=now)
    await note_system(session, actor, deal.id, f"jrn-ledger-{entry.side}-settled", now=now)


async def _open_balance(session: AsyncSession, entry: LedgerEntry) -> Balance:
    if entry.planned_id is not None:
        raise EntryNotFound
    balance = await find_balance(session, entry.id)
    if not balance.outstanding:
        await _refuse_as_settled(session, balance)
    return balance


async def _refuse_as_settled(session: AsyncSession, balance: Balance) -> None:
    last = (
        select(User.name, LedgerEntry.on)
        .join(User, User.id == LedgerEntry.created_by)
        .where(LedgerEntry.planned_id == balance.entry.id)
        .order_by(LedgerEntry.id.desc())
        .limit(1)
    )
    name, day = (await session.execute(last)).one()
    raise NothingOutstanding(name=name, day=day)


def _check(balance: Balance, amount: int, command: Settle, today: date) -> None:
    if command.on > today:
        raise SettledInTheFuture
    if amount * balance.outstanding <= 0:
        raise WrongDirection
    if command.reason is not None:
        check_reason(command.reason)
    elif abs(amount) > abs(balance.outstanding):
        raise MoreThanOutstanding(rest=balance.money(abs(balance.outstanding)))
