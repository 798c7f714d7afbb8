"""Claims and settlements of deliveries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, case, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from models.base import EPOCH
from models.delivery import Delivery, DeliveryState
from models.event import EventPersonal, EventRow
from services.events.event import EVENT_TYPES, Delivered


@dataclass(frozen=True, slots=True)
class Claim:
    """Right to run one delivery until the lease ends; `attempt` counts from 1."""

    delivery_id: int
    event_id: int
    consumer: str
    attempt: int
    token: str


async def claim_due(
    session: AsyncSession, *, token: str, now: datetime, lease: timedelta, limit: int
) -> Sequence[Claim]:
    """Due deliveries, oldest first; none while an earlier one of the same aggregate and consumer is unfinished."""
    due = (
        select(Delivery.id)
        .where(
            Delivery.state == DeliveryState.PENDING,
            Delivery.next_at <= now,
            Delivery.lease_until <= now,
            ~_behind_another(),
        )
        .order_by(Delivery.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
        .cte("due")
        .prefix_with("MATERIALIZED", dialect="postgresql")
    )
    claimed = await session.execute(
        update(Delivery)
        .where(Delivery.id.in_(select(due.c.id)))
        .values(lease_token=token, lease_until=now + lease, attempts=Delivery.attempts + 1)
        .returning(Delivery.id, Delivery.event_id, Delivery.consumer, Delivery.attempts)
        .execution_options(synchronize_session=False)
    )
    return [Claim(*row, token=token) for row in sorted(claimed.all())]


def _behind_another() -> ColumnElement[bool]:
    """An earlier delivery of the same aggregate to the same consumer is unfinished."""
    earlier = aliased(Delivery)
    return (
        select(earlier.id)
        .where(
            earlier.state == DeliveryState.PENDING,
            earlier.consumer == Delivery.consumer,
            earlier.aggregate == Delivery.aggregate,
            earlier.id < Delivery.id,
        )
        .exists()
    )


async def find_next_due(session: AsyncSession) -> datetime | None:
    """When the earliest delivery that waits for nothing else may run; one that is claimed, when its lease ends."""
    due_at = case((Delivery.lease_until > Delivery.next_at, Delivery.lease_until), else_=Delivery.next_at)
    waiting = select(func.min(due_at)).where(Delivery.state == DeliveryState.PENDING, ~_behind_another())
    found: datetime | None = (await session.execute(waiting)).scalar_one()
    return found


async def release_claims(session: AsyncSession) -> None:
    """For a relay that has just become the only one: whoever held a claim is gone, or will find that he has lost it."""
    await session.execute(
        update(Delivery)
        .where(Delivery.state == DeliveryState.PENDING, Delivery.lease_until > EPOCH)
        .values(lease_token=None, lease_until=EPOCH)
        .execution_options(synchronize_session=False)
    )


async def load_delivered(session: AsyncSession, event_id: int) -> Delivered:
    row = (
        await session.execute(
            select(EventRow, EventPersonal.values)
            .outerjoin(EventPersonal, EventPersonal.event_id == EventRow.id)
            .where(EventRow.id == event_id)
        )
    ).one()
    event, personal = row
    typed = EVENT_TYPES[event.name].from_json({**event.payload, **(personal or {})})
    return Delivered(event.id, typed, event.actor_id, event.source, event.correlation_id, event.occurred_at)


async def settle(session: AsyncSession, claim: Claim, **values: Any) -> bool:
    """False when the claim was lost in the meantime: the caller must roll back what it did under it."""
    settled = await session.execute(
        update(Delivery)
        .where(Delivery.id == claim.delivery_id, Delivery.lease_token == claim.token)
        .values(lease_token=None, lease_until=EPOCH, **values)
        .execution_options(synchronize_session=False)
    )
    return bool(settled.rowcount)  # type: ignore[attr-defined]  # an UPDATE's result has it
