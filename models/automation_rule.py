"""Rules: what the CRM does by itself when something happens."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, BigId, EnumText, SoftDeleted, one_of


class RuleAction(StrEnum):
    CREATE_DEAL = "create-deal"
    MOVE_STAGE = "move-stage"
    NOTIFY = "notify"
    AUTO_ASSIGN = "auto-assign"
    ESCALATE = "escalate"


LONGEST_NAME = 80
_ON = text("enabled_since IS NOT NULL AND deleted_at IS NULL")


class AutomationRule(SoftDeleted, Base):
    """Made from a template, see `services/automation/rules/templates.py`.

    - `name` is what the admins call it; None: it is called by what it says.
    - `trigger` is an event's name, or `clock.…` for what the clock brings about.
    - What happened before `enabled_since` does not concern it; None: it is off.
    - `delay_minutes` pass between what happened and what is done about it.
    """

    __tablename__ = "automation_rules"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    name: Mapped[str | None] = mapped_column(String(LONGEST_NAME))
    template: Mapped[str] = mapped_column(String(40))
    trigger: Mapped[str] = mapped_column(String(80))
    conditions: Mapped[dict[str, Any]]
    action: Mapped[RuleAction] = mapped_column(EnumText(RuleAction))
    params: Mapped[dict[str, Any]]
    delay_minutes: Mapped[int]
    enabled_since: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)
    intent_key: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime]
    created_by: Mapped[int | None] = mapped_column(BigId, ForeignKey("users.id"))

    __table_args__ = (
        CheckConstraint(one_of("action", RuleAction), name="action"),
        CheckConstraint("delay_minutes >= 0", name="delay"),
        # whom an event concerns
        Index("ix_automation_rules_on", "trigger", sqlite_where=_ON, postgresql_where=_ON),
    )

    @property
    def enabled(self) -> bool:
        return self.enabled_since is not None
