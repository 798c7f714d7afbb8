"""What events keep of the rows that they are about, so that a row can be rebuilt from its events.

- Every change of such a row is noted here by whatever writes it; the next event about it carries the changes, by column
  [before, after]; what is left at the end of a unit of work gets an event of its own.
- Personal columns go where an event's personal values go.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any, TypeAlias

from sqlalchemy.ext.asyncio import AsyncSession

from models.base import Base
from models.deal import Deal
from models.lead import PERSONAL, Lead

ROW, PERSONAL_ROW = "row", "personal_row"
CONTACTS = "contacts"
NOTED = "noted"
DERIVED = frozenset({"id", "version", "search_text", "intent_key"})
"""Columns that follow from others or serve the machinery."""

Changes: TypeAlias = Mapping[str, tuple[Any, Any]]


@dataclass(frozen=True, slots=True)
class Kept:
    aggregate: str
    personal: frozenset[str]


KEPT: Mapping[type[Base], Kept] = {
    Deal: Kept("deal", frozenset({"object", "lost_reason"})),
    Lead: Kept("lead", frozenset({*PERSONAL, CONTACTS, "lost_reason"})),
}
_PERSONAL = {kept.aggregate: kept.personal for kept in KEPT.values()}


@dataclass(slots=True)
class Noted:
    """Of a unit of work: by aggregate and id, by column."""

    rows: dict[tuple[str, int], dict[str, list[Any]]] = field(default_factory=dict)

    def copy(self) -> "Noted":
        return Noted({about: dict(columns) for about, columns in self.rows.items()})


def note_change(session: AsyncSession, table: type[Base], row_id: int, changes: Changes) -> None:
    """`changes` are [before, after] by column; tables of which nothing is kept are left alone."""
    kept = KEPT.get(table)
    if kept is None:
        return
    told = {name: pair for name, pair in changes.items() if name not in DERIVED and pair[0] != pair[1]}
    if not told:
        return
    noted = noted_of(session).rows.setdefault((kept.aggregate, row_id), {})
    for name, (before, after) in told.items():
        first = noted[name][0] if name in noted else plain(before)
        noted[name] = [first, plain(after)]


def note_new(session: AsyncSession, table: type[Base], row_id: int, row: Mapping[str, Any]) -> None:
    """`row` holds the columns that were given."""
    note_change(session, table, row_id, {name: (None, value) for name, value in row.items()})


def noted_of(session: AsyncSession) -> Noted:
    found: Noted = session.info.setdefault(NOTED, Noted())
    return found


def take_noted(session: AsyncSession, aggregate: str, row_id: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """What an event's payload and its personal values have of it."""
    changes = noted_of(session).rows.pop((aggregate, row_id), None)
    if not changes:
        return {}, {}
    hidden = _PERSONAL[aggregate]
    open_ones = {name: pair for name, pair in changes.items() if name not in hidden}
    personal = {name: pair for name, pair in changes.items() if name in hidden}
    if not personal:
        return {ROW: open_ones}, {}
    return {ROW: open_ones, PERSONAL_ROW: sorted(personal)}, {ROW: personal}


def plain(value: Any) -> Any:
    """As JSON has it, the same from either database."""
    match value:
        case StrEnum():
            return value.value
        case datetime():
            return value.astimezone(UTC).isoformat()
        case date() | time():
            return value.isoformat()
        case list() | tuple():
            return [plain(item) for item in value]
        case _:
            return value


def columns_of(table: type[Base]) -> Sequence[str]:
    """Those that events keep."""
    return [column.key for column in table.__table__.columns if column.key not in DERIVED]
