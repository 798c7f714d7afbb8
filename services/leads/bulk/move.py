"""Moves several leads one stage on, or out as lost. Each counts as one against the actor's limit of moves."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from models.lead import LeadAction, LeadStage
from services.access import Actor, Right, check_right
from services.brokerage import LeadLimits
from services.errors import AppError
from services.events.publish import publish_many
from services.leads.bulk.held import BulkResult, HeldLead, check_number, hold_leads, tell_together
from services.leads.change import add_histories, change_leads
from services.leads.events import LeadStageChanged
from services.leads.limits import find_refusal, hold_user, limit_of_moves, room_within
from services.leads.rules import SHORTEST_LOST_REASON, check_move, check_reason


async def move_leads(
    session: AsyncSession, actor: Actor, lead_ids: Sequence[int], *, to: LeadStage, limits: LeadLimits, now: datetime
) -> BulkResult:
    """One step on, never by a transfer."""
    held, refused = await _hold(session, actor, lead_ids)
    for lead in held:
        try:
            check_move(current=lead.stage, to=to)
        except AppError as refusal:
            refused[lead.id] = refusal
    moving = [lead for lead in held if lead.id not in refused]
    return await _move(session, actor, moving, refused, to, LeadAction.MOVED, limits=limits, now=now)


async def lose_leads(
    session: AsyncSession, actor: Actor, lead_ids: Sequence[int], *, reason: str, limits: LeadLimits, now: datetime
) -> BulkResult:
    """`reason` is one of LeadLostReason or the person's own words, for all of them."""
    check_reason(reason, least=SHORTEST_LOST_REASON)
    words = reason.strip()
    held, refused = await _hold(session, actor, lead_ids)
    return await _move(
        session, actor, held, refused, LeadStage.LOST, LeadAction.LOST, limits=limits, now=now, lost_reason=words
    )


async def _hold(
    session: AsyncSession, actor: Actor, lead_ids: Sequence[int]
) -> tuple[list[HeldLead], dict[int, AppError]]:
    check_right(actor, Right.WORK_LEADS)
    check_number(lead_ids)
    await hold_user(session, actor.id)
    return await hold_leads(session, actor, lead_ids, right=Right.WORK_LEADS)


async def _move(
    session: AsyncSession,
    actor: Actor,
    moving: list[HeldLead],
    refused: dict[int, AppError],
    to: LeadStage,
    action: LeadAction,
    *,
    limits: LeadLimits,
    now: datetime,
    **columns: Any,
) -> BulkResult:
    """`columns` change along with the stage."""
    moving = await _within_limit(session, actor, moving, refused, limits, now)
    if moving:
        reason = columns.get("lost_reason")
        await change_leads(session, [lead.id for lead in moving], now=now, stage=to, **columns)
        history = [{"lead_id": one.id, "from_stage": one.stage, "to_stage": to, "reason": reason} for one in moving]
        await add_histories(session, actor, action, history, now=now)
        await publish_many(session, actor, [_moved(lead, to, reason, now) for lead in moving], now=now)
        people = {lead.id: lead.assignee_id for lead in moving}
        await tell_together(session, actor, "moved", people, stage=to, reason=reason, now=now)
    return BulkResult([lead.id for lead in moving], refused)


async def _within_limit(
    session: AsyncSession,
    actor: Actor,
    moving: list[HeldLead],
    refused: dict[int, AppError],
    limits: LeadLimits,
    now: datetime,
) -> list[HeldLead]:
    """As many as the hour still allows; the others are told when there is room again."""
    limit = limit_of_moves(actor, limits.moves_an_hour)
    left = await room_within(session, limit, now=now)
    refusal = await find_refusal(session, limit, now=now, adding=left + 1) if left < len(moving) else None
    if refusal is not None:
        refused |= {lead.id: refusal for lead in moving[left:]}
    return moving[:left]


def _moved(lead: HeldLead, to: LeadStage, reason: str | None, now: datetime) -> LeadStageChanged:
    return LeadStageChanged(
        lead_id=lead.id,
        from_stage=lead.stage,
        to_stage=to,
        reason=reason,
        moved_at=now.isoformat(),
        in_bulk=True,
    )
