"""Claims and settlements of deliveries."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from enum import Enum, auto
from typing import Any

from sqlalchemy import ColumnElement, Integer, Row, bindparam, case, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased
from sqlalchemy.sql.dml import ReturningUpdate

from models.base import EPOCH, UtcDateTime
from models.delivery import Delivery, DeliveryState
from models.event import EventPersonal, EventRow
from services.events.event import EVENT_TYPES, Delivered

_DELIVERED = select(
    *(EventRow.id, EventRow.name, EventRow.payload, EventPersonal.values.label("personal")),
    *(EventRow.actor_id, EventRow.source, EventRow.correlation_id, EventRow.occurred_at, EventRow.caused_by),
).outerjoin(EventPersonal, EventPersonal.event_id == EventRow.id)


@dataclass(frozen=True, slots=True)
class Claim:
    """Right to run one delivery until the lease ends; `attempt` counts from 1."""

    delivery_id: int
    event_id: int
    consumer: str
    attempt: int
    token: str


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


_NOW = bindparam("now", type_=UtcDateTime())
_DUE = (Delivery.state == DeliveryState.PENDING, Delivery.next_at <= _NOW, Delivery.lease_until <= _NOW)
_ANY_DUE = select(Delivery.id).where(*_DUE, ~_behind_another()).limit(1)


def _claiming(*which: ColumnElement[bool]) -> ReturningUpdate[int, int, str, int]:
    """Built once: building it takes longer than running it."""
    due = (
        select(Delivery.id)
        .where(*_DUE, *which, ~_behind_another())
        .order_by(Delivery.id)
        .limit(bindparam("most", type_=Integer))
        .with_for_update(skip_locked=True)
        .cte("due")
        .prefix_with("MATERIALIZED", dialect="postgresql")
    )
    return (
        update(Delivery)
        .where(Delivery.id.in_(select(due.c.id)))
        .values(
            lease_token=bindparam("token"),
            lease_until=bindparam("until", type_=UtcDateTime()),
            attempts=Delivery.attempts + 1,
        )
        .returning(Delivery.id, Delivery.event_id, Delivery.consumer, Delivery.attempts)
        .execution_options(synchronize_session=False)
    )


class Wanted(Enum):
    """What there is to claim; a retry has been tried before."""

    REACTIONS = auto()
    RETRIED_REACTIONS = auto()
    CALLS = auto()


_CALLS = Delivery.consumer.in_(bindparam("calls", expanding=True))
_CLAIMING = {
    Wanted.REACTIONS: _claiming(~_CALLS, Delivery.attempts == 0),
    Wanted.RETRIED_REACTIONS: _claiming(~_CALLS, Delivery.attempts > 0),
    Wanted.CALLS: _claiming(_CALLS),
}


async def is_anything_due(session: AsyncSession, *, now: datetime) -> bool:
    """Whether a claim may find something: a read, as most looks find nothing."""
    return (await session.execute(_ANY_DUE, {"now": now})).first() is not None


async def claim_due(
    session: AsyncSession,
    wanted: Wanted,
    *,
    calls: Sequence[str],
    token: str,
    now: datetime,
    lease: timedelta,
    limit: int,
) -> Sequence[Claim]:
    """Due deliveries, oldest first; none while an earlier one of the same aggregate and consumer is unfinished.

    `calls` are the consumers that call out; the others react.
    """
    asked = {"calls": calls, "token": token, "now": now, "until": now + lease, "most": limit}
    claimed = await session.execute(_CLAIMING[wanted], asked)
    return [Claim(*row, token=token) for row in sorted(claimed.all())]


_DUE_AT = case((Delivery.lease_until > Delivery.next_at, Delivery.lease_until), else_=Delivery.next_at)
_NEXT_DUE = select(func.min(_DUE_AT)).where(Delivery.state == DeliveryState.PENDING, ~_behind_another())


async def find_next_due(session: AsyncSession) -> datetime | None:
    """When the earliest delivery that waits for nothing else may run; one that is claimed, when its lease ends."""
    found: datetime | None = (await session.execute(_NEXT_DUE)).scalar_one()
    return found


async def release_claims(session: AsyncSession) -> None:
    """For a relay that has just become the only one: whoever held a claim is gone, or will find that he has lost it."""
    await session.execute(
        update(Delivery)
        .where(Delivery.state == DeliveryState.PENDING, Delivery.lease_until > EPOCH)
        .values(lease_token=None, lease_until=EPOCH)
        .execution_options(synchronize_session=False)
    )


@dataclass(frozen=True, slots=True)
class Settlement:
    """What the ledger says after an attempt; of None it says what it said before."""

    state: DeliveryState
    next_at: datetime | None = None
    done_at: datetime | None = None
    reason: str | None = None
    attempts: int | None = None


async def load_delivered(session: AsyncSession, event_ids: Collection[int]) -> Mapping[int, Delivered]:
    """By the event's id."""
    found = await session.execute(_DELIVERED.where(EventRow.id.in_(event_ids)))
    return {row.id: delivered_of(row, row.personal) for row in found}


def delivered_of(row: EventRow | Row[Any], personal: Mapping[str, Any] | None = None) -> Delivered:
    """Of an event's row; without `personal` as if that were erased."""
    typed = EVENT_TYPES[row.name].from_json({**row.payload, **(personal or {})})
    return Delivered(
        id=row.id,
        event=typed,
        actor_id=row.actor_id,
        source=row.source,
        correlation_id=row.correlation_id,
        occurred_at=row.occurred_at,
        caused_by=row.caused_by,
    )


async def settle(session: AsyncSession, claims: Sequence[Claim], settlement: Settlement) -> bool:
    """Of claims made together. False when one was lost in the meantime: the caller must roll back what was done."""
    columns = {name: value for name, value in asdict(settlement).items() if value is not None}
    settled = await session.execute(
        update(Delivery)
        .where(Delivery.id.in_([claim.delivery_id for claim in claims]), Delivery.lease_token == claims[0].token)
        .values(lease_token=None, lease_until=EPOCH, **columns)
        .execution_options(synchronize_session=False)
    )
    return bool(settled.rowcount == len(claims))  # type: ignore[attr-defined]  # an UPDATE's result has it
