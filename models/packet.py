"""A burst of files or an album: separate updates in Telegram, one answer to the person."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, BigId, EnumText, one_of


class PacketState(StrEnum):
    OPEN = "open"
    CLOSED = "closed"


class Packet(Base):
    """`closes_at` moves on by two seconds with each message, at most fifteen after the first."""

    __tablename__ = "packets"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    deal_id: Mapped[int] = mapped_column(BigId, ForeignKey("deals.id"))
    user_id: Mapped[int] = mapped_column(BigId, ForeignKey("users.id"))
    chat_id: Mapped[int] = mapped_column(BigId)
    state: Mapped[PacketState] = mapped_column(EnumText(PacketState))
    correlation_id: Mapped[str] = mapped_column(String(64))
    opened_at: Mapped[datetime]
    closes_at: Mapped[datetime]

    __table_args__ = (
        CheckConstraint(one_of("state", PacketState), name="state"),
        # one open packet per person and deal; the closing tick reads the same rows
        Index(
            "uq_packets_open",
            "user_id",
            "deal_id",
            unique=True,
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
    )
