"""What becomes of a task: taken, begun, done, returned, cancelled.

- Whoever it is for moves it, and managers and admins; who gave it cancels it, and they.
- What lies in the pool is taken by who comes first; he is the deal's executor from then on.
- A return and a cancellation carry a reason.
"""

from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from models.task import OPEN_TASKS, Task, TaskState
from services.access import Actor, Right
from services.change import change
from services.conversation.values import text
from services.deals.next_event import fall_asleep
from services.errors import NotAllowed
from services.events.publish import publish
from services.journal.note import note_system
from services.reminders.rows import pass_on_of_task, stop_of_task
from services.tasks.access import access_open_task, check_mine, in_pool, refuse_as_of_another
from services.tasks.errors import TaskClosed, TaskReasonNeeded
from services.tasks.events import TaskStatusChanged
from services.tasks.rules import NEXT_STATES
from services.tasks.turn import settle_turn
from services.tasks.words import outcome_words, reason_words

SHORTEST_REASON = 3
WITH_REASON = frozenset({TaskState.RETURNED, TaskState.CANCELLED})


async def take_task(session: AsyncSession, actor: Actor, task_id: int, *, now: datetime) -> Task:
    """Accepts one's own task, or the pool's. Raises TaskOfAnother when somebody else was quicker."""
    task, deal = await access_open_task(session, actor, task_id, right=Right.DO_TASKS)
    if task.to_user_id not in (None, actor.id):
        await refuse_as_of_another(session, task)
    if task.state is not TaskState.NEW:
        return task
    if in_pool(task):
        await change(session, task, to_user_id=actor.id)
        await pass_on_of_task(session, task.id, actor.id)
        if actor.id != deal.seller_id:
            await change(session, deal, executor_id=actor.id)
    return await _move(session, actor, task, deal, TaskState.ACCEPTED, now=now)


async def start_task(session: AsyncSession, actor: Actor, task_id: int, *, now: datetime) -> Task:
    task, deal = await _access_own(session, actor, task_id)
    return await _move(session, actor, task, deal, TaskState.IN_WORK, now=now)


async def finish_task(
    session: AsyncSession, actor: Actor, task_id: int, *, now: datetime, today: date, outcome: str | None = None
) -> Task:
    """`outcome` is a CallOutcome or as typed."""
    task, deal = await _access_own(session, actor, task_id)
    return await _end(session, actor, task, deal, TaskState.DONE, now=now, today=today, outcome=outcome)


async def return_task(
    session: AsyncSession, actor: Actor, task_id: int, *, reason: str, now: datetime, today: date
) -> Task:
    task, deal = await _access_own(session, actor, task_id)
    return await _end(session, actor, task, deal, TaskState.RETURNED, now=now, today=today, reason=reason)


async def cancel_task(
    session: AsyncSession, actor: Actor, task_id: int, *, reason: str, now: datetime, today: date
) -> Task:
    task, deal = await access_open_task(session, actor, task_id, right=Right.SET_TASKS)
    if task.from_user_id != actor.id and not actor.may(Right.SEE_ALL_DEALS):
        raise NotAllowed
    return await _end(session, actor, task, deal, TaskState.CANCELLED, now=now, today=today, reason=reason)


async def _access_own(session: AsyncSession, actor: Actor, task_id: int) -> tuple[Task, Deal]:
    task, deal = await access_open_task(session, actor, task_id, right=Right.DO_TASKS)
    await check_mine(session, actor, task)
    return task, deal


async def _end(
    session: AsyncSession,
    actor: Actor,
    task: Task,
    deal: Deal,
    to: TaskState,
    *,
    now: datetime,
    today: date,
    reason: str | None = None,
    outcome: str | None = None,
) -> Task:
    """The last task of a paid deal lets it sleep on."""
    ended = await _move(session, actor, task, deal, to, now=now, reason=reason, outcome=outcome)
    await fall_asleep(session, actor, deal, today=today, now=now)
    return ended


async def _move(
    session: AsyncSession,
    actor: Actor,
    task: Task,
    deal: Deal,
    to: TaskState,
    *,
    now: datetime,
    reason: str | None = None,
    outcome: str | None = None,
) -> Task:
    if task.state is to:
        return task
    if to not in NEXT_STATES[task.state]:
        raise TaskClosed(state=task.state.value)
    if to in WITH_REASON and len((reason or "").strip()) < SHORTEST_REASON:
        raise TaskReasonNeeded
    await put_state(session, actor, task, to, reason=reason, outcome=outcome, now=now)
    await settle_turn(session, deal)
    return task


async def put_state(
    session: AsyncSession,
    actor: Actor,
    task: Task,
    to: TaskState,
    *,
    reason: str | None = None,
    outcome: str | None = None,
    told: bool = False,
    now: datetime,
) -> None:
    """Row, reminders, event, journal; part of the use case that calls it, which has authorised and settles the turn."""
    before = task.state
    closed = {"closed_at": now, "asked": False} if to not in OPEN_TASKS else {}
    await change(session, task, state=to, reason=reason, outcome=outcome, **closed)
    event = TaskStatusChanged(
        task_id=task.id,
        deal_id=task.deal_id,
        kind=task.kind,
        from_state=before,
        to_state=to,
        to_user_id=task.to_user_id,
        reason=reason,
        told=told,
        outcome=outcome,
    )
    await publish(session, actor, event, now=now)
    if to not in OPEN_TASKS:
        await stop_of_task(session, task.id, now=now)
        what, why = text(f"task-kind-{task.kind}"), outcome_words(outcome) if outcome else reason_words(reason or "")
        key = f"jrn-task-{to}-with" if outcome else f"jrn-task-{to}"
        await note_system(session, actor, task.deal_id, key, now=now, what=what, reason=why)
