"""Seals events in batches: each seal covers its events and the seal before it.

- An event is sealed when it is so old that no transaction can still write an earlier one: ids on PostgreSQL become
  visible in another order than they were given.
"""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.audit_seal import AuditSeal
from models.event import EventRow
from services.audit.digests import COVERED, GENESIS, digest_event, digest_seal

SETTLED = timedelta(minutes=5)
BATCH = 200

_HEAD = select(AuditSeal.id, AuditSeal.last_event_id, AuditSeal.digest).order_by(AuditSeal.id.desc()).limit(1)
_EVENTS = select(*(getattr(EventRow, name) for name in COVERED)).order_by(EventRow.id)


async def is_seal_due(session: AsyncSession, *, now: datetime) -> bool:
    _, sealed, _ = await _find_head(session)
    first = select(EventRow.occurred_at).where(EventRow.id > sealed).order_by(EventRow.id).limit(1)
    occurred_at = (await session.execute(first)).scalar_one_or_none()
    return occurred_at is not None and occurred_at <= now - SETTLED


async def _find_head(session: AsyncSession) -> Row[int, int, str] | tuple[int, int, str]:
    """Of the last seal its number, the last event that it covers and its digest."""
    return (await session.execute(_HEAD)).one_or_none() or (0, 0, GENESIS)


async def seal_events(session: AsyncSession, now: datetime, *, batch: int = BATCH) -> int:
    """How many were sealed: at most a batch."""
    number, sealed, previous = await _find_head(session)
    found = (await session.execute(_EVENTS.where(EventRow.id > sealed).limit(batch))).mappings()
    leaves: list[Any] = []
    for row in found:
        if row["occurred_at"] > now - SETTLED:
            break
        leaves.append([row["id"], digest_event(dict(row))])
    if leaves:
        await _write(session, number + 1, previous, leaves, now)
    return len(leaves)


async def _write(session: AsyncSession, number: int, previous: str, leaves: list[Any], now: datetime) -> None:
    row = {
        "id": number,
        "last_event_id": leaves[-1][0],
        "leaves": leaves,
        "previous": previous,
        "digest": digest_seal(number, previous, leaves),
        "sealed_at": now,
    }
    await session.execute(insert(AuditSeal), row)
