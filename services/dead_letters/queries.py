"""Reads of dead letters."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.delivery import Delivery, DeliveryState
from models.event import EventRow
from models.inbox import InboxState, InboxUpdate
from models.user import User
from services.access import Actor, Right, check_right
from services.conversation.paging import Page
from services.dead_letters.letter import Group, Letter, LetterKind, LetterRef, LetterState
from services.errors import NotFound

PAGE_SIZE = 8
DEAD_WORK = (Delivery.state == DeliveryState.DEAD, Delivery.dropped_at.is_(None))
DEAD_UPDATES = (InboxUpdate.state == InboxState.DEAD, InboxUpdate.dropped_at.is_(None))

_WORK = select(
    *(Delivery.id, Delivery.state, Delivery.dropped_at, Delivery.reason, Delivery.attempts, Delivery.done_at),
    *(Delivery.consumer, EventRow.name.label("event_name"), EventRow.aggregate_type, EventRow.aggregate_id),
).join(EventRow, EventRow.id == Delivery.event_id)
_UPDATES = select(
    *(InboxUpdate.id, InboxUpdate.state, InboxUpdate.dropped_at, InboxUpdate.error, InboxUpdate.attempts),
    *(InboxUpdate.done_at, InboxUpdate.incident, User.name.label("person")),
).outerjoin(User, User.telegram_id == InboxUpdate.lane)
_LETTERS: dict[LetterKind, Select[*tuple[Any, ...]]] = {LetterKind.WORK: _WORK, LetterKind.UPDATE: _UPDATES}
_STATES = {
    DeliveryState.PENDING: LetterState.AGAIN,
    DeliveryState.DONE: LetterState.DONE,
    InboxState.NEW: LetterState.AGAIN,
    InboxState.DONE: LetterState.DONE,
}


async def list_groups(session: AsyncSession, actor: Actor) -> Sequence[Group]:
    check_right(actor, Right.SORT_DEAD_LETTERS)
    return await count_groups(session)


async def count_groups(session: AsyncSession, *, since: datetime | None = None) -> Sequence[Group]:
    """The largest first; with `since` of what has died from then on. As many rows as there are consumers."""
    later = [] if since is None else [Delivery.done_at >= since]
    work = (
        select(Delivery.consumer, func.count(), func.max(Delivery.id))
        .where(*DEAD_WORK, *later)
        .group_by(Delivery.consumer)
    )
    later = [] if since is None else [InboxUpdate.done_at >= since]
    updates = select(func.count(), func.max(InboxUpdate.id)).where(*DEAD_UPDATES, *later)
    groups = [
        Group(name, count, LetterRef(LetterKind.WORK, newest))
        for name, count, newest in (await session.execute(work)).all()
    ]
    count, newest = (await session.execute(updates)).one()
    if count:
        groups.append(Group(None, count, LetterRef(LetterKind.UPDATE, newest)))
    return sorted(groups, key=lambda group: (-group.count, group.consumer or ""))


async def list_letters(
    session: AsyncSession, actor: Actor, *, like: LetterRef, before: int | None = None, size: int = PAGE_SIZE
) -> Page[Letter]:
    """The dead of one group, newest first; `before` is the id of the last one on the page before."""
    check_right(actor, Right.SORT_DEAD_LETTERS)
    column = _id_of(like)
    wanted = _LETTERS[like.kind].where(*await dead_like(session, like)).order_by(column.desc()).limit(size + 1)
    if before is not None:
        wanted = wanted.where(column < before)
    return Page.of([_letter(like.kind, row) for row in (await session.execute(wanted)).mappings()], size)


async def dead_like(session: AsyncSession, like: LetterRef) -> Sequence[ColumnElement[bool]]:
    """What picks the dead of the group that this one is of, whatever has become of it since. Raises NotFound."""
    if like.kind is LetterKind.UPDATE:
        return DEAD_UPDATES
    consumer = (await session.execute(select(Delivery.consumer).where(Delivery.id == like.id))).scalar_one_or_none()
    if consumer is None:
        raise NotFound
    return (*DEAD_WORK, Delivery.consumer == consumer)


async def access_letter(session: AsyncSession, actor: Actor, ref: LetterRef) -> Letter:
    """Also one that is dead no more. Raises NotFound."""
    check_right(actor, Right.SORT_DEAD_LETTERS)
    return await read_letter(session, ref)


async def read_letter(session: AsyncSession, ref: LetterRef) -> Letter:
    found = await session.execute(_LETTERS[ref.kind].where(_id_of(ref) == ref.id))
    row = found.mappings().one_or_none()
    if row is None:
        raise NotFound
    return _letter(ref.kind, row)


def _id_of(ref: LetterRef) -> Any:
    return Delivery.id if ref.kind is LetterKind.WORK else InboxUpdate.id


def _letter(kind: LetterKind, row: Any) -> Letter:
    dead = LetterState.DEAD if row["dropped_at"] is None else LetterState.DROPPED
    shared = {
        "ref": LetterRef(kind, row["id"]),
        "state": _STATES.get(row["state"], dead),
        "attempts": row["attempts"],
        "died_at": row["done_at"],
    }
    if kind is LetterKind.UPDATE:
        return Letter(**shared, reason=row["error"] or "", incident=row["incident"], person=row["person"])
    return Letter(
        **shared,
        reason=row["reason"] or "",
        consumer=row["consumer"],
        event_name=row["event_name"],
        about=(row["aggregate_type"], row["aggregate_id"]),
    )
