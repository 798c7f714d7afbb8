"""What stands in the database, for metrics; each count is bounded, whatever the table's size."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.base import Base
from models.delivery import Delivery, DeliveryState
from models.inbox import InboxUpdate
from models.lead import Lead, LeadStage
from models.reminder import Reminder
from services.dead_letters.letter import LetterKind
from services.dead_letters.queries import DEAD
from services.health.backlog import Backlog, measure_backlog

MOST = 10_000


@dataclass(frozen=True, slots=True)
class Gauges:
    """`deliveries` by state, without those that are done; `dead` letters by kind."""

    backlog: Backlog
    deliveries: Mapping[str, int]
    dead: Mapping[str, int]
    leads: Mapping[str, int]


async def measure(session: AsyncSession, *, now: datetime, leads: Mapping[str, int] | None = None) -> Gauges:
    """`leads` are those counted a moment ago, which are not counted again."""
    dead_work = await _count(session, Delivery, *DEAD[LetterKind.WORK])
    return Gauges(
        backlog=await measure_backlog(session, now=now),
        deliveries={
            DeliveryState.PENDING.value: await _count(session, Delivery, Delivery.state == DeliveryState.PENDING),
            DeliveryState.DEAD.value: dead_work,
        },
        dead={
            "work": dead_work,
            "update": await _count(session, InboxUpdate, *DEAD[LetterKind.UPDATE]),
            "reminder": await _count(session, Reminder, *DEAD[LetterKind.REMINDER]),
        },
        leads=leads if leads is not None else await _count_leads(session),
    )


async def _count_leads(session: AsyncSession) -> Mapping[str, int]:
    """From the index of living leads by stage."""
    return {
        stage.value: await _count(session, Lead, Lead.stage == stage, Lead.deleted_at.is_(None)) for stage in LeadStage
    }


async def _count(session: AsyncSession, table: type[Base], *which: ColumnElement[bool]) -> int:
    some = select(literal(1)).select_from(table).where(*which).limit(MOST).subquery()
    return (await session.execute(select(func.count()).select_from(some))).scalar_one()
