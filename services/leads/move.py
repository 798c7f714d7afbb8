"""Moves a lead between its stages: one step on, one step back, or out as lost.

- A tap on a button of an older card is refused: it names the stage that it was shown at.
- A move only publishes; whatever follows from it is done by those who listen.
"""

from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from models.lead import Lead, LeadAction, LeadStage
from services.access import Actor, Right, check_right
from services.brokerage import LeadLimits
from services.errors import ScreenOutdated
from services.events.publish import publish
from services.leads.access import access_lead
from services.leads.change import add_history, change_lead
from services.leads.events import LeadStageChanged
from services.leads.limits import check_move_limit
from services.leads.rules import SHORTEST_LOST_REASON, check_move, check_open, check_reason, check_roll_back


async def move_lead(
    session: AsyncSession,
    actor: Actor,
    lead_id: int,
    *,
    seen: LeadStage | None,
    to: LeadStage,
    limits: LeadLimits,
    now: datetime,
) -> Lead:
    """`seen` is the stage the person was looking at; without one (in bulk) any will do."""
    lead = await _hold(session, actor, lead_id, Right.WORK_LEADS, limits, now)
    if seen is not None and lead.stage is not seen:
        raise ScreenOutdated
    check_move(current=lead.stage, to=to)
    await put_lead_stage(session, actor, lead, to, action=LeadAction.MOVED, reason=None, now=now)
    return lead


async def roll_back_lead(
    session: AsyncSession,
    actor: Actor,
    lead_id: int,
    *,
    seen: LeadStage,
    reason: str,
    limits: LeadLimits,
    now: datetime,
) -> Lead:
    """By a manager, with a reason of at least ten characters."""
    lead = await _hold(session, actor, lead_id, Right.MANAGE_LEADS, limits, now)
    if lead.stage is not seen:
        raise ScreenOutdated
    to = check_roll_back(current=lead.stage, reason=reason)
    await put_lead_stage(session, actor, lead, to, action=LeadAction.ROLLED_BACK, reason=reason.strip(), now=now)
    return lead


async def lose_lead(
    session: AsyncSession, actor: Actor, lead_id: int, *, reason: str, limits: LeadLimits, now: datetime
) -> Lead:
    """`reason` is one of LeadLostReason or the person's own words."""
    check_reason(reason, least=SHORTEST_LOST_REASON)
    lead = await _hold(session, actor, lead_id, Right.WORK_LEADS, limits, now)
    check_open(lead.stage)
    words = reason.strip()
    await put_lead_stage(
        session, actor, lead, LeadStage.LOST, action=LeadAction.LOST, reason=words, now=now, lost_reason=words
    )
    return lead


async def put_lead_stage(
    session: AsyncSession,
    actor: Actor,
    lead: Lead,
    to: LeadStage,
    *,
    action: LeadAction,
    reason: str | None,
    now: datetime,
    **columns: Any,
) -> None:
    """Part of a use case, which has authorised and checked; `columns` change along with the stage."""
    before = lead.stage
    await change_lead(session, lead, now=None if actor.automatic else now, stage=to, **columns)
    await add_history(session, actor, lead.id, action, now=now, from_stage=before, to_stage=to, reason=reason)
    event = LeadStageChanged(
        lead_id=lead.id,
        from_stage=before,
        to_stage=to,
        reason=reason,
        moved_at=now.isoformat(),
        rolled_back=action is LeadAction.ROLLED_BACK,
    )
    await publish(session, actor, event, now=now)


async def _hold(
    session: AsyncSession, actor: Actor, lead_id: int, right: Right, limits: LeadLimits, now: datetime
) -> Lead:
    check_right(actor, right)
    await check_move_limit(session, actor, limits.moves_an_hour, now=now)
    return await access_lead(session, actor, lead_id, right=right, lock=True)
