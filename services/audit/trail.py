"""Who did what and when: the events as admins read them.

- Personal values are shown on demand only, and that is an event too.
"""

import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Self
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, and_, or_, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from models.automation_rule import AutomationRule
from models.document import Document
from models.event import EventPersonal, EventRow
from models.inbox import InboxUpdate
from models.policy import Policy
from models.task import Task
from models.user import User
from services.access import Actor, Right, check_right
from services.audit.errors import EventNotFound
from services.audit.events import PersonalRevealed
from services.automation.rules.words import called
from services.conversation.paging import Page
from services.conversation.values import BESIDE, Param
from services.deals.events import DealSettled
from services.errors import ScreenOutdated
from services.events.publish import publish
from services.leads.events import LeadSettled

PAGE_SIZE = 10
RULE = "rule"
THINGS = ("deal", "lead", "client")
LONGEST_WAIT = timedelta(days=1)
_SCOPE = re.compile(r"(deal|lead|client|person)(\d{1,15})|day(\d{4}-\d\d-\d\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Scope:
    """One person's doings, the history of one thing, or a day; none of them is everything."""

    person_id: int | None = None
    thing: tuple[str, int] | None = None
    day: date | None = None

    def __str__(self) -> str:
        """As it stands on buttons."""
        if self.person_id is not None:
            return f"person{self.person_id}"
        if self.thing is not None:
            return f"{self.thing[0]}{self.thing[1]}"
        return f"day{self.day.isoformat()}" if self.day else "all"

    @classmethod
    def parse(cls, said: str) -> Self:
        """Raises ScreenOutdated for what no button of ours says."""
        if said in {"", "all"}:
            return cls()
        found = _SCOPE.fullmatch(said)
        if found is None:
            raise ScreenOutdated
        if found[3]:
            try:
                return cls(day=date.fromisoformat(found[3]))
            except ValueError as error:
                raise ScreenOutdated from error
        return cls(person_id=int(found[2])) if found[1] == "person" else cls(thing=(found[1], int(found[2])))


@dataclass(frozen=True, slots=True)
class Line:
    """`who` is the actor's name, None where the system or automation acted (`source`); `payload` is not personal.

    `called` is a rule's name.
    """

    id: int
    name: str
    about: tuple[str, int]
    who: str | None
    source: str
    at: datetime
    payload: Mapping[str, Any]
    called: "Param | None" = None


@dataclass(frozen=True, slots=True)
class Origin:
    """What led to an event: `kind` is message, tap (with its verb), update, terminal, event or itself."""

    kind: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """`personal` is None where there are no such values or they are hidden; `hidden` and `erased` tell which."""

    line: Line
    origin: Origin
    personal: Mapping[str, Any] | None
    hidden: bool
    erased: bool


_LINES = select(
    *(EventRow.id, EventRow.name, EventRow.aggregate_type, EventRow.aggregate_id, User.name.label("who")),
    *(
        EventRow.source,
        EventRow.occurred_at,
        EventRow.payload,
        AutomationRule.name.label("rule"),
        AutomationRule.template,
    ),
)
_LINES = _LINES.outerjoin(User, User.id == EventRow.actor_id).outerjoin(
    AutomationRule, and_(EventRow.aggregate_type == RULE, AutomationRule.id == EventRow.aggregate_id)
)


async def list_trail(
    session: AsyncSession,
    actor: Actor,
    scope: Scope,
    *,
    zone: ZoneInfo,
    before: int | None = None,
    size: int = PAGE_SIZE,
) -> Page[Line]:
    """Newest first; `before` is the id of the last event on the page before.

    What only followed from something else is told in the history of its thing.
    """
    check_right(actor, Right.SEE_AUDIT)
    wanted = (_of_day(scope.day, zone, before) if scope.day else _of_scope(scope, before)).limit(size + 1)
    if scope.thing is None:
        wanted = wanted.where(EventRow.name.not_in((DealSettled.name, LeadSettled.name)))
    return Page.of([_line(row) for row in (await session.execute(wanted)).all()], size)


def _of_day(day: date, zone: ZoneInfo, before: int | None) -> Select[Any]:
    """In the order of the index by time."""
    begin, end = (datetime.combine(day + timedelta(days=more), time(), zone) for more in (0, 1))
    wanted = _LINES.where(EventRow.occurred_at >= begin, EventRow.occurred_at < end)
    if before is not None:
        at = select(EventRow.occurred_at).where(EventRow.id == before).scalar_subquery()
        wanted = wanted.where(tuple_(EventRow.occurred_at, EventRow.id) < tuple_(at, before))
    return wanted.order_by(EventRow.occurred_at.desc(), EventRow.id.desc())


def _of_scope(scope: Scope, before: int | None) -> Select[Any]:
    wanted = _LINES.order_by(EventRow.id.desc())
    if scope.person_id is not None:
        wanted = wanted.where(EventRow.actor_id == scope.person_id)
    if scope.thing is not None:
        wanted = wanted.where(_about(*scope.thing))
    return wanted if before is None else wanted.where(EventRow.id < before)


def _about(thing: str, number: int) -> ColumnElement[bool]:
    """The thing itself; of a deal its policies, tasks and files, of a lead its files as well."""
    parts = [
        and_(EventRow.aggregate_type == sort, EventRow.aggregate_id.in_(ids.where(column == number)))
        for whole, sort, ids, column in _PARTS
        if whole == thing
    ]
    return or_(and_(EventRow.aggregate_type == thing, EventRow.aggregate_id == number), *parts)


_FILES = select(Document.id)
_PARTS: tuple[tuple[str, str, Select[Any], ColumnElement[Any] | InstrumentedAttribute[Any]], ...] = (
    ("deal", "policy", select(Policy.id), Policy.deal_id),
    ("deal", "task", select(Task.id), Task.deal_id),
    ("deal", "document", _FILES, Document.deal_id),
    ("lead", "document", _FILES, Document.lead_id),
)


async def access_entry(session: AsyncSession, actor: Actor, event_id: int) -> Entry:
    """Without personal values. Raises EventNotFound."""
    check_right(actor, Right.SEE_AUDIT)
    return (await _read_entry(session, event_id))[0]


async def reveal_entry(session: AsyncSession, actor: Actor, event_id: int, *, now: datetime) -> Entry:
    """With them. Raises EventNotFound."""
    check_right(actor, Right.SEE_AUDIT)
    check_right(actor, Right.REVEAL_PERSONAL_DATA)
    entry, values = await _read_entry(session, event_id)
    if values is None:
        return entry
    await publish(session, actor, PersonalRevealed(event_id=event_id), now=now)
    return Entry(entry.line, entry.origin, values, hidden=False, erased=False)


async def _read_entry(session: AsyncSession, event_id: int) -> tuple[Entry, Mapping[str, Any] | None]:
    wanted = _LINES.add_columns(
        EventRow.correlation_id, EventRow.caused_by, EventRow.personal_digest, EventPersonal.values.label("values")
    ).outerjoin(EventPersonal, EventPersonal.event_id == EventRow.id)
    row = (await session.execute(wanted.where(EventRow.id == event_id))).one_or_none()
    if row is None:
        raise EventNotFound
    origin = await _origin(session, row)
    values = row._mapping["values"]  # noqa: SLF001 - a Row's documented way past its own methods
    erased = row.personal_digest is not None and values is None
    return Entry(_line(row), origin, None, hidden=values is not None, erased=erased), values


async def _origin(session: AsyncSession, row: Any) -> Origin:
    """An update by its number, looked for among those that came shortly before the event."""
    if row.caused_by is not None:
        return Origin("event", str(row.caused_by))
    if row.correlation_id == "terminal":
        return Origin("terminal")
    said = re.fullmatch(r"u(\d{1,18})", row.correlation_id, re.ASCII)
    if said is None:
        return Origin("itself")
    came = select(InboxUpdate.payload).where(
        InboxUpdate.received_at <= row.occurred_at,
        InboxUpdate.received_at >= row.occurred_at - LONGEST_WAIT,
        InboxUpdate.update_id == int(said[1]),
    )
    return _origin_of(said[1], (await session.execute(came.limit(1))).scalar_one_or_none())


def _origin_of(number: str, payload: str | None) -> Origin:
    """What sort of update it was and of a tap its verb, not what was said. Its text is erased some day."""
    if payload is None:
        return Origin("update", number)
    sent = json.loads(payload)
    if "callback_query" in sent:
        return Origin("tap", str(sent["callback_query"].get("data", "")).removeprefix(BESIDE).partition(":")[0])
    return Origin("message")


def _line(row: Any) -> Line:
    about = (row.aggregate_type, row.aggregate_id)
    rule = None if row.template is None else called(row.rule, row.template)
    return Line(row.id, row.name, about, row.who, row.source, row.occurred_at, row.payload, rule)


async def list_names(session: AsyncSession, actor: Actor) -> Sequence["Name"]:
    """Everybody who could have done something, also those whose access is off."""
    check_right(actor, Right.SEE_AUDIT)
    return [Name(*row) for row in (await session.execute(select(User.id, User.name).order_by(User.id))).all()]


async def find_names(session: AsyncSession, actor: Actor, user_ids: Collection[int]) -> Mapping[int, str]:
    check_right(actor, Right.SEE_AUDIT)
    found = await session.execute(select(User.id, User.name).where(User.id.in_(user_ids)))
    return dict(found.all())


@dataclass(frozen=True, slots=True)
class Name:
    id: int
    name: str
