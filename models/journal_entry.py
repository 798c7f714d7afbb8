"""The deal's journal: what people wrote and what the system noted."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, BigId


class JournalEntry(Base):
    """A person's entry has `text` (or a voice document); the system's has a locale `key` with its parameters."""

    __tablename__ = "journal_entries"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    deal_id: Mapped[int] = mapped_column(BigId, ForeignKey("deals.id"))
    author_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("users.id"))
    text: Mapped[str | None] = mapped_column(Text)
    document_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("documents.id"))
    key: Mapped[str | None] = mapped_column(String(64))
    params: Mapped[dict[str, Any]]
    intent_key: Mapped[str | None] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime]

    __table_args__ = (
        CheckConstraint("text IS NOT NULL OR document_id IS NOT NULL OR key IS NOT NULL", name="says_something"),
        Index(None, "deal_id", "id"),  # newest first, paged
    )
