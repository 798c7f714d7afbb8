"""The clock's part in rules: those that waited for their hour, and what nobody has reacted to.

Each is handed to its consumer, which looks again before it acts.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, exists, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.automation_execution import AutomationExecution, ExecutionState
from models.automation_rule import AutomationRule, RuleAction
from models.lead import Lead
from models.task import Task
from services.automation.actions.escalate import STEPS, Step
from services.automation.rules.events import ExecutionDue
from services.automation.rules.executions import Cause, Occurrence, claim_execution
from services.automation.rules.facts import LEAD
from services.automation.rules.templates import TEMPLATES
from services.automation.rules.waiting import patience, waiting, waiting_since
from services.events.publish import publish
from services.live import live

BATCH = 50


_DUE = (
    select(AutomationExecution.id, AutomationExecution.correlation_id, AutomationExecution.event_id)
    .where(AutomationExecution.state == ExecutionState.WAITING, AutomationExecution.due_at <= bindparam("now"))
    .order_by(AutomationExecution.due_at)
)
_ONE_DUE = _DUE.limit(1)


async def is_rule_due(session: AsyncSession, *, now: datetime) -> bool:
    return (await session.execute(_ONE_DUE, {"now": now})).first() is not None


async def release_due_rules(session: AsyncSession, now: datetime) -> int:
    """How many waited long enough."""
    due = await session.execute(_DUE.limit(BATCH).with_for_update(skip_locked=True), {"now": now})
    rows = sorted(due.all())
    released = update(AutomationExecution).where(AutomationExecution.id.in_([row.id for row in rows]))
    await session.execute(released.values(due_at=None).execution_options(synchronize_session=False))
    for execution_id, correlation_id, event_id in rows:
        await _hand_over(session, execution_id, correlation_id, event_id, now)
    return len(rows)


async def is_step_reached(session: AsyncSession, *, now: datetime) -> bool:
    return bool(await _list_occurrences(session, now))


async def escalate_what_waits(session: AsyncSession, now: datetime) -> int:
    """How many steps were reached now."""
    reached = await _list_occurrences(session, now)
    return sum([await _claim(session, occurrence, now) for occurrence in reached])


async def _list_occurrences(session: AsyncSession, now: datetime) -> Sequence[Occurrence]:
    on = live(AutomationRule).where(
        AutomationRule.action == RuleAction.ESCALATE, AutomationRule.enabled_since.is_not(None)
    )
    reached: list[Occurrence] = []
    for rule in (await session.execute(on.order_by(AutomationRule.id))).scalars().all():
        entity = TEMPLATES[rule.template].entity
        for step in STEPS[entity]:
            ids = await _list_reached(session, rule, entity, step, now)
            reached += [Occurrence(rule.id, entity, entity_id, step.value) for entity_id in ids]
    return reached


async def _list_reached(
    session: AsyncSession, rule: AutomationRule, entity: str, step: Step, now: datetime
) -> Sequence[int]:
    assert rule.enabled_since is not None  # noqa: S101 - it is on
    until = now - patience(entity, step, rule.params["hours"])
    since = waiting_since(rule.enabled_since, now=now)
    table = Lead if entity == LEAD else Task
    told = exists().where(
        AutomationExecution.rule_id == rule.id,
        AutomationExecution.entity_type == entity,
        AutomationExecution.entity_id == table.id,
        AutomationExecution.occurrence == step.value,
        AutomationExecution.state != ExecutionState.SKIPPED,
    )
    wanted = waiting(entity, since=since, until=until).where(~told).limit(BATCH)
    return (await session.execute(wanted)).scalars().all()


async def _claim(session: AsyncSession, occurrence: Occurrence, now: datetime) -> int:
    correlation_id = f"wait-{occurrence.entity_type}-{occurrence.entity_id}-{occurrence.key}"
    execution_id = await claim_execution(
        session, occurrence, Cause(correlation_id), state=ExecutionState.WAITING, now=now
    )
    if execution_id is None:
        return 0
    await _hand_over(session, execution_id, correlation_id, None, now)
    return 1


async def _hand_over(
    session: AsyncSession, execution_id: int, correlation_id: str, event_id: int | None, now: datetime
) -> None:
    await publish(
        session,
        None,
        ExecutionDue(execution_id=execution_id),
        now=now,
        correlation_id=correlation_id,
        caused_by=event_id,
        source="automation",
    )
