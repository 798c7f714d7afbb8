"""Does what a rule says about one thing, and writes down what came of it.

A refusal of the use case is a result like any other: what the rule had begun is undone, other rules go on.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from models.automation_execution import ExecutionState
from models.automation_rule import AutomationRule
from services.access import automaton
from services.automation.actions import ACTIONS
from services.automation.actions.job import Job, Result
from services.automation.rules.conditions import Facts
from services.automation.rules.events import RuleApplied
from services.automation.rules.executions import Cause, settle_execution
from services.brokerage import Brokerage
from services.conversation.values import params_to_json
from services.errors import AppError
from services.events.publish import publish

log = structlog.get_logger(service="relay")


@dataclass(frozen=True, slots=True)
class Claimed:
    """An execution that is ours to do; `key` is its occurrence."""

    id: int
    key: str
    cause: Cause


async def run_rule(
    session: AsyncSession, rule: AutomationRule, claimed: Claimed, facts: Facts, *, brokerage: Brokerage, now: datetime
) -> None:
    job = Job(rule, claimed.id, facts, claimed.key, brokerage, now)
    try:
        async with session.begin_nested():
            result = await _act(session, job, claimed.cause)
    except AppError as refusal:
        result = Result(_refused(refusal), ExecutionState.REFUSED)
    await settle_execution(session, claimed.id, result.state, result.details, now=now)
    log.info(
        "rule.run",
        rule_id=rule.id,
        execution_id=claimed.id,
        entity=f"{facts.entity_type}:{facts.entity_id}",
        event_id=claimed.cause.event_id,
        correlation_id=claimed.cause.correlation_id,
        status=result.state.value,
    )


async def _act(session: AsyncSession, job: Job, cause: Cause) -> Result:
    applied = RuleApplied(
        rule_id=job.rule.id,
        execution_id=job.execution_id,
        entity_type=job.facts.entity_type,
        entity_id=job.facts.entity_id,
    )
    actor = automaton(cause.correlation_id, cause.event_id)
    applied_id = await publish(session, actor, applied, now=job.now)
    return await ACTIONS[job.rule.action](session, automaton(cause.correlation_id, applied_id), job)


def _refused(refusal: AppError) -> dict[str, Any]:
    return {"error": refusal.code, "params": params_to_json(refusal.params)}
