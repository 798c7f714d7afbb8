"""Asks for an analysis of a lead; it is made by a consumer and shown on the card when it is there."""

from datetime import datetime, time, timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.event import EventRow
from models.lead import Lead
from services.access import Actor, Right, check_right
from services.brokerage import Brokerage
from services.conversation.values import Moment, text
from services.events.publish import publish
from services.leads.access import access_open_lead
from services.leads.change import change_lead
from services.leads.errors import LeadLimitReached
from services.leads.events import LeadAnalysisRequested
from services.leads.limits import hold_user


async def request_analysis(
    session: AsyncSession, actor: Actor, lead_id: int, *, brokerage: Brokerage, now: datetime
) -> Lead:
    """While one is under way nothing more is asked for."""
    check_right(actor, Right.WORK_LEADS)
    await hold_user(session, actor.id)
    lead = await access_open_lead(session, actor, lead_id)
    if lead.analysing_for is not None:
        return lead
    if await analyses_left(session, actor, brokerage, now=now) <= 0:
        raise no_more_analyses(brokerage, now)
    event_id = await publish(session, actor, LeadAnalysisRequested(lead_id=lead.id, watcher_id=actor.id), now=now)
    await change_lead(session, lead, analysing_for=event_id)
    return lead


async def analyses_left(session: AsyncSession, actor: Actor, brokerage: Brokerage, *, now: datetime) -> int:
    """So many more in this day of the brokerage's zone. Part of a use case, which has authorised and holds him."""
    midnight = datetime.combine(brokerage.today(now), time(), brokerage.zone)
    asked = select(func.count()).where(
        EventRow.actor_id == actor.id, EventRow.name == LeadAnalysisRequested.name, EventRow.occurred_at >= midnight
    )
    return brokerage.lead_limits.analyses_a_day - int((await session.execute(asked)).scalar_one())


def no_more_analyses(brokerage: Brokerage, now: datetime) -> LeadLimitReached:
    tomorrow = datetime.combine(brokerage.today(now) + timedelta(days=1), time(), brokerage.zone)
    most = brokerage.lead_limits.analyses_a_day
    return LeadLimitReached(what=text("lead-limit-analyses"), limit=most, at=Moment(tomorrow))
