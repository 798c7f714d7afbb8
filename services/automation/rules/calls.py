"""What both ways out of the house have in common: the execution that calls, and what its next try leaves in it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.automation_execution import AutomationExecution, ExecutionState
from models.automation_rule import AutomationRule
from models.event import EventRow
from services.automation.rules.executions import settle_execution
from services.events.consumers import Done, GiveUp, Outcome, Policy, RetryIn

CALLS = Policy(attempts=10, first=timedelta(seconds=10), longest=timedelta(hours=1), time_limit=timedelta(seconds=30))


@dataclass(frozen=True, slots=True)
class Called:
    """How a try ended: `fault` says in a word why it did not work; one that is `final` is not repeated.

    `void`: what it was about is gone.
    """

    fault: str | None = None
    final: bool = False
    void: bool = False


@dataclass(frozen=True, slots=True)
class Calling:
    """`event` is what triggered the rule, None where the clock did; `key` stays the same over all tries."""

    execution: AutomationExecution
    rule: AutomationRule
    event: EventRow | None
    key: str


async def find_calling(session: AsyncSession, execution_id: int, request_id: int) -> Calling | None:
    """None when it is over already. `request_id` is the event that asked for the call."""
    found = await session.execute(
        select(AutomationExecution, AutomationRule, EventRow)
        .join(AutomationRule, AutomationRule.id == AutomationExecution.rule_id)
        .outerjoin(EventRow, EventRow.id == AutomationExecution.event_id)
        .where(AutomationExecution.id == execution_id, AutomationExecution.state == ExecutionState.CALLING)
    )
    row = found.one_or_none()
    if row is None:
        return None
    key = (await session.execute(select(EventRow.uid).where(EventRow.id == request_id))).scalar_one()
    return Calling(*row, key)


async def record_call(session: AsyncSession, execution_id: int, called: Called, *, now: datetime) -> Outcome:
    if called.void:
        await settle_execution(session, execution_id, ExecutionState.SKIPPED, {"why": "changed"}, now=now)
        return Done()
    if called.fault is None:
        await settle_execution(session, execution_id, ExecutionState.DONE, {"told": 1}, now=now)
        return Done()
    held = select(AutomationExecution.result).where(AutomationExecution.id == execution_id).with_for_update()
    before: dict[str, Any] = (await session.execute(held)).scalar_one()
    tries = before.get("tries", 0) + 1
    left = {"fault": called.fault, "tries": tries}
    await settle_execution(session, execution_id, ExecutionState.CALLING, left, now=now)
    return GiveUp(called.fault) if called.final else RetryIn(CALLS.delay(tries), called.fault)
