"""How the parts of the installation were when somebody last looked."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, EnumText, one_of


class Part(StrEnum):
    DATABASE = "database"
    RELAY = "relay"
    SCHEDULER = "scheduler"
    TELEGRAM = "telegram"
    MODEL = "model"
    STORAGE = "storage"


class Condition(StrEnum):
    """`off`: not configured here."""

    FINE = "fine"
    FAILING = "failing"
    OFF = "off"


class Pulse(Base):
    """One row a part, written by the process that runs it; `latency_ms` is how long its last answer took."""

    __tablename__ = "pulses"

    part: Mapped[Part] = mapped_column(EnumText(Part), primary_key=True)
    condition: Mapped[Condition] = mapped_column(EnumText(Condition))
    latency_ms: Mapped[int | None]
    seen_at: Mapped[datetime]

    __table_args__ = (
        CheckConstraint(one_of("part", Part), name="part"),
        CheckConstraint(one_of("condition", Condition), name="condition"),
    )
