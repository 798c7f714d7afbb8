"""What admins have been told of dead letters."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class DeadLetterAlarm(Base):
    """One row for the installation: the present storm, or the last one.

    `last_at` is its latest death, `written_at` when the cards were. `untold`: somebody died since then; `outdated`:
    only what became of the dead has changed.
    """

    __tablename__ = "dead_letter_alarms"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    began_at: Mapped[datetime]
    last_at: Mapped[datetime]
    written_at: Mapped[datetime]
    untold: Mapped[bool]
    outdated: Mapped[bool]

    __table_args__ = (CheckConstraint("id = 1", name="one"),)
