"""Asks for an analysis of several leads, as many as the actor has left for the day."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from services.access import Actor, Right, check_right
from services.brokerage import Brokerage
from services.events.publish import publish_many
from services.leads.analyse import analyses_left, no_more_analyses
from services.leads.bulk.held import BulkResult, check_number, hold_leads
from services.leads.change import change_leads
from services.leads.events import LeadAnalysisRequested
from services.leads.limits import hold_user


async def request_analyses(
    session: AsyncSession, actor: Actor, lead_ids: Sequence[int], *, brokerage: Brokerage, now: datetime
) -> BulkResult:
    """One that is under way is left to itself and done."""
    check_right(actor, Right.WORK_LEADS)
    check_number(lead_ids)
    await hold_user(session, actor.id)
    held, refused = await hold_leads(session, actor, lead_ids, right=Right.WORK_LEADS)
    wanted = [lead.id for lead in held if not lead.analysing]
    left = max(await analyses_left(session, actor, brokerage, now=now), 0)
    refused |= {lead_id: no_more_analyses(brokerage, now) for lead_id in wanted[left:]}
    asked = wanted[:left]
    if asked:
        events = [LeadAnalysisRequested(lead_id=lead_id, watcher_id=actor.id) for lead_id in asked]
        event_ids = await publish_many(session, actor, events, now=now)
        await change_leads(session, asked, analysing_for=dict(zip(asked, event_ids, strict=True)))
    return BulkResult([lead.id for lead in held if lead.id not in refused], refused)
