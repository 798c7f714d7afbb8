"""How much one person may do with leads: counted afresh under his row's lock, never kept by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, ScalarSelect, func, literal, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from models.document import Document
from models.lead import CLOSED_LEAD_STAGES, Lead, LeadAction, LeadHistory
from models.user import User
from services.access import Actor
from services.conversation.values import Moment, text
from services.leads.errors import CapacityReached, LeadLimitReached
from services.live import live

HOUR = timedelta(hours=1)
MOVES = (LeadAction.MOVED, LeadAction.ROLLED_BACK, LeadAction.LOST)


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `most` rows within `window`, told by the moments in `at` of those that `which` picks.

    `what` is the end of a locale key `lead-limit-…`.
    """

    what: str
    most: int
    window: timedelta
    at: InstrumentedAttribute[datetime]
    which: Sequence[ColumnElement[bool]]


async def hold_user(session: AsyncSession, user_id: int) -> User:
    """Nobody else counts for him until the transaction ends."""
    wanted = select(User).where(User.id == user_id).with_for_update().execution_options(populate_existing=True)
    return (await session.execute(wanted)).scalar_one()


async def room_within(session: AsyncSession, limit: Limit, *, now: datetime) -> int:
    """How many more there may be now; the caller holds the person's row."""
    recent = select(limit.at).where(limit.at > now - limit.window, *limit.which).limit(limit.most)
    return limit.most - len((await session.execute(recent)).all())


async def check_limit(session: AsyncSession, limit: Limit, *, now: datetime) -> None:
    """For one more; the caller holds the person's row."""
    refusal = await find_refusal(session, limit, now=now)
    if refusal is not None:
        raise refusal


async def find_refusal(
    session: AsyncSession, limit: Limit, *, now: datetime, adding: int = 1
) -> LeadLimitReached | None:
    """With the moment from which on there is room again; the caller holds the person's row."""
    recent = select(limit.at).where(limit.at > now - limit.window, *limit.which)
    newest = (await session.execute(recent.order_by(limit.at.desc()).limit(limit.most))).scalars().all()
    if len(newest) + adding <= limit.most:
        return None
    makes_room = newest[max(limit.most - adding, 0)] if newest else now
    return LeadLimitReached(
        what=text(f"lead-limit-{limit.what}"), limit=limit.most, at=Moment(makes_room + limit.window)
    )


async def check_capture_limit(session: AsyncSession, actor: Actor, most: int, *, now: datetime) -> None:
    await hold_user(session, actor.id)
    limit = Limit("leads", most, HOUR, Lead.created_at, [Lead.created_by == actor.id])
    await check_limit(session, limit, now=now)


async def check_move_limit(session: AsyncSession, actor: Actor, most: int, *, now: datetime) -> None:
    """Asked before the lead's row is held."""
    await hold_user(session, actor.id)
    await check_limit(session, limit_of_moves(actor, most), now=now)


def limit_of_moves(actor: Actor, most: int) -> Limit:
    mine = [LeadHistory.actor_id == actor.id, LeadHistory.action.in_(MOVES)]
    return Limit("moves", most, HOUR, LeadHistory.created_at, mine)


async def check_upload_limit(session: AsyncSession, actor: Actor, most: int, *, now: datetime) -> None:
    """Asked before the lead's row is held."""
    await hold_user(session, actor.id)
    mine = [Document.added_by == actor.id, Document.lead_id.is_not(None)]
    await check_limit(session, Limit("uploads", most, HOUR, Document.added_at, mine), now=now)


async def room_for_leads(session: AsyncSession, user: User, *, capacity: int) -> int:
    """How many more open leads he takes on, as of now; the caller holds his row. Below zero: too many already."""
    return capacity_of(user, capacity) - await count_open_leads(session, user.id)


async def count_open_leads(session: AsyncSession, user_id: int) -> int:
    return (await session.execute(select(open_leads(literal(user_id))))).scalar_one()


def open_leads(user_id: ColumnElement[int] | InstrumentedAttribute[int]) -> ScalarSelect[int]:
    """How many a user has of whom the enclosing query has this id; a fresh count, always."""
    return (
        live(Lead)
        .with_only_columns(func.count())
        .where(Lead.assignee_id == user_id, Lead.stage.not_in(CLOSED_LEAD_STAGES))
        .scalar_subquery()
    )


async def check_capacity(session: AsyncSession, user: User, *, capacity: int) -> None:
    room = await room_for_leads(session, user, capacity=capacity)
    if room <= 0:
        raise no_room(user, count=capacity_of(user, capacity) - room)


def no_room(user: User, *, count: int) -> CapacityReached:
    """He has `count` open leads."""
    return CapacityReached(name=user.name, count=count)


def capacity_of(user: User, capacity: int) -> int:
    """How many open leads he takes on; `capacity` unless his own is set."""
    return user.lead_capacity if user.lead_capacity is not None else capacity
