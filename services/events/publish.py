"""Writes an event and its deliveries into the caller's transaction; nothing else happens here."""

from datetime import datetime
from uuid import uuid4

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from models.base import EPOCH
from models.delivery import Delivery
from models.event import EventPersonal, EventRow
from services.access import Actor
from services.events.consumers import CONSUMERS
from services.events.event import Event
from services.signals import Signal, signal

_INSERT = insert(EventRow).returning(EventRow.id)


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
    payload, personal = event.to_json()
    row = {
        "uid": str(uuid4()),
        "name": event.name,
        "version": event.version,
        "aggregate_type": event.aggregate,
        "aggregate_id": event.aggregate_id,
        "actor_id": (actor.id or None) if actor else None,
        "source": actor.source if actor else source,
        "correlation_id": actor.correlation_id if actor else correlation_id,
        "caused_by": caused_by,
        "payload": payload,
        "occurred_at": now,
    }
    event_id = (await session.execute(_INSERT, row)).scalar_one()
    if personal:
        await session.execute(insert(EventPersonal).values(event_id=event_id, values=personal))
    await _address(session, event, event_id, now=now)
    return event_id


async def _address(session: AsyncSession, event: Event, event_id: int, *, now: datetime) -> None:
    consumers = CONSUMERS.of(event.name)
    if not consumers:
        return
    rows = [
        {
            "event_id": event_id,
            "consumer": consumer,
            "aggregate": f"{event.aggregate}:{event.aggregate_id}",
            "next_at": now,
            "lease_until": EPOCH,
        }
        for consumer in consumers
    ]
    await session.execute(insert(Delivery), rows)
    signal(session, Signal.EVENTS)
