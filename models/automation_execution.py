"""What rules did: a row per rule, thing and occurrence, which is also the claim that keeps it from being done twice."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, BigId, EnumText, one_of


class ExecutionState(StrEnum):
    """WAITING for its hour, or CALLING somebody outside, or a team's chat; REFUSED by the use case's own rules.

    SKIPPED: when its hour came, the conditions held no more or the rule was off. STOPPED: its chain was too long.
    """

    WAITING = "waiting"
    CALLING = "calling"
    DONE = "done"
    REFUSED = "refused"
    SKIPPED = "skipped"
    STOPPED = "stopped"


_WAITS = text("state = 'waiting' AND due_at IS NOT NULL")


class AutomationExecution(Base):
    """`occurrence` is '' where once is enough for ever, the trigger event's id, or the step of an escalation.

    - `event_id` is what triggered it, None where the clock did; `root_event_id` is the beginning of its chain.
    - `due_at` is when a waiting one runs; None once it was handed to its consumer.
    """

    __tablename__ = "automation_executions"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    rule_id: Mapped[int] = mapped_column(BigId, ForeignKey("automation_rules.id"))
    entity_type: Mapped[str] = mapped_column(String(32))
    entity_id: Mapped[int] = mapped_column(BigId)
    occurrence: Mapped[str] = mapped_column(String(64))
    event_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("events.id"))
    root_event_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("events.id"))
    correlation_id: Mapped[str] = mapped_column(String(64))
    state: Mapped[ExecutionState] = mapped_column(EnumText(ExecutionState))
    due_at: Mapped[datetime | None]
    result: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]
    done_at: Mapped[datetime | None]

    __table_args__ = (
        UniqueConstraint("rule_id", "entity_type", "entity_id", "occurrence", name="uq_automation_executions_once"),
        CheckConstraint(one_of("state", ExecutionState), name="state"),
        CheckConstraint("(state IN ('waiting', 'calling')) = (done_at IS NULL)", name="done"),
        Index(None, "rule_id", "id"),  # what a rule did, the last first
        Index(None, "root_event_id"),  # how much a chain has done
        # the tick
        Index("ix_automation_executions_due", "due_at", sqlite_where=_WAITS, postgresql_where=_WAITS),
    )
