"""Which lanes have work, the head of a lane, and what becomes of an update."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from datetime import datetime

from sqlalchemy import bindparam, func, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.inbox import InboxState, InboxUpdate


@dataclass(frozen=True, slots=True)
class StoredUpdate:
    """What the worker needs of an `InboxUpdate`."""

    id: int
    update_id: int
    lane: int
    payload: str | None
    attempts: int
    next_at: datetime


_FIRST_TWO = (
    select(*(getattr(InboxUpdate, field.name) for field in fields(StoredUpdate)))
    .where(InboxUpdate.state == InboxState.NEW, InboxUpdate.lane == bindparam("lane"))
    .order_by(InboxUpdate.id)
    .limit(2)
)
_UPDATE = update(InboxUpdate).where(InboxUpdate.id == bindparam("row_id")).execution_options(synchronize_session=False)


_WAITING = (
    select(InboxUpdate.lane)
    .where(InboxUpdate.state == InboxState.NEW, InboxUpdate.lane.not_in(bindparam("busy", expanding=True)))
    .group_by(InboxUpdate.lane)
    .order_by(func.min(InboxUpdate.id))
    .limit(bindparam("limit"))
)


async def find_waiting_lanes(session: AsyncSession, *, busy: Collection[int], limit: int) -> Sequence[int]:
    """Lanes with unfinished updates, longest waiting first, apart from those this process is already on."""
    return (await session.execute(_WAITING, {"busy": list(busy), "limit": limit})).scalars().all()


async def enter_lane(session: AsyncSession, lane: int) -> bool:
    """One process at a time is in a lane, until its transaction ends; False when another one is.

    SQLite has one writer anyway.
    """
    if session.get_bind().dialect.name != "postgresql":
        return True
    entered = await session.execute(text("SELECT pg_try_advisory_xact_lock(:lane)"), {"lane": lane})
    return bool(entered.scalar_one())


async def find_head(session: AsyncSession, lane: int) -> tuple[StoredUpdate | None, bool]:
    """The lane's first unfinished update, and whether another one waits behind it."""
    rows = (await session.execute(_FIRST_TWO, {"lane": lane})).all()
    return (StoredUpdate(*rows[0]) if rows else None), len(rows) > 1


async def mark_done(session: AsyncSession, row_id: int, *, now: datetime) -> None:
    await _set(session, row_id, state=InboxState.DONE, done_at=now)


async def mark_failed(session: AsyncSession, row_id: int, *, attempts: int, next_at: datetime, error: str) -> None:
    await _set(session, row_id, attempts=attempts, next_at=next_at, error=error)


async def mark_dead(
    session: AsyncSession, row_id: int, *, attempts: int, incident: str, error: str, now: datetime
) -> None:
    values = {"attempts": attempts, "incident": incident, "error": error}
    await _set(session, row_id, state=InboxState.DEAD, done_at=now, **values)


async def _set(session: AsyncSession, row_id: int, **values: object) -> None:
    await session.execute(_UPDATE, {"row_id": row_id, **values})
