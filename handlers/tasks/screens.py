"""What a task, a deal's tasks and the pool look like."""

from collections.abc import Sequence

from models.task import TaskState
from services.access import Actor, Right
from services.conversation.rows import in_rows
from services.conversation.values import Button, Localized, Screen, Style, Text, text
from services.tasks.queries import TaskLine
from services.tasks.words import answer_buttons, reason_words, task_line, task_rows


def card(task: TaskLine, actor: Actor, *, issued: Text | None) -> Screen:
    """`issued` says what a task to issue is for."""
    lines = [
        text("scr-task-title", what=text(f"task-kind-{task.kind}"), state=text(f"task-state-{task.state}")),
        text(
            "scr-task-deal",
            icon=task.icon,
            number=str(task.deal_id),
            kind=Localized(task.kind_names),
            object=task.object,
            client=task.client_name,
        ),
        issued,
        text("scr-task-people", giver=task.giver, doer=task.doer or text("who-pool")),
        text("scr-task-until", due=task.deadline),
        text("scr-task-urgent") if task.urgent else None,
        text("scr-task-asked", giver=task.giver) if task.asked else None,
        text("ntf-task-note", note=task.note) if task.note else None,
        text("scr-task-reason", reason=reason_words(task.reason)) if task.reason else None,
    ]
    return Screen(lines, _rows(task, actor), subject=f"deal:{task.deal_id}")


def _rows(task: TaskLine, actor: Actor) -> list[list[Button]]:
    doing = _doing(task, actor) if task.open else []
    look = []
    if task.doer_id is not None:
        look = [
            Button(text("btn-open-folder"), "deal.folder", task.deal_id),
            Button(text("btn-open-card"), "deal.card", task.deal_id),
        ]
    return [*in_rows(doing), *([look] if look else []), _leave()]


def _leave() -> list[Button]:
    return [Button(text("btn-queue"), "task.queue"), Button(text("btn-menu"), "menu")]


def left(note: Text) -> Screen:
    """A task that is over, in a deal that is not the reader's."""
    return Screen([note], [_leave()])


def _doing(task: TaskLine, actor: Actor) -> list[Button]:
    """Only what this person may do with the task as it stands, the likely thing first."""
    mine = task.doer_id == actor.id or (task.doer_id is not None and actor.may(Right.SEE_ALL_DEALS))
    buttons = []
    if task.state is TaskState.NEW and task.doer_id in (None, actor.id) and _may_take(task, actor):
        buttons.append(Button(text("btn-task-take"), "task.take", task.id, Style.SUCCESS))
    if mine and task.state is TaskState.ACCEPTED:
        buttons.append(Button(text("btn-task-start"), "task.start", task.id, Style.PRIMARY))
    if mine:
        buttons += answer_buttons(task.kind, task.deal_id, Style.PRIMARY)
        buttons.append(Button(text("btn-task-done"), "task.done", task.id, Style.SUCCESS))
        if task.doer_id != task.giver_id:
            buttons.append(Button(text("btn-task-ask"), "task.ask", task.id))
            buttons.append(Button(text("btn-task-return"), "task.return", task.id))
    if actor.may(Right.SET_TASKS) and (task.giver_id == actor.id or actor.may(Right.SEE_ALL_DEALS)):
        buttons.append(Button(text("btn-task-cancel"), "task.cancel", task.id, Style.DANGER))
    return buttons


def _may_take(task: TaskLine, actor: Actor) -> bool:
    return task.doer_id == actor.id or actor.may(Right.TAKE_TASKS)


def tasks_of_deal(deal_id: int, tasks: Sequence[TaskLine], actor: Actor) -> Screen:
    rows = task_rows(tasks)
    if actor.may(Right.SET_TASKS):
        rows.append([Button(text("btn-task-new"), "task.new", deal_id, Style.PRIMARY)])
    rows.append([Button(text("btn-open-card"), "deal.card", deal_id)])
    title = text("scr-tasks-of-deal", number=str(deal_id))
    return Screen([title, *_lines(tasks)], rows, subject=f"deal:{deal_id}")


def pool(tasks: Sequence[TaskLine]) -> Screen:
    rows = [*task_rows(tasks), _leave()]
    return Screen([text("scr-pool"), *(_lines(tasks) or [text("scr-pool-empty")])], rows)


def _lines(tasks: Sequence[TaskLine]) -> list[Text]:
    return [task_line(number, task) for number, task in enumerate(tasks, start=1)]
