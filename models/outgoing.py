"""Messages on their way to Telegram, and where the living ones stand."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, BigId, EnumText, one_of


class OutgoingKind(StrEnum):
    SCREEN = "screen"
    NOTICE = "notice"
    FILE = "file"
    ANSWER = "answer"


DIALOGUE = frozenset({OutgoingKind.SCREEN, OutgoingKind.ANSWER})


class OutgoingState(StrEnum):
    PENDING = "pending"
    SENT = "sent"
    BLOCKED = "blocked"
    FAILED = "failed"
    AMBIGUOUS = "ambiguous"
    SUPERSEDED = "superseded"


class Outgoing(Base):
    """One thing a person is told.

    `surface` names the slot of the chat that a screen lives in; `edit_message_id` is the message whose button was
    tapped; `fresh` says that the chat has moved on, so the slot's old message is left alone and a new one is sent.
    `callback_query_id` is answered together with the screen. `subject` ("deal:1042") lets a reply find its deal.
    `once` names what a consumer's delivery says to a chat: the first, the second… message of it, however often it runs.
    """

    __tablename__ = "outgoing"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    chat_id: Mapped[int] = mapped_column(BigId)
    kind: Mapped[OutgoingKind] = mapped_column(EnumText(OutgoingKind))
    surface: Mapped[str | None] = mapped_column(String(64))
    edit_message_id: Mapped[int | None] = mapped_column(BigId)
    fresh: Mapped[bool]
    callback_query_id: Mapped[str | None] = mapped_column(String(64))
    payload: Mapped[dict[str, Any]]
    subject: Mapped[str | None] = mapped_column(String(64))
    correlation_id: Mapped[str] = mapped_column(String(64))
    state: Mapped[OutgoingState] = mapped_column(EnumText(OutgoingState), server_default=OutgoingState.PENDING.value)
    attempts: Mapped[int] = mapped_column(server_default="0")
    next_at: Mapped[datetime]
    created_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    message_id: Mapped[int | None] = mapped_column(BigId)
    error: Mapped[str | None] = mapped_column(String(500))
    once: Mapped[str | None] = mapped_column(String(64))

    __table_args__ = (
        CheckConstraint(one_of("kind", OutgoingKind), name="kind"),
        CheckConstraint(one_of("state", OutgoingState), name="state"),
        # the sender: what waits, in order
        Index(
            "ix_outgoing_pending",
            "id",
            sqlite_where=text("state = 'pending'"),
            postgresql_where=text("state = 'pending'"),
        ),
        # the sender: what one chat waits for, and whether its first row must wait
        Index(
            "ix_outgoing_chat",
            "chat_id",
            "id",
            sqlite_where=text("state = 'pending'"),
            postgresql_where=text("state = 'pending'"),
        ),
        # a consumer that runs again says nothing twice
        Index(
            "ix_outgoing_once",
            "once",
            unique=True,
            sqlite_where=text("once IS NOT NULL"),
            postgresql_where=text("once IS NOT NULL"),
        ),
        # a reply to a card: which deal did that message show?
        Index(
            "ix_outgoing_message",
            "chat_id",
            "message_id",
            sqlite_where=text("message_id IS NOT NULL"),
            postgresql_where=text("message_id IS NOT NULL"),
        ),
    )


class Surface(Base):
    """The message that shows a slot of a chat now."""

    __tablename__ = "surfaces"

    chat_id: Mapped[int] = mapped_column(BigId, primary_key=True)
    surface: Mapped[str] = mapped_column(String(64), primary_key=True)
    message_id: Mapped[int] = mapped_column(BigId)
