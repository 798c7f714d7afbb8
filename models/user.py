"""People who use the CRM."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, BigId, EnumText, one_of


class Role(StrEnum):
    ADMIN = "admin"
    MANAGER = "manager"
    SELLER = "seller"
    EXECUTOR = "executor"
    CLIENT = "client"


class Language(StrEnum):
    RU = "ru"
    UK = "uk"
    EN = "en"


class User(Base):
    """`lead_capacity` is how many open leads he takes on; None: as many as the installation's setting says.

    `away_until` is the last day of an absence: until then nothing is given to him by itself.
    `commands_digest` tells which commands Telegram shows in the person's chat; None: none that are his own.
    """

    __tablename__ = "users"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    telegram_id: Mapped[int] = mapped_column(BigId, unique=True)
    name: Mapped[str] = mapped_column(String(200))
    role: Mapped[Role] = mapped_column(EnumText(Role))
    language: Mapped[Language] = mapped_column(EnumText(Language))
    created_at: Mapped[datetime]
    disabled_at: Mapped[datetime | None]
    disabled_by: Mapped[int | None] = mapped_column(BigId, ForeignKey("users.id"))
    unreachable_at: Mapped[datetime | None]
    lead_capacity: Mapped[int | None]
    away_until: Mapped[date | None] = mapped_column(Date)
    commands_digest: Mapped[str | None] = mapped_column(String(16))

    __table_args__ = (
        CheckConstraint(one_of("role", Role), name="role"),
        CheckConstraint(one_of("language", Language), name="language"),
        CheckConstraint("lead_capacity >= 0", name="lead_capacity"),
        Index(None, "role", "id"),  # lists of people by role: whom to tell, whom to hand over to
    )
