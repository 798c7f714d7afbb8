"""Refusals about tasks."""

from services.errors import AppError, NotFound


class TaskNotFound(NotFound):
    code = "task-not-found"


class TaskClosed(AppError):  # noqa: N818 - reads as the fact it names
    """`state` is how it ended."""

    code = "task-closed"
    status = 409


class TaskOfAnother(AppError):  # noqa: N818 - as above
    """Somebody else does it: `name`."""

    code = "task-of-another"
    status = 409


class TaskReasonNeeded(AppError):  # noqa: N818 - as above
    code = "task-reason-needed"


class TaskDueInThePast(AppError):  # noqa: N818 - as above
    code = "task-due-in-the-past"
