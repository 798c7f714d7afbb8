"""The states of a task.

NEW -> ACCEPTED -> IN_WORK -> DONE | RETURNED | CANCELLED; who has the answer at once may pass states over.
"""

from models.task import OPEN_TASKS, TaskState
from services.tasks.errors import TaskClosed

NEXT_STATES: dict[TaskState, frozenset[TaskState]] = {
    TaskState.NEW: frozenset(
        {TaskState.ACCEPTED, TaskState.IN_WORK, TaskState.DONE, TaskState.RETURNED, TaskState.CANCELLED}
    ),
    TaskState.ACCEPTED: frozenset({TaskState.IN_WORK, TaskState.DONE, TaskState.RETURNED, TaskState.CANCELLED}),
    TaskState.IN_WORK: frozenset({TaskState.DONE, TaskState.RETURNED, TaskState.CANCELLED}),
    TaskState.DONE: frozenset(),
    TaskState.RETURNED: frozenset(),
    TaskState.CANCELLED: frozenset(),
}


def check_open(state: TaskState) -> None:
    if state not in OPEN_TASKS:
        raise TaskClosed(state=state.value)
