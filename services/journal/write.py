"""Writes a person's words into a deal's journal.

- The same intent key writes once, whatever it says the second time.
- Words are kept as they were typed.
"""

import unicodedata
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.journal_entry import JournalEntry
from services.access import Actor, Right
from services.deals.access import access_open_deal
from services.events.publish import publish
from services.journal.errors import EntryEmpty, EntryTooLong
from services.journal.events import JournalWritten
from services.tasks.answer import answer_questions
from services.upsert import insert_or_none

LONGEST = 4096
UNSEEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zs", "Zl", "Zp"})


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteEntry:
    deal_id: int
    text: str
    intent_key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEntry:
    """What the journal keeps. Without a deal the entry waits in its packet; `asked_id` is told it as a question."""

    deal_id: int | None
    intent_key: str
    packet_id: int | None = None
    text: str | None = None
    document_id: int | None = None
    forwarded_from: str | None = None
    asked_id: int | None = None


async def write_entry(session: AsyncSession, actor: Actor, command: WriteEntry, *, now: datetime) -> int:
    """The entry's id."""
    await access_open_deal(session, actor, command.deal_id, right=Right.WRITE_JOURNAL)
    entry = NewEntry(deal_id=command.deal_id, text=seen_words(command.text), intent_key=command.intent_key)
    written = await add_entry(session, actor, entry, now=now)
    if written is not None:
        return written
    known = select(JournalEntry.id).where(JournalEntry.intent_key == command.intent_key)
    return (await session.execute(known)).scalar_one()


async def add_entry(session: AsyncSession, actor: Actor, entry: NewEntry, *, now: datetime) -> int | None:
    """None when it was written before; part of the use case that calls it, which has authorised and holds the deal.

    Whatever is no question itself answers those that wait in the deal.
    """
    row: dict[str, object] = {
        "deal_id": entry.deal_id,
        "packet_id": entry.packet_id,
        "author_id": actor.id,
        "text": entry.text,
        "forwarded_from": entry.forwarded_from,
        "document_id": entry.document_id,
        "params": {},
        "intent_key": entry.intent_key,
        "created_at": now,
    }
    entry_id = await insert_or_none(session, JournalEntry, row, returning=JournalEntry.id)
    if entry_id is not None and entry.deal_id is not None:
        answered: list[int] = []
        if entry.asked_id is None:
            answered = await answer_questions(session, actor, entry.deal_id, words=entry.text, now=now)
        event = JournalWritten(
            deal_id=entry.deal_id,
            entry_id=entry_id,
            packet_id=entry.packet_id,
            document_id=entry.document_id,
            text=entry.text,
            forwarded_from=entry.forwarded_from,
            asked_id=entry.asked_id,
            answered_ids=answered,
        )
        await publish(session, actor, event, now=now)
    return entry_id


def seen_words(typed: str) -> str:
    """Without space around; refused when nothing of it can be seen or it is too long."""
    words = typed.strip()
    if all(unicodedata.category(char) in UNSEEN_CATEGORIES for char in words):
        raise EntryEmpty
    if len(words) > LONGEST:
        raise EntryTooLong(count=len(words), limit=LONGEST)
    return words


def message_key(chat_id: int, message_id: int) -> str:
    """The intent key of what one message says."""
    return f"message-{chat_id}-{message_id}"
