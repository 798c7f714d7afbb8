"""Updates of Telegram, stored before they are confirmed."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, BigId, EnumText, one_of


class InboxState(StrEnum):
    NEW = "new"
    DONE = "done"
    DEAD = "dead"


class InboxUpdate(Base):
    """`lane` is the person's Telegram id: updates of one lane are processed strictly one after another.

    `dropped_at`: an admin has decided that a dead one stays so.
    """

    __tablename__ = "inbox"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    bot_id: Mapped[int] = mapped_column(BigId)
    update_id: Mapped[int] = mapped_column(BigId)
    lane: Mapped[int] = mapped_column(BigId)
    payload: Mapped[str | None] = mapped_column(Text)
    digest: Mapped[str] = mapped_column(String(64))
    state: Mapped[InboxState] = mapped_column(EnumText(InboxState), server_default=InboxState.NEW.value)
    attempts: Mapped[int] = mapped_column(server_default="0")
    next_at: Mapped[datetime]
    received_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    incident: Mapped[str | None] = mapped_column(String(16))
    error: Mapped[str | None] = mapped_column(String(500))
    dropped_at: Mapped[datetime | None]

    __table_args__ = (
        UniqueConstraint("bot_id", "update_id"),
        CheckConstraint(one_of("state", InboxState), name="state"),
        # the worker: which lanes have work, and the head of one lane
        Index(
            "ix_inbox_unfinished",
            "lane",
            "id",
            sqlite_where=text("state = 'new'"),
            postgresql_where=text("state = 'new'"),
        ),
        # dead letters, newest first
        Index(
            "ix_inbox_dead",
            "id",
            sqlite_where=text("state = 'dead' AND dropped_at IS NULL"),
            postgresql_where=text("state = 'dead' AND dropped_at IS NULL"),
        ),
        Index(None, "received_at"),  # retention: bodies older than N days
    )
