"""Nightly backups and rehearsals of a restore."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, BigId, EnumText, one_of


class RunKind(StrEnum):
    BACKUP = "backup"
    REHEARSAL = "rehearsal"


class BackupRun(Base):
    """One that came to an end: fine, or refused with a code and its parameters.

    `backup_at` is when the backup in question was taken, `size` its bytes; `missing` counts documents that were in no
    storage then.
    """

    __tablename__ = "backup_runs"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    kind: Mapped[RunKind] = mapped_column(EnumText(RunKind))
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime]
    backup_at: Mapped[datetime | None]
    size: Mapped[int | None] = mapped_column(BigInteger)
    missing: Mapped[int]
    refusal: Mapped[str | None] = mapped_column(String(64))
    params: Mapped[dict[str, Any]]

    __table_args__ = (
        CheckConstraint(one_of("kind", RunKind), name="kind"),
        CheckConstraint("(refusal IS NULL) = (backup_at IS NOT NULL)", name="fine_has_backup"),
        Index(None, "kind", "started_at"),  # the last one, and what became of this night's
    )
