"""Texts of processed updates are erased after a while; id and digest stay, so that a repeat is still known."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.inbox import InboxState, InboxUpdate

BATCH = 500


async def forget_old_updates(session: AsyncSession, *, before: datetime) -> int:
    """How many were erased now."""
    old = (
        select(InboxUpdate.id)
        .where(InboxUpdate.received_at < before, InboxUpdate.payload.is_not(None), InboxUpdate.state != InboxState.NEW)
        .limit(BATCH)
    )
    erased = await session.execute(
        update(InboxUpdate)
        .where(InboxUpdate.id.in_(old))
        .values(payload=None)
        .execution_options(synchronize_session=False)
    )
    return int(erased.rowcount)  # type: ignore[attr-defined]  # an UPDATE's result has it
