"""Runs a rule whose hour has come, if it is still on and still holds, as of now."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.automation_execution import AutomationExecution, ExecutionState
from models.automation_rule import AutomationRule, RuleAction
from services.automation.actions.escalate import Step
from services.automation.rules.conditions import Conditions, Facts
from services.automation.rules.events import ExecutionDue
from services.automation.rules.executions import Cause, settle_execution
from services.automation.rules.facts import find_facts_now
from services.automation.rules.run import Claimed, run_rule
from services.automation.rules.waiting import find_waiting_facts, patience, waiting_since
from services.brokerage import Brokerage
from services.events.consumers import Done, Outcome, reacts_informed_to
from services.events.event import Delivered
from services.live import live


@reacts_informed_to(ExecutionDue)
async def run_due_rule(session: AsyncSession, delivered: Delivered, now: datetime, brokerage: Brokerage) -> Outcome:
    execution = await _find(session, delivered)
    if execution is None:
        return Done()
    rule = await _find_rule(session, execution.rule_id)
    facts = None if rule is None else await _facts(session, rule, execution, now)
    if rule is None or facts is None:
        why = {"why": "off" if rule is None else "changed"}
        await settle_execution(session, execution.id, ExecutionState.SKIPPED, why, now=now)
        return Done()
    cause = Cause(execution.correlation_id, execution.event_id or delivered.id, execution.root_event_id)
    claimed = Claimed(execution.id, execution.occurrence, cause)
    await run_rule(session, rule, claimed, facts, brokerage=brokerage, now=now)
    return Done()


async def _find(session: AsyncSession, delivered: Delivered) -> AutomationExecution | None:
    """The one that still waits, held."""
    assert isinstance(delivered.event, ExecutionDue)  # noqa: S101 - what the registry delivers
    waiting = (
        select(AutomationExecution)
        .where(
            AutomationExecution.id == delivered.event.execution_id,
            AutomationExecution.state == ExecutionState.WAITING,
            AutomationExecution.due_at.is_(None),
        )
        .with_for_update()
    )
    return (await session.execute(waiting)).scalar_one_or_none()


async def _find_rule(session: AsyncSession, rule_id: int) -> AutomationRule | None:
    """None when it is off or deleted by now."""
    wanted = live(AutomationRule).where(AutomationRule.id == rule_id, AutomationRule.enabled_since.is_not(None))
    return (await session.execute(wanted)).scalar_one_or_none()


async def _facts(
    session: AsyncSession, rule: AutomationRule, execution: AutomationExecution, now: datetime
) -> Facts | None:
    """None when its conditions hold no more."""
    if rule.action is RuleAction.ESCALATE:
        assert rule.enabled_since is not None  # noqa: S101 - it is on
        until = now - patience(execution.entity_type, Step(execution.occurrence), rule.params["hours"])
        since = waiting_since(rule.enabled_since, now=now)
        return await find_waiting_facts(session, execution.entity_type, execution.entity_id, since=since, until=until)
    facts = await find_facts_now(session, execution.entity_type, execution.entity_id)
    held = facts is not None and Conditions.from_json(rule.conditions).hold(facts, later=True)
    return facts if held else None
