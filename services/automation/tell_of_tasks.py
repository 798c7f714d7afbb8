"""Tells who must act next about a task, with the buttons for it, and keeps open queues up to date."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.task import Task, TaskState
from models.user import Role, User
from services.conversation.outgoing import notify
from services.conversation.values import Button, Notice, Style, Text, text
from services.deals.describe import describe_deal
from services.events.consumers import Done, Outcome, reacts_to
from services.events.event import Delivered
from services.tasks.cockpit import refresh_cockpits
from services.tasks.events import TaskAsked, TaskCreated, TaskReassigned, TaskStatusChanged
from services.tasks.queries import TaskLine, find_task_line
from services.tasks.words import reason_words

GIVER_LEARNS = frozenset({TaskState.ACCEPTED, TaskState.DONE, TaskState.RETURNED})


@reacts_to(TaskCreated)
async def tell_of_new_task(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    """Whoever it is for; a task of the pool all executors."""
    event = delivered.event
    assert isinstance(event, TaskCreated)  # noqa: S101 - what the registry delivers
    task = await find_task_line(session, event.task_id)
    if task.open:
        receivers = [task.doer_id] if task.doer_id is not None else await _executors(session)
        first = Button(text("btn-task-take"), "task.take", task.id, Style.SUCCESS)
        await _tell(session, delivered, receivers, "ntf-task-set", task, [first, _folder(task)], now)
    return Done()


@reacts_to(TaskReassigned)
async def tell_of_passed_on_task(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    event = delivered.event
    assert isinstance(event, TaskReassigned)  # noqa: S101 - what the registry delivers
    task = await find_task_line(session, event.task_id)
    first = Button(text("btn-task-take"), "task.take", task.id, Style.SUCCESS)
    await _tell(session, delivered, [event.to_user_id], "ntf-task-set", task, [first, _folder(task)], now)
    await _tell(session, delivered, [event.from_user_id], "ntf-task-taken-away", task, [], now)
    return Done()


@reacts_to(TaskStatusChanged)
async def tell_of_task(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    """The giver what became of it, the doer that it is not wanted any more."""
    event = delivered.event
    assert isinstance(event, TaskStatusChanged)  # noqa: S101 - what the registry delivers
    task = await find_task_line(session, event.task_id)
    if event.to_state in GIVER_LEARNS:
        await _tell(session, delivered, [task.giver_id], f"ntf-task-{event.to_state}", task, [], now)
    elif event.to_state == TaskState.CANCELLED:
        await _tell(session, delivered, [task.doer_id], "ntf-task-cancelled", task, [], now)
    return Done()


@reacts_to(TaskCreated, TaskStatusChanged, TaskAsked, TaskReassigned)
async def refresh_queues(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    event = delivered.event
    assert isinstance(event, TaskCreated | TaskStatusChanged | TaskAsked | TaskReassigned)  # noqa: S101 - as above
    task = await session.get_one(Task, event.task_id)
    before = event.from_user_id if isinstance(event, TaskReassigned) else None
    owners = {task.to_user_id, before, *await _executors(session)} - {None}
    await refresh_cockpits(
        session, [who for who in owners if who is not None], now=now, correlation_id=delivered.correlation_id
    )
    return Done()


async def _tell(
    session: AsyncSession,
    delivered: Delivered,
    receivers: Iterable[int | None],
    key: str,
    task: TaskLine,
    buttons: list[Button],
    now: datetime,
) -> None:
    """Not who did it himself."""
    others = [who for who in receivers if who is not None and who != delivered.actor_id]
    if not others:
        return
    lines = [_headline(key, task, await _name_of(session, delivered.actor_id))]
    lines.append(await describe_deal(session, task.deal_id))
    if task.note is not None and key == "ntf-task-set":
        lines.append(text("ntf-task-note", note=task.note))
    open_card = Button(text("btn-open-card"), "deal.card", task.deal_id, Style.PLAIN if buttons else Style.PRIMARY)
    notice = Notice(lines, [buttons, [open_card]] if buttons else [[open_card]], subject=f"deal:{task.deal_id}")
    await notify(session, others, notice, now=now, correlation_id=delivered.correlation_id)


def _headline(key: str, task: TaskLine, by: str | Text) -> Text:
    what = text(f"task-kind-{task.kind}")
    return text(key, by=by, what=what, due=task.deadline, reason=reason_words(task.reason or ""))


def _folder(task: TaskLine) -> Button:
    return Button(text("btn-open-folder"), "deal.folder", task.deal_id)


async def _executors(session: AsyncSession) -> list[int]:
    found = select(User.id).where(User.role == Role.EXECUTOR, User.disabled_at.is_(None))
    return list((await session.execute(found)).scalars().all())


async def _name_of(session: AsyncSession, user_id: int | None) -> str | Text:
    if user_id is None:
        return text("who-system")
    return (await session.execute(select(User.name).where(User.id == user_id))).scalar_one()
