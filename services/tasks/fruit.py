"""Whether what a task asks for is there: offers, a policy, papers; other tasks leave nothing to count."""

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.calculation import Calculation, CalculationState
from models.document import Document, DocumentState
from models.policy import Policy
from models.task import Task, TaskKind
from services.access import Actor, Right
from services.live import live
from services.tasks.access import access_open_task, check_mine


async def is_fruitless(session: AsyncSession, actor: Actor, task_id: int) -> bool:
    """Nothing has come of it since it was set; for who is about to say that it is done."""
    task, _ = await access_open_task(session, actor, task_id, right=Right.DO_TASKS)
    await check_mine(session, actor, task)
    fruit = _fruit(task)
    return fruit is not None and (await session.execute(fruit.limit(1))).first() is None


def _fruit(task: Task) -> Select[int] | None:
    match task.kind:
        case TaskKind.CALCULATE:
            return select(Calculation.id).where(
                Calculation.deal_id == task.deal_id,
                Calculation.created_at >= task.created_at,
                Calculation.state != CalculationState.DECLINED,
            )
        case TaskKind.ISSUE:
            return select(Policy.id).where(Policy.deal_id == task.deal_id, Policy.created_at >= task.created_at)
        case TaskKind.DOCS:
            return (
                live(Document)
                .with_only_columns(Document.id)
                .where(
                    Document.deal_id == task.deal_id,
                    Document.added_at >= task.created_at,
                    Document.state != DocumentState.REFUSED,
                )
            )
        case _:
            return None
