"""Loads what stands in a deal's ledger and authorises in one go; an executor never gets here."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from models.ledger import ExpenseRule, LedgerEntry
from services.access import Actor, Right, check_right
from services.deals.access import access_deal
from services.ledger.errors import EntryNotFound, LedgerReasonNeeded, RuleNotFound

SHORTEST_REASON = 3


async def access_ledger(session: AsyncSession, actor: Actor, deal_id: int) -> Deal:
    """For changes: the deal is held. A lost one too, since its money may still move."""
    return await access_deal(session, actor, deal_id, right=Right.RECORD_LEDGER, lock=True)


async def access_entry(
    session: AsyncSession, actor: Actor, entry_id: int, *, right: Right = Right.RECORD_LEDGER
) -> tuple[LedgerEntry, Deal]:
    """The deal is held where the right is to record."""
    check_right(actor, right)
    entry = (await session.execute(select(LedgerEntry).where(LedgerEntry.id == entry_id))).scalar_one_or_none()
    if entry is None:
        raise EntryNotFound
    lock = right is Right.RECORD_LEDGER
    return entry, await access_deal(session, actor, entry.deal_id, right=right, lock=lock)


async def access_rule(session: AsyncSession, actor: Actor, rule_id: int) -> tuple[ExpenseRule, Deal]:
    check_right(actor, Right.RECORD_LEDGER)
    found = select(ExpenseRule.deal_id).where(ExpenseRule.id == rule_id)
    deal_id = (await session.execute(found)).scalar_one_or_none()
    if deal_id is None:
        raise RuleNotFound
    deal = await access_ledger(session, actor, deal_id)
    return await session.get_one(ExpenseRule, rule_id, populate_existing=True), deal


def check_reason(reason: str) -> None:
    if len(reason.strip()) < SHORTEST_REASON:
        raise LedgerReasonNeeded
