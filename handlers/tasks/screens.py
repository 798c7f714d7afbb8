"""What a deal's tasks and the pool look like."""

from collections.abc import Sequence

from services.access import Actor, Right
from services.conversation.values import Button, Screen, Style, Text, text
from services.tasks.card import leave_row
from services.tasks.queries import TaskLine
from services.tasks.words import task_line, task_rows


def left(note: Text) -> Screen:
    """A task that is over, in a deal that is not the reader's."""
    return Screen([note], [leave_row()])


def tasks_of_deal(deal_id: int, tasks: Sequence[TaskLine], actor: Actor) -> Screen:
    rows = task_rows(tasks)
    if actor.may(Right.SET_TASKS):
        rows.append([Button(text("btn-task-new"), "task.new", deal_id, Style.PRIMARY)])
    rows.append([Button(text("btn-open-card"), "deal.card", deal_id)])
    title = text("scr-tasks-of-deal", number=str(deal_id))
    return Screen([title, *_lines(tasks)], rows, subject=f"deal:{deal_id}")


def pool(tasks: Sequence[TaskLine]) -> Screen:
    rows = [*task_rows(tasks), leave_row()]
    return Screen([text("scr-pool"), *(_lines(tasks) or [text("scr-pool-empty")])], rows)


def _lines(tasks: Sequence[TaskLine]) -> list[Text]:
    return [task_line(number, task) for number, task in enumerate(tasks, start=1)]
