"""Insurers: a reference book of the brokerage's regions, with what people call them."""

from typing import Any

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, BigId


class Insurer(Base):
    """`aliases` are nicknames and misspellings that people type."""

    __tablename__ = "insurers"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    region: Mapped[str] = mapped_column(String(2))
    code: Mapped[str] = mapped_column(String(32))
    name: Mapped[str] = mapped_column(String(64))
    aliases: Mapped[list[Any]]
    enabled: Mapped[bool]
    version: Mapped[int]

    __table_args__ = (
        UniqueConstraint("code"),
        UniqueConstraint("region", "name"),
        CheckConstraint("region IN ('RU', 'UA')", name="region"),
    )
