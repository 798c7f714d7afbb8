"""Nobody has reacted: tells whoever should have, then whoever is above him, a step at a time."""

from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from models.lead import Lead
from models.task import Task
from models.user import Role
from services.access import Actor
from services.automation.actions.job import Job, Result
from services.automation.rules.errors import NobodyToTell
from services.automation.rules.facts import LEAD
from services.conversation.outgoing import notify
from services.conversation.values import Button, Notice, Style, Text, text
from services.deals.describe import describe_deal
from services.leads.words import who
from services.users.queries import list_ids_by_role

TASK = "task"


class Step(StrEnum):
    """In this order: a lead's first is its assignee, a task's its executor."""

    EXECUTOR = "executor"
    SELLER = "seller"
    MANAGER = "manager"


STEPS = {LEAD: (Step.SELLER, Step.MANAGER), TASK: (Step.EXECUTOR, Step.SELLER, Step.MANAGER)}


async def escalate(session: AsyncSession, actor: Actor, job: Job) -> Result:
    """Part of a rule, which has authorised. Refused where the step has nobody: the next one comes in its time."""
    step = Step(job.key)
    hours = job.rule.params["hours"] * (STEPS[job.facts.entity_type].index(step) + 1)
    if job.facts.entity_type == LEAD:
        receiver, notice = await _of_lead(session, job.facts.entity_id, hours)
    else:
        receiver, notice = await _of_task(session, job.facts.entity_id, step, hours)
    receivers = await list_ids_by_role(session, Role.MANAGER) if step is Step.MANAGER else [receiver]
    known = [one for one in receivers if one is not None]
    if not known:
        raise NobodyToTell
    await notify(session, known, notice, now=job.now, correlation_id=actor.correlation_id)
    return Result({"step": step.value, "told": len(known)})


async def _of_lead(session: AsyncSession, lead_id: int, hours: int) -> tuple[int | None, Notice]:
    lead = await session.get_one(Lead, lead_id)
    named = text("ntf-lead-named", lead=str(lead.id), who=who(lead.name, lead.company, None, None))
    card = Button(text("btn-lead-open"), "lead.card", lead.id, Style.PRIMARY)
    lines = [text("ntf-rule-lead-waits", hours=hours), named]
    return lead.assignee_id, Notice(lines, [[card]], subject=f"lead:{lead.id}")


async def _of_task(session: AsyncSession, task_id: int, step: Step, hours: int) -> tuple[int | None, Notice]:
    found = select(Task, Deal.seller_id).join(Deal, Deal.id == Task.deal_id).where(Task.id == task_id)
    task, seller_id = (await session.execute(found)).one()
    kind: Text = text(f"task-kind-{task.kind}")
    lines = [text("ntf-rule-task-waits", what=kind, hours=hours), await describe_deal(session, task.deal_id)]
    card = Button(text("btn-task-card"), "task.card", task.id, Style.PRIMARY)
    notice = Notice(lines, [[card]], subject=f"deal:{task.deal_id}")
    return (task.to_user_id if step is Step.EXECUTOR else seller_id), notice
