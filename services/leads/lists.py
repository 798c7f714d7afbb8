"""Lists of leads: pages by keyset, what a filter picks, how many there are up to a bound.

The order is by age, the newest first, or by score. With words it is by number: that is how the search gives them out.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from models.lead import Lead, LeadSource, LeadStage, Tier
from models.money import Currency, Money
from models.user import User
from services.access import Actor, Right, check_right
from services.conversation.cursors import Position
from services.leads.access import visible_leads
from services.leads.contacts import lead_email, lead_phone
from services.leads.filters import PAID, LeadFilter, Whose
from services.leads.pages import MOST_STATEMENTS, Shape, count_of, page_of, shape_of, values_of
from services.leads.words import who
from services.live import live
from services.search.match import newest_matches

PAGE_SIZE = 6
COUNTED = 50


@dataclass(frozen=True, slots=True)
class LeadLine:
    """A lead in a list; `score` counts thousandths, `phone` is E.164."""

    id: int
    stage: LeadStage
    source: LeadSource
    name: str | None
    company: str | None
    phone: str | None
    email: str | None
    object: str | None
    score: int | None
    tier: Tier | None
    assignee: str | None
    created_at: datetime
    last_activity_at: datetime
    paid_amount: int | None
    paid_currency: Currency | None

    @property
    def paid(self) -> Money | None:
        if self.paid_amount is None or self.paid_currency is None:
            return None
        return Money(self.paid_amount, self.paid_currency)


@dataclass(frozen=True, slots=True)
class LeadPage:
    """`after` is where the page ends, None on the last."""

    lines: Sequence[LeadLine]
    after: Position | None


_assignee = select(User.name).where(User.id == Lead.assignee_id).scalar_subquery().label("assignee")
LINES: Select[*tuple[Any, ...]] = live(Lead).with_only_columns(
    *(Lead.id, Lead.stage, Lead.source, Lead.name, Lead.company),
    *(lead_phone(Lead.id).label("phone"), lead_email(Lead.id).label("email"), Lead.object),
    *(Lead.score, Lead.tier, _assignee, Lead.created_at, Lead.last_activity_at, Lead.paid_amount, Lead.paid_currency),
)
"""The rows of LeadLine; whoever asks has seen to it that the reader may see them."""
_FOUND = LINES.where(Lead.id.in_(bindparam("ids", expanding=True)))


async def list_leads(
    session: AsyncSession,
    actor: Actor,
    wanted: LeadFilter,
    *,
    idle_before: datetime | None,
    after: Position | None = None,
) -> LeadPage:
    """Of those the actor may see; `idle_before` is the filter's, `after` the `after` of the page before."""
    check_right(actor, Right.SEE_LEADS)
    lines = await _lines(session, actor, wanted, idle_before, after)
    if len(lines) <= PAGE_SIZE:
        return LeadPage(lines, None)
    last = lines[PAGE_SIZE - 1]
    return LeadPage(lines[:PAGE_SIZE], (last.score or 0 if wanted.best else last.created_at, last.id))


async def _lines(
    session: AsyncSession, actor: Actor, wanted: LeadFilter, idle_before: datetime | None, after: Position | None
) -> list[LeadLine]:
    """One more than a page holds."""
    if wanted.words is not None:
        limit = PAGE_SIZE + 1
        found = await list_lead_ids(session, actor, wanted, idle_before=idle_before, after=after, limit=limit)
        return await lead_lines(session, found)
    shape = shape_of(actor, wanted)
    if not shape.slots:
        return []
    values = values_of(actor, wanted, idle_before=idle_before, after=after)
    return [LeadLine(*row) for row in await session.execute(_lines_of(shape), values)]


@lru_cache(maxsize=MOST_STATEMENTS)
def _lines_of(shape: Shape) -> Select[*tuple[Any, ...]]:
    """Ids and lines in one statement."""
    page = page_of(shape, PAGE_SIZE + 1).subquery()
    by: InstrumentedAttribute[Any] = Lead.score if shape.best else Lead.created_at
    return LINES.join(page, page.c.id == Lead.id).order_by(by.desc(), Lead.id.desc())


async def list_lead_ids(
    session: AsyncSession,
    actor: Actor,
    wanted: LeadFilter,
    *,
    idle_before: datetime | None,
    after: Position | None = None,
    limit: int,
) -> list[int]:
    """In the order of the list."""
    check_right(actor, Right.SEE_LEADS)
    if wanted.words is not None:
        seen = _Seen(replace(wanted, words=None), idle_before)
        before = after[1] if after is not None else None
        return await newest_matches(session, actor, seen, wanted.words, before=before, limit=limit)
    shape = shape_of(actor, wanted)
    if not shape.slots:
        return []
    values = values_of(actor, wanted, idle_before=idle_before, after=after)
    return list((await session.execute(page_of(shape, limit), values)).scalars())


async def count_leads(
    session: AsyncSession, actor: Actor, wanted: LeadFilter, *, idle_before: datetime | None
) -> int | None:
    """Out of the index, no further than to one more than `COUNTED`; None for a list with words."""
    check_right(actor, Right.SEE_LEADS)
    if wanted.words is not None:
        return None
    shape = shape_of(actor, wanted)
    if not shape.slots:
        return 0
    values = values_of(actor, wanted, idle_before=idle_before)
    return int((await session.execute(count_of(shape, COUNTED + 1), values)).scalar_one())


async def lead_lines(session: AsyncSession, ids: Sequence[int]) -> list[LeadLine]:
    """In this order. Part of a list, which has authorised."""
    if not ids:
        return []
    by_id = {row.id: LeadLine(*row) for row in await session.execute(_FOUND, {"ids": ids})}
    return [by_id[lead_id] for lead_id in ids if lead_id in by_id]


async def find_names(session: AsyncSession, actor: Actor, ids: Sequence[int]) -> dict[int, str]:
    """How those of them are called that have a name or a contact, and that the actor may see."""
    check_right(actor, Right.SEE_LEADS)
    found = await session.execute(_FOUND.where(visible_leads(actor)), {"ids": ids})
    lines = [LeadLine(*row) for row in found]
    called = {line.id: who(line.name, line.company, line.phone, line.email) for line in lines}
    return {lead_id: name for lead_id, name in called.items() if isinstance(name, str)}


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a search with a filter looks among; equal ones share their statement."""

    wanted: LeadFilter
    idle_before: datetime | None

    def __call__(self, actor: Actor) -> tuple[type[Lead], Select[int]]:
        among = live(Lead).with_only_columns(Lead.id).where(visible_leads(actor), *self._conditions(actor))
        return Lead, among

    def _conditions(self, actor: Actor) -> list[ColumnElement[bool]]:
        wanted = self.wanted
        equal: dict[Any, Any] = {Lead.source: wanted.source, Lead.domain_id: wanted.domain_id, Lead.tier: wanted.tier}
        conditions = [column == value for column, value in equal.items() if value is not None]
        conditions.append(Lead.stage.in_(wanted.stages))
        if wanted.stage == PAID:
            conditions.append(Lead.paid_at.is_not(None))
        if self.idle_before is not None:
            conditions.append(Lead.last_activity_at < self.idle_before)
        match wanted.whose:
            case Whose.ANYBODY:
                return conditions
            case Whose.MINE:
                return [*conditions, Lead.assignee_id == actor.id]
            case Whose.POOL:
                return [*conditions, Lead.assignee_id.is_(None)]
            case _:
                return [*conditions, Lead.assignee_id == wanted.whose]
