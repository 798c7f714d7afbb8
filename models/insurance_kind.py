"""Kinds of insurance: data that an admin can change."""

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, BigId


class InsuranceKind(Base):
    """A kind of one region: ОСАГО (RU) and ОСЦПВ (UA) are different rows, so are the two КАСКО."""

    __tablename__ = "insurance_kinds"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    region: Mapped[str] = mapped_column(String(2))
    code: Mapped[str] = mapped_column(String(32))
    name_ru: Mapped[str] = mapped_column(String(64))
    name_uk: Mapped[str] = mapped_column(String(64))
    name_en: Mapped[str] = mapped_column(String(64))
    icon: Mapped[str] = mapped_column(String(8))
    position: Mapped[int]
    enabled: Mapped[bool]

    __table_args__ = (
        UniqueConstraint("region", "code"),
        CheckConstraint("region IN ('RU', 'UA')", name="region"),
    )

    @property
    def names(self) -> dict[str, str]:
        return {"ru": self.name_ru, "uk": self.name_uk, "en": self.name_en}
