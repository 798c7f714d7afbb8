"""The chain that shows whether anybody has changed the events."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, BigId


class AuditSeal(Base):
    """Covers the events after the seal before it up to `last_event_id`.

    `leaves` are [id, digest] of each event; `digest` covers them and the digest of the seal before, `previous`.
    """

    __tablename__ = "audit_seals"

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    last_event_id: Mapped[int] = mapped_column(BigId, unique=True)
    leaves: Mapped[list[Any]]
    previous: Mapped[str] = mapped_column(String(64))
    digest: Mapped[str] = mapped_column(String(64))
    sealed_at: Mapped[datetime]

    __table_args__ = (CheckConstraint("id > 0", name="counted"),)
