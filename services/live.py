"""Reads of soft-deleted tables start here."""

from typing import TypeVar

from sqlalchemy import Select, select

from models.base import SoftDeleted

T = TypeVar("T", bound=SoftDeleted)


def live(table: type[T]) -> Select[T]:
    return select(table).where(table.deleted_at.is_(None))
