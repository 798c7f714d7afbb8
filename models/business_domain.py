"""What businesses do: a reference list that an admin can change."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, BigId


class BusinessDomain(Base):
    __tablename__ = "business_domains"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    code: Mapped[str] = mapped_column(String(32), unique=True)
    name_ru: Mapped[str] = mapped_column(String(64))
    name_uk: Mapped[str] = mapped_column(String(64))
    name_en: Mapped[str] = mapped_column(String(64))
    position: Mapped[int]
    enabled: Mapped[bool]

    @property
    def names(self) -> dict[str, str]:
        return {"ru": self.name_ru, "uk": self.name_uk, "en": self.name_en}
