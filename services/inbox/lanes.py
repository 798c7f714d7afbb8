"""Which lanes have work, the head of a lane, and what becomes of an update."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import func, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.inbox import InboxState, InboxUpdate


async def find_waiting_lanes(session: AsyncSession, *, busy: Collection[int], limit: int) -> Sequence[int]:
    """Lanes with unfinished updates, longest waiting first, apart from those this process is already on."""
    waiting = (
        select(InboxUpdate.lane)
        .where(InboxUpdate.state == InboxState.NEW, InboxUpdate.lane.not_in(busy))
        .group_by(InboxUpdate.lane)
        .order_by(func.min(InboxUpdate.id))
        .limit(limit)
    )
    return (await session.execute(waiting)).scalars().all()


async def enter_lane(session: AsyncSession, lane: int) -> bool:
    """One process at a time is in a lane, until its transaction ends; False when another one is.

    SQLite has one writer anyway.
    """
    if session.get_bind().dialect.name != "postgresql":
        return True
    entered = await session.execute(text("SELECT pg_try_advisory_xact_lock(:lane)"), {"lane": lane})
    return bool(entered.scalar_one())


async def find_head(session: AsyncSession, lane: int) -> tuple[InboxUpdate | None, bool]:
    """The lane's first unfinished update, and whether another one waits behind it."""
    first_two = (
        select(InboxUpdate)
        .where(InboxUpdate.state == InboxState.NEW, InboxUpdate.lane == lane)
        .order_by(InboxUpdate.id)
        .limit(2)
    )
    rows = (await session.execute(first_two)).scalars().all()
    return (rows[0] if rows else None), len(rows) > 1


async def mark_done(session: AsyncSession, row_id: int, *, now: datetime) -> None:
    await _set(session, row_id, state=InboxState.DONE, done_at=now)


async def mark_failed(session: AsyncSession, row_id: int, *, attempts: int, next_at: datetime, error: str) -> None:
    await _set(session, row_id, attempts=attempts, next_at=next_at, error=error)


async def mark_dead(session: AsyncSession, row_id: int, *, incident: str, error: str, now: datetime) -> None:
    await _set(session, row_id, state=InboxState.DEAD, done_at=now, incident=incident, error=error)


async def _set(session: AsyncSession, row_id: int, **values: object) -> None:
    await session.execute(
        update(InboxUpdate)
        .where(InboxUpdate.id == row_id)
        .values(**values)
        .execution_options(synchronize_session=False)
    )
