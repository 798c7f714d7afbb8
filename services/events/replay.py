"""Rebuilds a row from its events and compares it with what stands in the table."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.event import EventPersonal, EventRow
from models.lead import Lead
from services.access import Actor, Right, check_right
from services.errors import NotFound
from services.events.rows import CONTACTS, KEPT, PERSONAL_ROW, ROW, columns_of, plain
from services.leads.contacts import list_contacts

REPLAYED = {kept.aggregate: table for table, kept in KEPT.items()}


class Match(StrEnum):
    """`ERASED`: the values of its last change are gone. `UNKNOWN`: its history begins before events kept rows."""

    SAME = "same"
    DIFFERS = "differs"
    ERASED = "erased"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Compared:
    """A column as rebuilt and as it stands."""

    column: str
    rebuilt: Any
    stands: Any
    match: Match


@dataclass(frozen=True, slots=True)
class Replay:
    events: int
    columns: Sequence[Compared]

    @property
    def differs(self) -> bool:
        return any(column.match is Match.DIFFERS for column in self.columns)


@dataclass(slots=True)
class Rebuilt:
    """`whole`: from the first event on its row was kept."""

    values: dict[str, Any] = field(default_factory=dict)
    erased: set[str] = field(default_factory=set)
    whole: bool = False
    events: int = 0


async def replay(session: AsyncSession, actor: Actor, what: str, number: int) -> Replay:
    """Raises NotFound."""
    check_right(actor, Right.SEE_AUDIT)
    stands = await _row(session, what, number)
    happened = (
        select(EventRow.payload, EventPersonal.values)
        .outerjoin(EventPersonal, EventPersonal.event_id == EventRow.id)
        .where(EventRow.aggregate_type == what, EventRow.aggregate_id == number)
        .order_by(EventRow.id)
    )
    rebuilt = rebuild((row[0], row[1]) for row in await session.execute(happened))
    return Replay(rebuilt.events, [_compare(name, rebuilt, value) for name, value in stands.items()])


def rebuild(events: Iterable[tuple[Mapping[str, Any], Mapping[str, Any] | None]]) -> Rebuilt:
    """`events` are payloads with their personal values, None once those are erased; the oldest first."""
    rebuilt = Rebuilt()
    for payload, personal in events:
        if rebuilt.events == 0:
            rebuilt.whole = ROW in payload
        rebuilt.events += 1
        hidden = payload.get(PERSONAL_ROW, [])
        if personal is None:
            rebuilt.erased.update(hidden)
        else:
            rebuilt.erased.difference_update(hidden)
        for name, (_, after) in {**payload.get(ROW, {}), **(personal or {}).get(ROW, {})}.items():
            rebuilt.values[name] = after
    return rebuilt


def _compare(name: str, rebuilt: Rebuilt, stands: Any) -> Compared:
    if name in rebuilt.erased:
        return Compared(name, None, stands, Match.ERASED)
    value = rebuilt.values.get(name)
    if value == stands:
        return Compared(name, value, stands, Match.SAME)
    known = rebuilt.whole or name in rebuilt.values
    return Compared(name, value, stands, Match.DIFFERS if known else Match.UNKNOWN)


async def _row(session: AsyncSession, what: str, number: int) -> dict[str, Any]:
    table = REPLAYED[what]
    names = columns_of(table)
    columns = [getattr(table, name) for name in names]
    found = (await session.execute(select(*columns).where(table.__table__.c.id == number))).one_or_none()
    if found is None:
        raise NotFound
    row = {name: plain(value) for name, value in zip(names, found, strict=True)}
    if table is Lead:
        row[CONTACTS] = sorted(value for _, value in await list_contacts(session, number))
    return row
