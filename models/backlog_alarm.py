"""Work that has waited too long, and whether admins know."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class BacklogAlarm(Base):
    """One row while something waits too long: since when that is seen, and when admins were told."""

    __tablename__ = "backlog_alarms"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    seen_at: Mapped[datetime]
    told_at: Mapped[datetime | None]

    __table_args__ = (CheckConstraint("id = 1", name="one"),)
