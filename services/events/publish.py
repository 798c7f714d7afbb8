"""Writes events and their deliveries into the caller's transaction; nothing else happens here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from secrets import token_hex
from typing import Any
from uuid import uuid4

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from models.base import EPOCH
from models.delivery import Delivery
from models.event import EventPersonal, EventRow
from services.access import Actor
from services.audit.digests import digest_personal
from services.events.consumers import CONSUMERS
from services.events.event import Event, Published
from services.events.rows import take_noted
from services.signals import Signal, aftermath_of, signal

CONTEXT = "context"
_INSERT = insert(EventRow).returning(EventRow.id)
_INSERT_MANY = insert(EventRow).returning(EventRow.uid, EventRow.id)
_INSERT_PERSONAL = insert(EventPersonal)
_INSERT_DELIVERY = insert(Delivery)


@dataclass(frozen=True, slots=True)
class Context:
    """Who acted in a unit of work last, and the `rest` of what its event was published with."""

    actor: Actor | None
    rest: dict[str, Any]


def context_of(session: AsyncSession) -> Context | None:
    found: Context | None = session.info.get(CONTEXT)
    return found


async def publish(
    session: AsyncSession,
    actor: Actor | None,
    event: Event,
    *,
    now: datetime,
    correlation_id: str | None = None,
    caused_by: int | None = None,
    source: str = "system",
) -> int:
    """The event's id. Without an actor the source is the system, and the correlation id must be given."""
    envelope: dict[str, Any] = {"now": now, "correlation_id": correlation_id, "caused_by": caused_by, "source": source}
    row, personal = _row(session, actor, event, **envelope)
    event_id = (await session.execute(_INSERT, row)).scalar_one()
    if personal:
        await session.execute(_INSERT_PERSONAL, {"event_id": event_id, **personal})
    aftermath_of(session).published.append(Published(event_id, event, row["correlation_id"], caused_by))
    await _address(session, [event], [event_id], now=now)
    return event_id


async def publish_many(session: AsyncSession, actor: Actor, events: Sequence[Event], *, now: datetime) -> list[int]:
    """Their ids, in their order: a bulk at the price of a few statements. Part of a use case, which has authorised."""
    if not events:
        return []
    rows = [_row(session, actor, event, now=now) for event in events]
    ids: dict[str, int] = {one.uid: one.id for one in await session.execute(_INSERT_MANY, [row for row, _ in rows])}
    event_ids = [ids[row["uid"]] for row, _ in rows]
    told = zip(event_ids, (personal for _, personal in rows), strict=True)
    kept = [{"event_id": event_id, **personal} for event_id, personal in told if personal]
    if kept:
        await session.execute(_INSERT_PERSONAL, kept)
    written = zip(event_ids, events, strict=True)
    aftermath_of(session).published += [Published(id_, event, actor.correlation_id, None) for id_, event in written]
    await _address(session, events, event_ids, now=now)
    return event_ids


def _row(
    session: AsyncSession,
    actor: Actor | None,
    event: Event,
    *,
    now: datetime,
    correlation_id: str | None = None,
    caused_by: int | None = None,
    source: str = "system",
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The event's row, and that of what is personal in it."""
    session.info[CONTEXT] = Context(
        actor, {"now": now, "correlation_id": correlation_id, "caused_by": caused_by, "source": source}
    )
    payload, values = event.to_json()
    noted, personal_noted = take_noted(session, event.aggregate, event.aggregate_id)
    payload, values = payload | noted, values | personal_noted
    salt = token_hex(16)
    row = {
        "uid": str(uuid4()),
        "name": event.name,
        "version": event.version,
        "aggregate_type": event.aggregate,
        "aggregate_id": event.aggregate_id,
        "actor_id": (actor.id or None) if actor else None,
        "source": actor.source if actor else source,
        "correlation_id": actor.correlation_id if actor else correlation_id,
        "caused_by": actor.caused_by if actor and caused_by is None else caused_by,
        "payload": payload,
        "personal_digest": digest_personal(salt, values) if values else None,
        "occurred_at": now,
    }
    return row, {"values": values, "salt": salt} if values else {}


async def _address(session: AsyncSession, events: Sequence[Event], event_ids: Sequence[int], *, now: datetime) -> None:
    rows = [
        {
            "event_id": event_id,
            "consumer": consumer,
            "aggregate": f"{event.aggregate}:{event.aggregate_id}",
            "next_at": now,
            "lease_until": EPOCH,
        }
        for event, event_id in zip(events, event_ids, strict=True)
        for consumer in CONSUMERS.of(event.name)
    ]
    if not rows:
        return
    await session.execute(_INSERT_DELIVERY, rows)
    signal(session, Signal.EVENTS)
