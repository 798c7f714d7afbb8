"""Queues that people have on their screens."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, BigId


class Cockpit(Base):
    """`written_at`: what the clock alone has changed since then is not on the screen."""

    __tablename__ = "cockpits"

    user_id: Mapped[int] = mapped_column(BigId, ForeignKey("users.id"), primary_key=True, autoincrement=False)
    written_at: Mapped[datetime]
