"""What happened: append-only audit trail and outbox in one."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, BigId


class EventRow(Base):
    """`payload` carries ids and plain facts; personal values stand in `event_personal`: erasure deletes them.

    `personal_digest` stays then, and tells nothing: the salt goes with the values.
    """

    __tablename__ = "events"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    uid: Mapped[str] = mapped_column(String(36), unique=True)
    name: Mapped[str] = mapped_column(String(80))
    version: Mapped[int]
    aggregate_type: Mapped[str] = mapped_column(String(32))
    aggregate_id: Mapped[int] = mapped_column(BigId)
    actor_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("users.id"))
    source: Mapped[str] = mapped_column(String(16))
    correlation_id: Mapped[str] = mapped_column(String(64))
    caused_by: Mapped[int | None] = mapped_column(BigId, ForeignKey("events.id"))
    payload: Mapped[dict[str, Any]]
    personal_digest: Mapped[str | None] = mapped_column(String(64))
    occurred_at: Mapped[datetime]

    __table_args__ = (
        CheckConstraint("source IN ('manual', 'system', 'automation')", name="source"),
        Index(None, "aggregate_type", "aggregate_id", "id"),  # history of one lead or deal, replay
        Index(None, "actor_id", "id"),  # audit by person
        Index(None, "occurred_at", "id"),  # audit by day
    )


class EventPersonal(Base):
    __tablename__ = "event_personal"

    event_id: Mapped[int] = mapped_column(BigId, ForeignKey("events.id"), primary_key=True)
    values: Mapped[dict[str, Any]]
    salt: Mapped[str] = mapped_column(String(32))
