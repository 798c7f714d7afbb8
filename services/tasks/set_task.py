"""Sets a task to somebody of a deal, or puts it into the pool.

- CALCULATE and ISSUE are for executors: whoever gets one is the deal's executor from then on.
- ISSUE is for what the client chose, and refused while nothing is chosen. It ends what there is to calculate.
- CALCULATE and ISSUE take the deal's stage along where the stages allow it.
- Setting a task wakes a sleeping deal. The same intent key sets it once.
"""

from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal, DealStage
from models.task import Task, TaskKind, TaskState
from models.user import Role, User
from services.access import Actor, Right
from services.calculations.errors import NothingChosen
from services.calculations.queries import find_choice
from services.change import change
from services.conversation.values import text
from services.deals.access import access_open_deal
from services.deals.defer import wake_deal
from services.deals.errors import WrongAssignee
from services.deals.hand_over import LEADING
from services.deals.pass_stages import pass_stages
from services.events.publish import publish
from services.journal.note import note_system
from services.reminders.plan import plan_task
from services.tasks.errors import TaskDueInThePast
from services.tasks.events import TaskCreated
from services.tasks.of_deal import finish_tasks
from services.tasks.turn import settle_turn
from services.upsert import insert_or_none

EXECUTORS_KINDS = frozenset({TaskKind.CALCULATE, TaskKind.ISSUE})
STAGES = {TaskKind.CALCULATE: DealStage.CALCULATION, TaskKind.ISSUE: DealStage.ISSUING}


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTask:
    """Without `to_user_id` for whoever takes it."""

    deal_id: int
    kind: TaskKind
    to_user_id: int | None
    due_on: date | None
    due_time: time | None = None
    urgent: bool = False
    note: str | None = None
    intent_key: str


async def set_task(session: AsyncSession, actor: Actor, command: SetTask, *, now: datetime, today: date) -> int:
    """The task's id."""
    if command.due_on is not None and command.due_on < today:
        raise TaskDueInThePast
    deal = await access_open_deal(session, actor, command.deal_id, right=Right.SET_TASKS)
    name = await _name_of_assignee(session, deal, command.to_user_id)
    row = _row(actor, command, now) | {"choice_id": await _choice_id(session, deal, command.kind)}
    task_id = await insert_or_none(session, Task, row, returning=Task.id)
    if task_id is None:
        known = select(Task.id).where(Task.intent_key == command.intent_key)
        return (await session.execute(known)).scalar_one()
    await _bring_along(session, actor, deal, command, now=now)
    event = TaskCreated(task_id=task_id, deal_id=deal.id, kind=command.kind, to_user_id=command.to_user_id)
    await publish(session, actor, event, now=now)
    what = text(f"task-kind-{command.kind}")
    await note_system(session, actor, deal.id, "jrn-task-set", now=now, what=what, name=name or text("who-pool"))
    await plan_task(session, await session.get_one(Task, task_id), today=today)
    await settle_turn(session, deal)
    return task_id


async def _name_of_assignee(session: AsyncSession, deal: Deal, user_id: int | None) -> str | None:
    """Raises WrongAssignee unless it is an executor, a manager, an admin or the deal's own seller."""
    if user_id is None:
        return None
    user = await session.get(User, user_id)
    if user is None or user.disabled_at is not None:
        raise WrongAssignee
    if user.role not in (Role.EXECUTOR, *LEADING) and user.id != deal.seller_id:
        raise WrongAssignee
    return user.name


async def _choice_id(session: AsyncSession, deal: Deal, kind: TaskKind) -> int | None:
    if kind is not TaskKind.ISSUE:
        return None
    choice = await find_choice(session, deal.id)
    if choice is None:
        raise NothingChosen
    return choice.id


def _row(actor: Actor, command: SetTask, now: datetime) -> dict[str, object]:
    return {
        "deal_id": command.deal_id,
        "kind": command.kind,
        "state": TaskState.NEW,
        "from_user_id": actor.id,
        "to_user_id": command.to_user_id,
        "due_on": command.due_on,
        "due_time": command.due_time,
        "urgent": command.urgent,
        "note": command.note,
        "asked": False,
        "intent_key": command.intent_key,
        "version": 1,
        "created_at": now,
    }


async def _bring_along(session: AsyncSession, actor: Actor, deal: Deal, command: SetTask, *, now: datetime) -> None:
    if deal.asleep:
        await wake_deal(session, actor, deal.id, now=now)
    if command.kind not in EXECUTORS_KINDS:
        return
    if command.to_user_id not in (None, deal.executor_id, deal.seller_id):
        await change(session, deal, executor_id=command.to_user_id)
    if command.kind is TaskKind.ISSUE:
        await finish_tasks(session, actor, deal, TaskKind.CALCULATE, now=now)
    await pass_stages(session, actor, deal, to=STAGES[command.kind], now=now)
