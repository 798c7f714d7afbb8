"""Ids of a page of leads, each page at the price of the first.

A list that several people's leads or several stages make up is a merge: of each person and stage the index has the
leads in order, so a page is the first few of each, put together. Nothing is sorted or counted that is not on the page.
What narrows down further stands in an index beside the stage, or is looked at in the rows that are passed.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, TypeAlias

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Select,
    bindparam,
    func,
    literal_column,
    select,
    tuple_,
    union_all,
)
from sqlalchemy.orm import InstrumentedAttribute

from models.base import BigId, UtcDateTime
from models.lead import SCORE_UNIT, Lead, LeadStage
from services.access import Actor, Right
from services.conversation.cursors import Position
from services.leads.filters import EVERY, PAID, LeadFilter, Whose
from services.live import live

LAST_MOMENT = datetime(9999, 1, 1, tzinfo=UTC)
FARTHEST_ID = 2**62
MOST_STATEMENTS = 256

Slot: TypeAlias = str | None
"""Whose leads one part of the merge is: the name of a parameter, `POOL`, or None for anybody's."""
ME, PERSON, POOL = "me", "person", "pool"
Page: TypeAlias = Select[int]


@dataclass(frozen=True, slots=True)
class Shape:
    """A filter without its values: lists of one shape are one statement. An empty stage stands for any."""

    slots: tuple[Slot, ...]
    stages: tuple[LeadStage | None, ...]
    source: bool
    domain: bool
    tier: bool
    idle: bool
    best: bool
    paid: bool


def shape_of(actor: Actor, wanted: LeadFilter) -> Shape:
    slots = _slots(actor, wanted.whose)
    in_order = (wanted.source is None or wanted.domain_id is not None) and wanted.tier is None
    whatever_stage = wanted.stage == EVERY and slots == (None,) and (in_order or wanted.best)
    return Shape(
        slots=slots,
        stages=(None,) if whatever_stage else tuple(wanted.stages),
        source=wanted.source is not None,
        domain=wanted.domain_id is not None,
        tier=wanted.tier is not None,
        idle=wanted.idle is not None,
        best=wanted.best,
        paid=wanted.stage == PAID,
    )


def _slots(actor: Actor, whose: Whose | int) -> tuple[Slot, ...]:
    """Of what was asked for only what the actor may see: sellers their own and the pool."""
    all_seen = actor.may(Right.SEE_ALL_LEADS)
    match whose:
        case Whose.MINE:
            return (ME,)
        case Whose.POOL:
            return (POOL,)
        case Whose.ANYBODY:
            return (None,) if all_seen else (ME, POOL)
        case _:
            return (PERSON,) if all_seen or whose == actor.id else ()


def values_of(
    actor: Actor, wanted: LeadFilter, *, idle_before: datetime | None, after: Position | None = None
) -> dict[str, Any]:
    """The parameters of `page_of`. `after` is the last row of the page before."""
    first, row_id = after if after is not None else (SCORE_UNIT + 1 if wanted.best else LAST_MOMENT, FARTHEST_ID)
    return {
        "top": first,
        "top_id": row_id,
        "me": actor.id,
        "person": wanted.whose if isinstance(wanted.whose, int) else None,
        "source": wanted.source,
        "domain_id": wanted.domain_id,
        "tier": wanted.tier,
        "idle_before": idle_before,
    }


@lru_cache(maxsize=MOST_STATEMENTS)
def page_of(shape: Shape, limit: int) -> Page:
    """Ids in order. The limit is written out, so that PostgreSQL plans for a page and not for a table."""
    most: ColumnElement[int] = literal_column(str(limit))
    parts = [_part(shape, slot, stage).limit(most) for slot in shape.slots for stage in _stages(shape)]
    if len(parts) == 1:
        return parts[0].with_only_columns(Lead.id)
    page = union_all(*(select(part.subquery()) for part in parts)).subquery()
    by = page.c.score if shape.best else page.c.created_at
    return select(page.c.id).order_by(by.desc(), page.c.id.desc()).limit(most)


@lru_cache(maxsize=MOST_STATEMENTS)
def count_of(shape: Shape, most: int) -> Select[int]:
    """How many there are, counted up to `most`."""
    return select(func.count()).select_from(page_of(shape, most).subquery())


def _stages(shape: Shape) -> tuple[LeadStage | None, ...]:
    """By score the stages are not apart."""
    return (None,) if shape.best else shape.stages


def _part(shape: Shape, slot: Slot, stage: LeadStage | None) -> Select[Any]:
    ordered_by: InstrumentedAttribute[Any] = Lead.score if shape.best else Lead.created_at
    part = live(Lead).with_only_columns(Lead.id, ordered_by).order_by(ordered_by.desc(), Lead.id.desc())
    kind = Lead.score.type if shape.best else UtcDateTime()
    behind = tuple_(ordered_by, Lead.id) < tuple_(bindparam("top", type_=kind), bindparam("top_id", type_=BigId))
    return part.where(*_of_slot(slot), *_of_stage(shape, stage), *_narrowed(shape), behind)


def _of_slot(slot: Slot) -> list[ColumnElement[bool]]:
    if slot is None:
        return []
    if slot == POOL:
        return [Lead.assignee_id.is_(None)]
    return [Lead.assignee_id == bindparam(slot, type_=BigId)]


def _of_stage(shape: Shape, stage: LeadStage | None) -> list[ColumnElement[bool]]:
    if stage is not None:
        return [Lead.stage == stage]
    if shape.paid:
        return []
    known = [one for one in shape.stages if one is not None]
    return [Lead.stage.in_(known)] if known else []


def _narrowed(shape: Shape) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if shape.source:
        conditions.append(Lead.source == _parameter("source", Lead.source))
    if shape.domain:
        conditions.append(Lead.domain_id == _parameter("domain_id", Lead.domain_id))
    if shape.tier:
        conditions.append(Lead.tier == _parameter("tier", Lead.tier))
    if shape.idle:
        conditions.append(Lead.last_activity_at < _parameter("idle_before", Lead.last_activity_at))
    if shape.best:
        conditions.append(Lead.score.is_not(None))
    if shape.paid:
        conditions.append(Lead.paid_at.is_not(None))
    return conditions


def _parameter(name: str, of: InstrumentedAttribute[Any]) -> BindParameter[Any]:
    return bindparam(name, type_=of.type)
