"""Reads of what analyses were made."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.lead_score import AiCall


async def count_model_calls(session: AsyncSession, *, since: datetime) -> int:
    """Of the whole installation, answered or not."""
    made = select(func.count()).where(AiCall.model.is_not(None), AiCall.created_at >= since)
    return (await session.execute(made)).scalar_one()


async def list_recorded_calls(session: AsyncSession, *, event_ids: Collection[int]) -> Sequence[int]:
    """Those of the requests that an audit row stands for already."""
    recorded = select(AiCall.event_id).where(AiCall.event_id.in_(event_ids))
    return (await session.execute(recorded)).scalars().all()
