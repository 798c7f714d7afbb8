"""Reads of the journal."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.journal_entry import JournalEntry
from models.user import User
from services.access import Actor
from services.conversation.paging import Page
from services.deals.access import access_deal
from services.journal.errors import EntryNotFound

PAGE_SIZE = 6


@dataclass(frozen=True, slots=True)
class JournalLine:
    """A person's words or a voice document, else a system line by `key`."""

    id: int
    deal_id: int | None
    author: str | None
    text: str | None
    forwarded_from: str | None
    document_id: int | None
    key: str | None
    params: dict[str, Any]
    created_at: datetime


def _lines() -> Select[*tuple[Any, ...]]:
    return select(
        JournalEntry.id,
        JournalEntry.deal_id,
        User.name,
        JournalEntry.text,
        JournalEntry.forwarded_from,
        JournalEntry.document_id,
        JournalEntry.key,
        JournalEntry.params,
        JournalEntry.created_at,
    ).outerjoin(User, User.id == JournalEntry.author_id)


_LAST = _lines().where(JournalEntry.deal_id == bindparam("deal_id")).order_by(JournalEntry.id.desc()).limit(1)


async def find_last_entry(session: AsyncSession, deal_id: int) -> JournalLine | None:
    """For a card whose reader has been authorised."""
    row = (await session.execute(_LAST, {"deal_id": deal_id})).one_or_none()
    return JournalLine(*row) if row else None


async def list_entries(
    session: AsyncSession, actor: Actor, deal_id: int, *, before: int | None = None
) -> Page[JournalLine]:
    """Newest first; `before` is the id of the last one on the page before."""
    await access_deal(session, actor, deal_id)
    wanted = _lines().where(JournalEntry.deal_id == deal_id).order_by(JournalEntry.id.desc()).limit(PAGE_SIZE + 1)
    if before is not None:
        wanted = wanted.where(JournalEntry.id < before)
    return Page.of([JournalLine(*row) for row in (await session.execute(wanted)).all()], PAGE_SIZE)


async def find_entry(session: AsyncSession, actor: Actor, entry_id: int) -> JournalLine:
    row = (await session.execute(_lines().where(JournalEntry.id == entry_id))).one_or_none()
    if row is None or row.deal_id is None:
        raise EntryNotFound
    await access_deal(session, actor, row.deal_id)
    return JournalLine(*row)
