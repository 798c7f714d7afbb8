"""What waits for somebody's reaction: a new lead that nobody has done anything about, a task that nobody has accepted.

Only what came up since the rule is on, and not longer ago than reminders of their own take over.
"""

from datetime import datetime, timedelta

from sqlalchemy import Select
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from models.lead import Lead, LeadStage
from models.task import Task, TaskState
from services.automation.actions.escalate import STEPS, Step
from services.automation.rules.conditions import Facts
from services.automation.rules.facts import LEAD
from services.live import live

LONGEST = timedelta(days=30)


def waiting_since(enabled_since: datetime, *, now: datetime) -> datetime:
    return max(enabled_since, now - LONGEST)


def patience(entity: str, step: Step, hours: int) -> timedelta:
    return timedelta(hours=hours * (STEPS[entity].index(step) + 1))


def waiting(entity: str, *, since: datetime, until: datetime) -> Select[int]:
    """Ids of those that came up since then and have seen nobody's hand after `until`, oldest first."""
    if entity == LEAD:
        leads = live(Lead).with_only_columns(Lead.id).order_by(Lead.created_at, Lead.id)
        came = Lead.created_at.between(since, until)
        return leads.where(Lead.stage == LeadStage.NEW, came, Lead.last_activity_at <= until)
    of_deals = live(Deal).with_only_columns(Task.id).select_from(Deal)
    tasks = of_deals.join(Task, Task.deal_id == Deal.id)
    return tasks.where(Task.state == TaskState.NEW, Task.created_at.between(since, until)).order_by(Task.created_at)


async def find_waiting_facts(
    session: AsyncSession, entity: str, entity_id: int, *, since: datetime, until: datetime
) -> Facts | None:
    """None when somebody has reacted."""
    table = Lead if entity == LEAD else Task
    found = waiting(entity, since=since, until=until).where(table.id == entity_id)
    if (await session.execute(found)).first() is None:
        return None
    return Facts(entity_type=entity, entity_id=entity_id, pipeline=f"{entity}s", stage="new", owner_id=None)
