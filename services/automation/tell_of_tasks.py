"""Tells who must act next about a task, with the buttons for it, and keeps open queues up to date."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from models.task import Task, TaskKind, TaskState
from models.user import Role
from services.automation.telling import card_button, name_of, tell, tell_who_may_have_left
from services.conversation.rows import in_rows
from services.conversation.values import Button, Style, Text, text
from services.events.consumers import Done, Outcome, reacts_to
from services.events.event import Delivered
from services.tasks.card import doing_buttons, refresh_task_cards, refusing_buttons
from services.tasks.cockpit import refresh_cockpits
from services.tasks.events import TaskAnswered, TaskAsked, TaskCreated, TaskReassigned, TaskStatusChanged
from services.tasks.issuing import what_to_issue
from services.tasks.queries import TaskLine, find_task_line
from services.tasks.words import answer_buttons, note_words, outcome_words, reason_words
from services.users.queries import list_ids_by_role

SET, DONE, RETURNED = "ntf-task-set", f"ntf-task-{TaskState.DONE}", f"ntf-task-{TaskState.RETURNED}"
LONGEST_WORDS = 1000
TaskEvents = TaskCreated | TaskStatusChanged | TaskAsked | TaskAnswered | TaskReassigned
GIVER_LEARNS = frozenset({TaskState.ACCEPTED, TaskState.DONE, TaskState.RETURNED})


@reacts_to(TaskCreated)
async def tell_of_new_task(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    """Whoever it is for; a task of the pool all executors."""
    event = delivered.event
    assert isinstance(event, TaskCreated)  # noqa: S101 - what the registry delivers
    task = await find_task_line(session, event.task_id)
    if task.open:
        receivers = [task.doer_id] if task.doer_id is not None else await list_ids_by_role(session, Role.EXECUTOR)
        await _tell(session, delivered, receivers, SET, task, now)
    return Done()


@reacts_to(TaskReassigned)
async def tell_of_passed_on_task(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    """Who had it before learns of it with his place in the deal."""
    event = delivered.event
    assert isinstance(event, TaskReassigned)  # noqa: S101 - what the registry delivers
    task = await find_task_line(session, event.task_id)
    await _tell(session, delivered, [event.to_user_id], SET, task, now)
    return Done()


@reacts_to(TaskStatusChanged)
async def tell_of_task(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    """The giver what became of it, the doer that it is not wanted any more."""
    event = delivered.event
    assert isinstance(event, TaskStatusChanged)  # noqa: S101 - what the registry delivers
    if event.told:
        return Done()
    task = await find_task_line(session, event.task_id)
    if event.to_state in GIVER_LEARNS:
        await _tell(session, delivered, [task.giver_id], f"ntf-task-{event.to_state}", task, now)
    elif event.to_state == TaskState.CANCELLED:
        await _tell_who_lost_it(session, delivered, task.doer_id, "ntf-task-cancelled", task, now)
    return Done()


@reacts_to(TaskAnswered)
async def tell_of_answer(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    """Who asked goes on with his task from there."""
    event = delivered.event
    assert isinstance(event, TaskAnswered)  # noqa: S101 - what the registry delivers
    task = await find_task_line(session, event.task_id)
    by, what = await name_of(session, delivered.actor_id), text(f"task-kind-{task.kind}")
    if event.words is None:
        lines = [text("ntf-task-answered-otherwise", by=by)]
    else:
        lines = [text("ntf-task-answered", by=by, words=event.words[:LONGEST_WORDS])]
    lines.append(text("ntf-task-goes-on", what=what, due=task.deadline))
    rows = [*in_rows(_going_on(task)), [Button(text("btn-task-card"), "task.card", task.id), card_button(task.deal_id)]]
    await tell(session, delivered, [event.to_user_id], task.deal_id, lines, rows, now=now)
    return Done()


@reacts_to(TaskCreated, TaskStatusChanged, TaskAsked, TaskAnswered, TaskReassigned)
async def refresh_queues(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    event = delivered.event
    assert isinstance(event, TaskEvents)  # noqa: S101 - as above
    task = await session.get_one(Task, event.task_id)
    before = event.from_user_id if isinstance(event, TaskReassigned) else None
    owners = {task.to_user_id, before, *await list_ids_by_role(session, Role.EXECUTOR)} - {None}
    await refresh_cockpits(
        session, [who for who in owners if who is not None], now=now, correlation_id=delivered.correlation_id
    )
    return Done()


@reacts_to(TaskStatusChanged, TaskAsked, TaskAnswered, TaskReassigned)
async def refresh_cards_of_task(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    """Of the others who look at it; who did it has been shown it."""
    event = delivered.event
    assert isinstance(event, TaskEvents)  # noqa: S101 - as above
    await refresh_task_cards(
        session, event.task_id, but_not_of=delivered.actor_id, now=now, correlation_id=delivered.correlation_id
    )
    return Done()


def _going_on(task: TaskLine) -> list[Button]:
    take = [Button(text("btn-task-take"), "task.take", task.id, Style.SUCCESS)]
    return [*(take if task.state is TaskState.NEW else []), *doing_buttons(task), *refusing_buttons(task)]


async def _tell(
    session: AsyncSession,
    delivered: Delivered,
    receivers: Iterable[int | None],
    key: str,
    task: TaskLine,
    now: datetime,
) -> None:
    """Whoever it is set to gets the buttons for it and the words that came with it."""
    by = await name_of(session, delivered.actor_id)
    rows: list[list[Button]] = []
    lines = [_said(key, task, by)]
    if key == SET:
        take = Button(text("btn-task-take"), "task.take", task.id, Style.SUCCESS)
        folder = Button(text("btn-open-folder"), "deal.folder", task.deal_id)
        rows = [[take, folder], [*_answer_buttons(task), card_button(task.deal_id)], *_refusing_rows(task)]
        issued = await what_to_issue(session, task)
        lines += [text("scr-task-urgent")] if task.urgent else []
        lines += [issued] if issued else []
        lines += [note_words(task.note)] if task.note else []
    if key == DONE and task.kind is TaskKind.CALCULATE:
        offers = Button(text("btn-offers-list"), "offers.list", task.deal_id, Style.PRIMARY)
        rows = [[offers, card_button(task.deal_id)]]
    if key == RETURNED:
        deal = await session.get_one(Deal, task.deal_id)
        receivers, rows = {*receivers, deal.seller_id}, _next_rows(task)
    await tell(session, delivered, receivers, task.deal_id, lines, rows, now=now)


async def _tell_who_lost_it(
    session: AsyncSession, delivered: Delivered, user_id: int | None, key: str, task: TaskLine, now: datetime
) -> None:
    said = _said(key, task, await name_of(session, delivered.actor_id))
    await tell_who_may_have_left(session, delivered, [user_id], task.deal_id, [said], now=now)


def _said(key: str, task: TaskLine, by: str | Text) -> Text:
    what, why = text(f"task-kind-{task.kind}"), reason_words(task.reason or "")
    if key == DONE and task.outcome is not None:
        return text("ntf-task-done-with", by=by, what=what, outcome=outcome_words(task.outcome))
    return text(key, by=by, what=what, due=task.deadline, reason=why)


def _next_rows(task: TaskLine) -> list[list[Button]]:
    """The reason is mostly a paper that is missing, or another person who is to do it."""
    look = Button(text("btn-task-card"), "task.card", task.id)
    folder = Button(text("btn-open-folder"), "deal.folder", task.deal_id)
    anew = Button(text("btn-task-new"), "task.new", task.deal_id, Style.PRIMARY)
    return [[look, folder], [anew, card_button(task.deal_id)]]


def _refusing_rows(task: TaskLine) -> list[list[Button]]:
    """Who can't do it as it is need not take it first."""
    if task.doer_id in (None, task.giver_id):
        return []
    return [refusing_buttons(task)]


def _answer_buttons(task: TaskLine) -> list[Button]:
    """A task of the pool is taken first."""
    return [] if task.doer_id is None else answer_buttons(task.kind, task.deal_id)
