"""The deal's journal: what people wrote and what the system noted."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, BigId


class JournalEntry(Base):
    """A person's entry has `text` (or a voice document); the system's has a locale `key` with its parameters.

    Words that came with a burst belong to its packet and wait without a deal as it does.
    """

    __tablename__ = "journal_entries"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    deal_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("deals.id"))
    packet_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("packets.id"))
    author_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("users.id"))
    text: Mapped[str | None] = mapped_column(Text)
    forwarded_from: Mapped[str | None] = mapped_column(String(200))
    document_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("documents.id"))
    key: Mapped[str | None] = mapped_column(String(64))
    params: Mapped[dict[str, Any]]
    intent_key: Mapped[str | None] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime]

    __table_args__ = (
        CheckConstraint("text IS NOT NULL OR document_id IS NOT NULL OR key IS NOT NULL", name="says_something"),
        CheckConstraint("deal_id IS NOT NULL OR packet_id IS NOT NULL", name="can_be_placed"),
        Index(None, "deal_id", "id"),  # newest first, paged
        # the packet's answer
        Index(
            "ix_journal_entries_packet",
            "packet_id",
            sqlite_where=sql("packet_id IS NOT NULL"),
            postgresql_where=sql("packet_id IS NOT NULL"),
        ),
    )
