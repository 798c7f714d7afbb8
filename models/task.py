"""Tasks between the people of a deal."""

from datetime import date, datetime, time
from enum import StrEnum

from sqlalchemy import BigInteger, CheckConstraint, Date, ForeignKey, Index, String, Text, Time, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, BigId, EnumText, one_of


class TaskKind(StrEnum):
    """DOCS asks for missing documents."""

    CALCULATE = "calculate"
    ISSUE = "issue"
    DOCS = "docs"
    CALL = "call"
    OTHER = "other"


class TaskState(StrEnum):
    NEW = "new"
    ACCEPTED = "accepted"
    IN_WORK = "in-work"
    DONE = "done"
    RETURNED = "returned"
    CANCELLED = "cancelled"


OPEN_TASKS = (TaskState.NEW, TaskState.ACCEPTED, TaskState.IN_WORK)
_UNACCEPTED = text("state = 'new'")
_OPEN = text("state IN ('new', 'accepted', 'in-work')")


class Task(Base):
    """Without `to_user_id` it lies in the pool. `due_time` is the brokerage's wall time, None for the whole day.

    `choice_id` is the offer that an ISSUE task is for. `asked` says that a question to the giver waits for his answer.
    `reason` is why it was returned or cancelled, `outcome` what came of a CALL.
    """

    __tablename__ = "tasks"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    deal_id: Mapped[int] = mapped_column(BigId, ForeignKey("deals.id"))
    kind: Mapped[TaskKind] = mapped_column(EnumText(TaskKind))
    state: Mapped[TaskState] = mapped_column(EnumText(TaskState))
    from_user_id: Mapped[int] = mapped_column(BigId, ForeignKey("users.id"))
    to_user_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("users.id"))
    choice_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("choices.id"))
    due_on: Mapped[date | None] = mapped_column(Date)
    due_time: Mapped[time | None] = mapped_column(Time)
    urgent: Mapped[bool]
    note: Mapped[str | None] = mapped_column(Text)
    asked: Mapped[bool]
    reason: Mapped[str | None] = mapped_column(Text)
    outcome: Mapped[str | None] = mapped_column(Text)
    intent_key: Mapped[str] = mapped_column(String(64), unique=True)
    version: Mapped[int] = mapped_column(BigInteger)
    created_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint(one_of("kind", TaskKind), name="kind"),
        CheckConstraint(one_of("state", TaskState), name="state"),
        CheckConstraint("(state IN ('done', 'returned', 'cancelled')) = (closed_at IS NOT NULL)", name="closed"),
        CheckConstraint("state <> 'returned' OR reason IS NOT NULL", name="return_has_reason"),
        CheckConstraint("due_time IS NULL OR due_on IS NOT NULL", name="time_has_day"),
        Index(None, "deal_id", "id"),  # the deal's tasks, and whose turn it is
        # a person's queue and the pool
        Index("ix_tasks_queue", "to_user_id", "due_on", sqlite_where=_OPEN, postgresql_where=_OPEN),
        # what nobody has accepted yet, for the escalation
        Index("ix_tasks_unaccepted", "created_at", sqlite_where=_UNACCEPTED, postgresql_where=_UNACCEPTED),
    )

    @property
    def open(self) -> bool:
        return self.state in OPEN_TASKS
