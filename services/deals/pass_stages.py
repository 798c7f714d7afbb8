"""Takes a deal on to a stage that something else has brought about, through those between, or a step back."""

from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal, DealStage
from services.access import Actor
from services.change import change
from services.conversation.values import text
from services.deals.events import DealStageChanged
from services.deals.rules import STEPS_BACK, path_between
from services.events.publish import publish
from services.journal.note import note_system


async def pass_stages(session: AsyncSession, actor: Actor, deal: Deal, *, to: DealStage, now: datetime) -> None:
    """Does nothing where the stages don't lead there. Part of the use case that calls it, which has authorised."""
    for stage in path_between(deal.stage, to, amount=deal.premium):
        await put_stage(session, actor, deal, stage, now=now, by_itself=True)


async def put_stage(
    session: AsyncSession, actor: Actor, deal: Deal, to: DealStage, *, now: datetime, by_itself: bool, **changed: Any
) -> None:
    """Row, event and journal. Part of the use case that calls it, which has authorised."""
    await _put(session, actor, deal, to, None, now, by_itself=by_itself, **changed)
    await note_system(session, actor, deal.id, "jrn-stage-moved", now=now, stage=text(f"stage-deal-{to}"))


async def step_back(
    session: AsyncSession, actor: Actor, deal: Deal, *, reason: str, now: datetime, **changed: Any
) -> None:
    """By `STEPS_BACK`, for a reason of ours: row, event, journal. Part of the use case that calls it, which has
    authorised.
    """
    to = STEPS_BACK[deal.stage]
    await _put(session, actor, deal, to, reason, now, by_itself=True, **changed)
    await note_system(session, actor, deal.id, f"jrn-stage-back-{reason}", now=now, stage=text(f"stage-deal-{to}"))


async def _put(
    session: AsyncSession,
    actor: Actor,
    deal: Deal,
    to: DealStage,
    reason: str | None,
    now: datetime,
    *,
    by_itself: bool,
    **changed: Any,
) -> None:
    before = deal.stage
    await change(session, deal, stage=to, **changed)
    event = DealStageChanged(
        deal_id=deal.id, from_stage=before, to_stage=to, reason=reason, amount=deal.amount, by_itself=by_itself
    )
    await publish(session, actor, event, now=now)
