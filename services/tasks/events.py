"""What happens to tasks."""

from dataclasses import dataclass

from services.events.event import Event


@dataclass(frozen=True, kw_only=True)
class TaskCreated(Event):
    """Without `to_user_id` it went to the pool."""

    name = "tasks.task.created"
    aggregate = "task"

    task_id: int
    deal_id: int
    kind: str
    to_user_id: int | None


@dataclass(frozen=True, kw_only=True)
class TaskStatusChanged(Event):
    """`to_user_id` is whose it is afterwards. `told`: people learn of it with something else. `outcome` is that of a
    call.
    """

    name = "tasks.task.status_changed"
    aggregate = "task"
    personal = frozenset({"reason", "outcome"})

    task_id: int
    deal_id: int
    kind: str
    from_state: str
    to_state: str
    to_user_id: int | None
    reason: str | None
    told: bool = False
    outcome: str | None = None


@dataclass(frozen=True, kw_only=True)
class TaskAsked(Event):
    """A question to who gave the task; its words are an entry of the journal."""

    name = "tasks.task.asked"
    aggregate = "task"

    task_id: int
    deal_id: int


@dataclass(frozen=True, kw_only=True)
class TaskAnswered(Event):
    """What was asked about it is answered: by `words`, or by what was sent into the deal."""

    name = "tasks.task.answered"
    aggregate = "task"
    personal = frozenset({"words"})

    task_id: int
    deal_id: int
    to_user_id: int
    words: str | None


@dataclass(frozen=True, kw_only=True)
class TaskReassigned(Event):
    name = "tasks.task.reassigned"
    aggregate = "task"

    task_id: int
    deal_id: int
    from_user_id: int | None
    to_user_id: int | None
