"""Reads of dead letters."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Boolean, ColumnElement, Select, and_, func, select
from sqlalchemy import type_coerce as as_type
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from models.automation_execution import AutomationExecution
from models.automation_rule import AutomationRule
from models.delivery import Delivery, DeliveryState
from models.event import EventRow
from models.inbox import InboxState, InboxUpdate
from models.reminder import FAILED, Reminder, ReminderState, ReminderSubject, StopReason
from models.user import User
from services.access import Actor, Right, check_right
from services.conversation.paging import Page
from services.dead_letters.letter import REMINDERS, Group, Letter, LetterKind, LetterRef, LetterState, RuleBehind
from services.errors import NotFound

PAGE_SIZE = 8
DEAD: Mapping[LetterKind, Sequence[ColumnElement[bool]]] = {
    LetterKind.WORK: (Delivery.state == DeliveryState.DEAD, Delivery.dropped_at.is_(None)),
    LetterKind.UPDATE: (InboxUpdate.state == InboxState.DEAD, InboxUpdate.dropped_at.is_(None)),
    LetterKind.REMINDER: (as_type(FAILED, Boolean),),
}
ID: Mapping[LetterKind, InstrumentedAttribute[int]] = {
    LetterKind.WORK: Delivery.id,
    LetterKind.UPDATE: InboxUpdate.id,
    LetterKind.REMINDER: Reminder.id,
}
DIED_AT: Mapping[LetterKind, InstrumentedAttribute[datetime | None]] = {
    LetterKind.WORK: Delivery.done_at,
    LetterKind.UPDATE: InboxUpdate.done_at,
    LetterKind.REMINDER: Reminder.settled_at,
}

_WORK = select(
    *(Delivery.id, Delivery.state, Delivery.dropped_at, Delivery.reason, Delivery.attempts, Delivery.done_at),
    *(Delivery.consumer, EventRow.name.label("event_name"), EventRow.aggregate_type, EventRow.aggregate_id),
    *(AutomationExecution.rule_id, AutomationExecution.entity_type, AutomationExecution.entity_id),
    *(AutomationRule.name.label("rule_name"), AutomationRule.template),
)
_WORK = _WORK.join(EventRow, EventRow.id == Delivery.event_id)
_WORK = _WORK.outerjoin(
    AutomationExecution, and_(EventRow.aggregate_type == "execution", AutomationExecution.id == EventRow.aggregate_id)
).outerjoin(AutomationRule, AutomationRule.id == AutomationExecution.rule_id)
_UPDATES = select(
    *(InboxUpdate.id, InboxUpdate.state, InboxUpdate.dropped_at, InboxUpdate.error, InboxUpdate.attempts),
    *(InboxUpdate.done_at, InboxUpdate.incident, User.name.label("person")),
).outerjoin(User, User.telegram_id == InboxUpdate.lane)
_REMINDERS = select(
    *(Reminder.id, Reminder.state, Reminder.reason, Reminder.settled_at, Reminder.subject, Reminder.subject_id),
    *(Reminder.deal_id, User.name.label("person")),
).outerjoin(User, User.id == Reminder.user_id)
_LETTERS: dict[LetterKind, Select[*tuple[Any, ...]]] = {
    LetterKind.WORK: _WORK,
    LetterKind.UPDATE: _UPDATES,
    LetterKind.REMINDER: _REMINDERS,
}
_STATES = {
    DeliveryState.PENDING: LetterState.AGAIN,
    DeliveryState.DONE: LetterState.DONE,
    InboxState.NEW: LetterState.AGAIN,
    InboxState.DONE: LetterState.DONE,
    ReminderState.FAILED: LetterState.DEAD,
    ReminderState.WAITING: LetterState.AGAIN,
}


async def list_groups(session: AsyncSession, actor: Actor) -> Sequence[Group]:
    check_right(actor, Right.SORT_DEAD_LETTERS)
    return await count_groups(session)


async def count_groups(session: AsyncSession, *, since: datetime | None = None) -> Sequence[Group]:
    """The largest first; with `since` of what has died from then on. As many rows as there are consumers."""
    dead = {kind: [*DEAD[kind], *([] if since is None else [DIED_AT[kind] >= since])] for kind in LetterKind}
    work = (
        select(Delivery.consumer, func.count(), func.max(Delivery.id))
        .where(*dead[LetterKind.WORK])
        .group_by(Delivery.consumer)
    )
    groups = [
        Group(name, count, LetterRef(LetterKind.WORK, newest))
        for name, count, newest in (await session.execute(work)).all()
    ]
    for kind, name in ((LetterKind.UPDATE, None), (LetterKind.REMINDER, REMINDERS)):
        counted = select(func.count(), func.max(ID[kind])).where(*dead[kind])
        count, newest = (await session.execute(counted)).one()
        if count:
            groups.append(Group(name, count, LetterRef(kind, newest)))
    return sorted(groups, key=lambda group: (-group.count, group.consumer or ""))


async def list_letters(
    session: AsyncSession, actor: Actor, *, like: LetterRef, before: int | None = None, size: int = PAGE_SIZE
) -> Page[Letter]:
    """The dead of one group, newest first; `before` is the id of the last one on the page before."""
    check_right(actor, Right.SORT_DEAD_LETTERS)
    column = ID[like.kind]
    wanted = _LETTERS[like.kind].where(*await dead_like(session, like)).order_by(column.desc()).limit(size + 1)
    if before is not None:
        wanted = wanted.where(column < before)
    return Page.of([_letter(like.kind, row) for row in (await session.execute(wanted)).mappings()], size)


async def dead_like(session: AsyncSession, like: LetterRef) -> Sequence[ColumnElement[bool]]:
    """What picks the dead of the group that this one is of, whatever has become of it since. Raises NotFound."""
    if like.kind is not LetterKind.WORK:
        return DEAD[like.kind]
    consumer = (await session.execute(select(Delivery.consumer).where(Delivery.id == like.id))).scalar_one_or_none()
    if consumer is None:
        raise NotFound
    return (*DEAD[like.kind], Delivery.consumer == consumer)


async def access_letter(session: AsyncSession, actor: Actor, ref: LetterRef) -> Letter:
    """Also one that is dead no more. Raises NotFound."""
    check_right(actor, Right.SORT_DEAD_LETTERS)
    return await read_letter(session, ref)


async def read_letter(session: AsyncSession, ref: LetterRef) -> Letter:
    found = await session.execute(_LETTERS[ref.kind].where(ID[ref.kind] == ref.id))
    row = found.mappings().one_or_none()
    if row is None:
        raise NotFound
    return _letter(ref.kind, row)


def _letter(kind: LetterKind, row: Any) -> Letter:
    if kind is LetterKind.REMINDER:
        return _reminder(row)
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
        rule=_rule(row),
    )


def _rule(row: Any) -> RuleBehind | None:
    if row["template"] is None:
        return None
    return RuleBehind(row["rule_id"], row["rule_name"], row["template"], (row["entity_type"], row["entity_id"]))


def _reminder(row: Any) -> Letter:
    return Letter(
        ref=LetterRef(LetterKind.REMINDER, row["id"]),
        state=_state_of(row["state"], row["reason"]),
        reason=row["reason"] or "",
        attempts=1,
        died_at=row["settled_at"],
        consumer=REMINDERS,
        about=_about(row),
        person=row["person"],
    )


def _state_of(state: ReminderState, reason: str | None) -> LetterState:
    if state is ReminderState.STOPPED:
        return LetterState.DROPPED if reason == StopReason.DROPPED else LetterState.DONE
    return _STATES.get(state, LetterState.DONE)


def _about(row: Any) -> tuple[str, int]:
    """The deal, where it is about one; the lead; else the person whose morning it is."""
    if row["deal_id"] is not None:
        return "deal", row["deal_id"]
    return ("lead" if row["subject"] is ReminderSubject.LEAD else "user"), row["subject_id"]
