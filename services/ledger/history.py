"""Reads of single lines: an expectation with what became of it, and a deal's ledger line by line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from models.ledger import Act, Category, LedgerEntry, Side
from models.money import Money
from models.policy import Policy
from models.user import User
from services.access import Actor, Right
from services.conversation.paging import Page
from services.deals.access import access_deal
from services.ledger.access import access_entry
from services.ledger.balance import find_balance

PAGE_SIZE = 8
MOST_ON_CARD = 5
_Reversal = aliased(LedgerEntry)


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """`corrects`: it changes what is expected; `reverses`: it takes the very line back; `number` is the policy's."""

    id: int
    deal_id: int
    side: Side
    act: Act
    category: Category
    payee: str | None
    number: str | None
    amount: Money
    on: date
    rate: int | None
    name: str | None
    reason: str | None
    corrects: bool
    reverses: bool
    reversed: bool


@dataclass(frozen=True, slots=True)
class EntryCard:
    """`number` is the policy's, `rate` what it was counted with last; `lines` are the newest that
    stand against it.
    """

    id: int
    deal_id: int
    policy_id: int | None
    number: str | None
    side: Side
    category: Category
    payee: str | None
    on: date
    rate: int | None
    expected: Money
    settled: Money
    outstanding: Money
    lines: Sequence[HistoryLine]


def _lines() -> Select[LedgerEntry, str, int, str]:
    return (
        select(LedgerEntry, User.name, _Reversal.id, Policy.number)
        .outerjoin(User, User.id == LedgerEntry.created_by)
        .outerjoin(Policy, Policy.id == LedgerEntry.policy_id)
        .outerjoin(_Reversal, _Reversal.reverses_id == LedgerEntry.id)
        .order_by(LedgerEntry.id.desc())
    )


def _line(entry: LedgerEntry, name: str | None, reversal_id: int | None, number: str | None) -> HistoryLine:
    return HistoryLine(
        id=entry.id,
        deal_id=entry.deal_id,
        side=entry.side,
        act=entry.act,
        category=entry.category,
        payee=entry.payee,
        number=number,
        amount=entry.money,
        on=entry.on,
        rate=entry.rate,
        name=name,
        reason=entry.reason,
        corrects=entry.act is Act.PLANNED and entry.planned_id is not None,
        reverses=entry.reverses_id is not None,
        reversed=reversal_id is not None,
    )


async def find_entry_card(session: AsyncSession, actor: Actor, entry_id: int) -> EntryCard:
    """Of the expectation, by its own id or that of a line against it."""
    found, deal = await access_entry(session, actor, entry_id, right=Right.SEE_MARGIN)
    balance = await find_balance(session, found.planned_id or found.id)
    entry = balance.entry
    number = None
    if entry.policy_id is not None:
        number = (await session.execute(select(Policy.number).where(Policy.id == entry.policy_id))).scalar_one()
    against = _lines().where(LedgerEntry.planned_id == entry.id).limit(MOST_ON_CARD)
    lines = [_line(*row) for row in (await session.execute(against)).all()]
    return EntryCard(
        id=entry.id,
        deal_id=deal.id,
        policy_id=entry.policy_id,
        number=number,
        side=entry.side,
        category=entry.category,
        payee=entry.payee,
        on=entry.on,
        rate=next((line.rate for line in lines if line.rate is not None), entry.rate),
        expected=balance.money(balance.expected),
        settled=balance.money(balance.settled),
        outstanding=balance.money(balance.outstanding),
        lines=lines,
    )


async def find_history_line(session: AsyncSession, actor: Actor, entry_id: int) -> HistoryLine:
    await access_entry(session, actor, entry_id, right=Right.SEE_MARGIN)
    return _line(*(await session.execute(_lines().where(LedgerEntry.id == entry_id))).one())


async def list_history(
    session: AsyncSession, actor: Actor, deal_id: int, *, before: int | None = None
) -> Page[HistoryLine]:
    """Newest first; `before` is the id of the last one on the page before."""
    deal = await access_deal(session, actor, deal_id, right=Right.SEE_MARGIN)
    wanted = _lines().where(LedgerEntry.deal_id == deal.id).limit(PAGE_SIZE + 1)
    if before is not None:
        wanted = wanted.where(LedgerEntry.id < before)
    return Page.of([_line(*row) for row in (await session.execute(wanted)).all()], PAGE_SIZE)
