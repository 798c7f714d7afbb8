"""What scoring did and cost in the last 30 days, for the admins."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.lead_score import AiCall
from services.access import Actor, Right, check_right
from services.brokerage import Brokerage
from services.scoring.queries import count_model_calls

DAYS = 30


@dataclass(frozen=True, slots=True)
class FaultCount:
    """`fault` is a value of `services.scoring.ports.Fault`."""

    fault: str
    count: int


@dataclass(frozen=True, slots=True)
class ScoringStatistics:
    """Cost in millionths of a dollar. Latency in milliseconds, of calls of a model. `faults` led to the rules."""

    analyses: int
    calls: int
    calls_today: int
    cost_micros: int
    mean_latency_ms: int | None
    faults: Sequence[FaultCount]

    @property
    def fallbacks(self) -> int:
        return sum(fault.count for fault in self.faults)


_CALLED = AiCall.model.is_not(None)
_BY_FAULT = select(
    AiCall.fault,
    func.count().label("analyses"),
    func.count().filter(_CALLED).label("calls"),
    func.sum(AiCall.cost_micros).label("cost"),
    func.coalesce(func.sum(AiCall.latency_ms).filter(_CALLED), 0).label("latency"),
).group_by(AiCall.fault)


async def find_statistics(
    session: AsyncSession, actor: Actor, *, brokerage: Brokerage, now: datetime
) -> ScoringStatistics:
    check_right(actor, Right.SEE_STATUS)
    rows = (await session.execute(_BY_FAULT.where(AiCall.created_at > now - timedelta(days=DAYS)))).all()
    calls = sum(row.calls for row in rows)
    midnight = datetime.combine(brokerage.today(now), time(), brokerage.zone)
    faults = [FaultCount(row.fault, row.analyses) for row in rows if row.fault is not None]
    return ScoringStatistics(
        analyses=sum(row.analyses for row in rows),
        calls=calls,
        calls_today=await count_model_calls(session, since=midnight),
        cost_micros=int(sum(row.cost for row in rows)),
        mean_latency_ms=round(sum(row.latency for row in rows) / calls) if calls else None,
        faults=sorted(faults, key=lambda fault: (-fault.count, fault.fault)),
    )
