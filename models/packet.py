"""A burst of files or an album: separate updates in Telegram, one answer to the person."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, BigId, EnumText, one_of


class PacketState(StrEnum):
    """OPEN takes messages in; CLOSED was answered and waits for its files or for a deal; SETTLED waits for nothing."""

    OPEN = "open"
    CLOSED = "closed"
    SETTLED = "settled"


class Packet(Base):
    """`closes_at` moves on by two seconds with each message, at most fifteen after the first.

    Without a deal the person is asked where to put it; `problem` says why the deal that he meant can't take it,
    `lead_id` is the lead that it may be for.
    """

    __tablename__ = "packets"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    deal_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("deals.id"))
    lead_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("leads.id"))
    user_id: Mapped[int] = mapped_column(BigId, ForeignKey("users.id"))
    chat_id: Mapped[int] = mapped_column(BigId)
    state: Mapped[PacketState] = mapped_column(EnumText(PacketState))
    problem: Mapped[dict[str, Any] | None]
    correlation_id: Mapped[str] = mapped_column(String(64))
    opened_at: Mapped[datetime]
    closes_at: Mapped[datetime]

    __table_args__ = (
        CheckConstraint(one_of("state", PacketState), name="state"),
        # one open packet per person and deal, or without one; the closing tick reads the same rows
        Index(
            "uq_packets_open",
            "user_id",
            "deal_id",
            unique=True,
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
        Index(
            "uq_packets_open_nowhere",
            "user_id",
            unique=True,
            sqlite_where=text("state = 'open' AND deal_id IS NULL"),
            postgresql_where=text("state = 'open' AND deal_id IS NULL"),
        ),
    )
