"""The ledger of consumers: one row per event and consumer."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, BigId, EnumText, one_of


class DeliveryState(StrEnum):
    PENDING = "pending"
    DONE = "done"
    DEAD = "dead"


class Delivery(Base):
    """A claim is a token with a lease; every final write is guarded by the token.

    `dropped_at`: an admin has decided that a dead one stays so; it is a dead letter no more.
    """

    __tablename__ = "deliveries"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    event_id: Mapped[int] = mapped_column(BigId, ForeignKey("events.id"))
    consumer: Mapped[str] = mapped_column(String(64))
    aggregate: Mapped[str] = mapped_column(String(64))
    state: Mapped[DeliveryState] = mapped_column(EnumText(DeliveryState), server_default=DeliveryState.PENDING.value)
    attempts: Mapped[int] = mapped_column(server_default="0")
    next_at: Mapped[datetime]
    lease_token: Mapped[str | None] = mapped_column(String(36))
    lease_until: Mapped[datetime] = mapped_column(server_default="1970-01-01 00:00:00")
    done_at: Mapped[datetime | None]
    reason: Mapped[str | None] = mapped_column(String(500))
    dropped_at: Mapped[datetime | None]

    __table_args__ = (
        UniqueConstraint("event_id", "consumer"),
        CheckConstraint(one_of("state", DeliveryState), name="state"),
        # the relay: due rows, and "is an earlier one of this aggregate unfinished?"
        Index(
            "ix_deliveries_due",
            "id",
            sqlite_where=text("state = 'pending'"),
            postgresql_where=text("state = 'pending'"),
        ),
        Index(
            "ix_deliveries_order",
            "consumer",
            "aggregate",
            "id",
            sqlite_where=text("state = 'pending'"),
            postgresql_where=text("state = 'pending'"),
        ),
        # dead letters: how many of each consumer, and the newest of one
        Index(
            "ix_deliveries_dead",
            "consumer",
            "id",
            sqlite_where=text("state = 'dead' AND dropped_at IS NULL"),
            postgresql_where=text("state = 'dead' AND dropped_at IS NULL"),
        ),
    )
