"""Lines that the system writes into a deal's journal."""

from datetime import datetime

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from models.journal_entry import JournalEntry
from services.access import Actor
from services.conversation.values import Param, params_to_json


async def note_system(
    session: AsyncSession,
    actor: Actor | None,
    deal_id: int,
    key: str,
    *,
    now: datetime,
    author_id: int | None = None,
    **params: Param,
) -> None:
    """A line worded in the reader's language; part of the use case that calls it.

    Where nobody acts now, `author_id` may still name whose doing it is.
    """
    row = {
        "deal_id": deal_id,
        "author_id": (actor.id or None) if actor else author_id,
        "key": key,
        "params": params_to_json(params),
        "created_at": now,
    }
    await session.execute(insert(JournalEntry).values(row))
