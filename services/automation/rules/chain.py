"""What led to an event: the rules on the way, and how much their chain has done so far."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from models.automation_execution import AutomationExecution, ExecutionState
from models.event import EventRow
from services.automation.rules.events import RuleApplied
from services.events.event import Delivered

_IDLE = (ExecutionState.SKIPPED, ExecutionState.STOPPED)


@dataclass(frozen=True, slots=True)
class Chain:
    """`done` counts executions since the root; `stopped`: one of them was one too many already."""

    root_id: int
    rule_ids: frozenset[int] = frozenset()
    done: int = 0
    stopped: bool = False


async def find_chain(session: AsyncSession, delivered: Delivered) -> Chain:
    """Of an event that came of rules its root is held, so that nobody else counts the same chain."""
    if delivered.caused_by is None:
        return Chain(delivered.id)
    causes = await _list_causes(session, delivered.caused_by)
    root_id = causes[-1][0]
    rule_ids = frozenset(payload["rule_id"] for _, name, payload in causes if name == RuleApplied.name)
    if not rule_ids:
        return Chain(root_id)
    await session.execute(select(EventRow.id).where(EventRow.id == root_id).with_for_update())
    mine = AutomationExecution.root_event_id == root_id
    done = select(func.count()).where(mine, AutomationExecution.state.not_in(_IDLE))
    stopped = select(AutomationExecution.id).where(mine, AutomationExecution.state == ExecutionState.STOPPED).limit(1)
    return Chain(
        root_id,
        rule_ids,
        (await session.execute(done)).scalar_one(),
        stopped=(await session.execute(stopped)).first() is not None,
    )


async def _list_causes(session: AsyncSession, event_id: int) -> list[tuple[int, str, dict[str, int]]]:
    """The event itself, its cause, and so on up to the root."""
    causes = select(EventRow.id, EventRow.caused_by).where(EventRow.id == event_id).cte("causes", recursive=True)
    above = aliased(EventRow)
    causes = causes.union_all(select(above.id, above.caused_by).join(causes, above.id == causes.c.caused_by))
    wanted = (
        select(EventRow.id, EventRow.name, EventRow.payload)
        .join(causes, causes.c.id == EventRow.id)
        .order_by(EventRow.id.desc())
    )
    return [(one.id, one.name, one.payload) for one in await session.execute(wanted)]
