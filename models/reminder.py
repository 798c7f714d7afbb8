"""What people are reminded of, and when they want to hear of it."""

from datetime import date, datetime, time
from enum import StrEnum

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, String, Time, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, BigId, EnumText, one_of


class ReminderSubject(StrEnum):
    """What `subject_id` is a row of; of a BRIEF and of a RETURN it is the person, of PLAN the deal whose ladders are
    derived anew.

    A RETURN tells who was away what others heard for him; its `occurrence` is the day on which he said that he leaves.
    SEARCH looks for stale leads, with the hour in `step`; its `subject_id` is 0.
    """

    POLICY = "policy"
    INSTALMENT = "instalment"
    TASK = "task"
    DEAL = "deal"
    LEAD = "lead"
    BRIEF = "brief"
    RETURN = "return"
    PLAN = "plan"
    SEARCH = "search"


class ReminderState(StrEnum):
    """STOPPED ones were not told, for a reason; of a FAILED one the telling itself went wrong."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    STOPPED = "stopped"
    FAILED = "failed"


class StopReason(StrEnum):
    """COLLAPSED: a newer step of the same ladder was told. CHANGED: it is not planned for that day any more.

    NOTHING: a brief had nothing to say. NOBODY: there is nobody to hear it. AWAY: whose morning it was is not there.
    DROPPED: it failed, and an admin let it be.
    """

    DONE = "done"
    RENEWED = "renewed"
    DECLINED = "declined"
    ENDED = "ended"
    CHANGED = "changed"
    COLLAPSED = "collapsed"
    TOO_LATE = "too-late"
    ASKED = "asked"
    NOBODY = "nobody"
    NOTHING = "nothing"
    AWAY = "away"
    DROPPED = "dropped"


WAITING = text("state = 'waiting'")
"""Word for word the condition of the indexes on what waits."""
FAILED = text("state = 'failed'")
"""The same of the index on what failed."""


class Reminder(Base):
    """The row is the job: one step of one ladder, told once.

    - `step` counts days before (below zero: after) `occurrence`, the day that its ladder is counted from; of a lead it
      counts the weeks of silence.
    - `due_on` and `due_time` are the brokerage's wall time; what has to wait for the person's hours is moved on.
    - `user_id` is who hears of it; None for what nobody is told.
    """

    __tablename__ = "reminders"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    subject: Mapped[ReminderSubject] = mapped_column(EnumText(ReminderSubject))
    subject_id: Mapped[int] = mapped_column(BigId)
    step: Mapped[int]
    occurrence: Mapped[date] = mapped_column(Date)
    deal_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("deals.id"))
    user_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("users.id"))
    due_on: Mapped[date] = mapped_column(Date)
    due_time: Mapped[time] = mapped_column(Time)
    state: Mapped[ReminderState] = mapped_column(EnumText(ReminderState))
    reason: Mapped[str | None] = mapped_column(String(100))
    settled_at: Mapped[datetime | None]

    __table_args__ = (
        UniqueConstraint("subject", "subject_id", "step", "occurrence"),
        CheckConstraint(one_of("subject", ReminderSubject), name="subject"),
        CheckConstraint(one_of("state", ReminderState), name="state"),
        CheckConstraint("(state = 'waiting') = (settled_at IS NULL)", name="settled"),
        CheckConstraint("(state IN ('stopped', 'failed')) = (reason IS NOT NULL)", name="untold_has_reason"),
        # the tick: what is due
        Index("ix_reminders_due", "due_on", "due_time", sqlite_where=WAITING, postgresql_where=WAITING),
        # what a person's brief takes along
        Index("ix_reminders_user", "user_id", "due_on", sqlite_where=WAITING, postgresql_where=WAITING),
        # dead letters, those of the last hours first
        Index("ix_reminders_failed", "settled_at", "id", sqlite_where=FAILED, postgresql_where=FAILED),
        Index(None, "deal_id"),  # the planner
    )


class ReminderSettings(Base):
    """What a person has set for himself; None: as the installation has it. With `birthdays` he hears of his clients'.

    `quiet_from` equal to `quiet_to` is no quiet at all. Nothing is told before `paused_until`, on
    that day before `paused_at`.
    """

    __tablename__ = "reminder_settings"

    user_id: Mapped[int] = mapped_column(BigId, ForeignKey("users.id"), primary_key=True, autoincrement=False)
    brief: Mapped[bool]
    birthdays: Mapped[bool] = mapped_column(default=False)
    brief_at: Mapped[time | None] = mapped_column(Time)
    quiet_from: Mapped[time | None] = mapped_column(Time)
    quiet_to: Mapped[time | None] = mapped_column(Time)
    paused_until: Mapped[date | None] = mapped_column(Date)
    paused_at: Mapped[time | None] = mapped_column(Time)

    __table_args__ = (CheckConstraint("(quiet_from IS NULL) = (quiet_to IS NULL)", name="quiet_whole"),)
