"""Gives a lead of the pool to whoever has the fewest."""

from sqlalchemy.ext.asyncio import AsyncSession

from services.access import Actor
from services.automation.actions.job import Job, Result
from services.automation.rules.conditions import Facts
from services.leads.access import access_open_lead
from services.leads.assign import assign_lead
from services.leads.next_assignee import hold_next_assignee


async def auto_assign(session: AsyncSession, actor: Actor, job: Job) -> Result:
    """One that somebody has already stays his."""
    user = await hold_next_assignee(session, brokerage=job.brokerage, now=job.now)
    lead = await access_open_lead(session, actor, job.facts.entity_id)
    if lead.assignee_id is not None:
        return Result({"kept": True})
    limits = job.brokerage.lead_limits
    await assign_lead(session, actor, lead.id, to_user_id=user.id, limits=limits, now=job.now)
    return Result({"name": user.name})


def would_assign(facts: Facts) -> bool:
    return facts.owner_id is None
