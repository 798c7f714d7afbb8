"""Takes a line of the ledger back by another one, for a reason; nothing is ever changed.

- A line is taken back once, and what takes back stands.
- An expectation only while nothing else stands against it; a correction only where something stays expected.
"""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Act, LedgerEntry
from models.user import User
from services.access import Actor
from services.journal.note import note_system
from services.ledger.access import access_entry, check_reason
from services.ledger.balance import find_balance
from services.ledger.errors import AlreadyReversed, LaterLinesStand, ReversalStands
from services.ledger.post import against, post


async def reverse_entry(session: AsyncSession, actor: Actor, entry_id: int, *, reason: str, now: datetime) -> None:
    entry, deal = await access_entry(session, actor, entry_id)
    check_reason(reason)
    await check_reversible(session, entry)
    expectation = entry if entry.planned_id is None else await session.get_one(LedgerEntry, entry.planned_id)
    reversal = against(
        expectation,
        act=entry.act,
        amount=-entry.amount,
        on=entry.on,
        rate=entry.rate,
        reason=reason,
        reverses_id=entry.id,
        intent_key=f"reverse-{entry.id}",
    )
    await post(session, actor, reversal, now=now)
    await note_system(session, actor, deal.id, "jrn-ledger-reversed", now=now)


async def check_reversible(session: AsyncSession, entry: LedgerEntry) -> None:
    if entry.reverses_id is not None:
        raise ReversalStands
    reversal = (
        select(User.name, LedgerEntry.created_at)
        .join(User, User.id == LedgerEntry.created_by)
        .where(LedgerEntry.reverses_id == entry.id)
    )
    by = (await session.execute(reversal)).one_or_none()
    if by is not None:
        raise AlreadyReversed(name=by.name)
    if entry.act is Act.PLANNED:
        await _check_nothing_rests_on(session, entry)


async def _check_nothing_rests_on(session: AsyncSession, entry: LedgerEntry) -> None:
    balance = await find_balance(session, entry.planned_id or entry.id)
    if entry.planned_id is None:
        free = (balance.expected, balance.settled) == (entry.amount, 0)
    else:
        free = balance.expected >= entry.amount
    if not free:
        raise LaterLinesStand
