"""Claims of what a rule does: whoever gets the row does it, everybody else leaves it alone."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.automation_execution import AutomationExecution, ExecutionState
from models.automation_rule import RuleAction
from services.upsert import insert_or_none

ONCE_FOR_EVER = frozenset({RuleAction.CREATE_DEAL})
OPEN = (ExecutionState.WAITING, ExecutionState.CALLING)
_IN_VAIN = (ExecutionState.REFUSED, ExecutionState.SKIPPED, ExecutionState.STOPPED)


@dataclass(frozen=True, slots=True)
class Cause:
    """The event that triggered it and the root of its chain; the clock has neither."""

    correlation_id: str
    event_id: int | None = None
    root_id: int | None = None


@dataclass(frozen=True, slots=True)
class Occurrence:
    """What is claimed: something that a rule does about a thing."""

    rule_id: int
    entity_type: str
    entity_id: int
    key: str

    def row(self) -> dict[str, Any]:
        return {
            "rule_id": self.rule_id,
            "entity_type": self.entity_type,
            "entity_id": self.entity_id,
            "occurrence": self.key,
        }


def key_of(action: RuleAction, event_id: int) -> str:
    return "" if action in ONCE_FOR_EVER else str(event_id)


async def claim_execution(
    session: AsyncSession,
    occurrence: Occurrence,
    cause: Cause,
    *,
    state: ExecutionState,
    now: datetime,
    due_at: datetime | None = None,
) -> int | None:
    """Its id, or None where it was done, or is under way.

    What came to nothing may be tried by a later event; what the clock brought about and was skipped, by the clock.
    """
    values: dict[str, Any] = {
        "event_id": cause.event_id,
        "root_event_id": cause.root_id,
        "correlation_id": cause.correlation_id,
        "state": state,
        "due_at": due_at,
        "result": {},
        "created_at": now,
        "done_at": None if state in OPEN else now,
    }
    row = {**occurrence.row(), **values}
    claimed = await insert_or_none(session, AutomationExecution, row, returning=AutomationExecution.id)
    if claimed is not None:
        return claimed
    same = [getattr(AutomationExecution, name) == value for name, value in occurrence.row().items()]
    anew = (
        update(AutomationExecution)
        .where(*same, _may_be_tried_again(cause))
        .values(**values)
        .returning(AutomationExecution.id)
        .execution_options(synchronize_session=False)
    )
    found: int | None = (await session.execute(anew)).scalar_one_or_none()
    return found


def _may_be_tried_again(cause: Cause) -> ColumnElement[bool]:
    if cause.event_id is None:
        return AutomationExecution.state == ExecutionState.SKIPPED
    return AutomationExecution.state.in_(_IN_VAIN) & (AutomationExecution.event_id < cause.event_id)


async def settle_execution(
    session: AsyncSession, execution_id: int, state: ExecutionState, result: dict[str, Any], *, now: datetime
) -> None:
    """One that goes on calling keeps no end."""
    settled = (
        update(AutomationExecution)
        .where(AutomationExecution.id == execution_id)
        .values(state=state, due_at=None, result=result, done_at=None if state in OPEN else now)
        .execution_options(synchronize_session=False)
    )
    await session.execute(settled)
