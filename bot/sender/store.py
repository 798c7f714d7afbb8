"""Reads what waits to be sent and records what became of it."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, delete, func, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from bot.sender.deliver import Parcel
from bot.sender.outcome import Moved, Settled, TryAgain, Verdict
from models.outgoing import DIALOGUE, Outgoing, OutgoingKind, OutgoingState, Surface
from models.user import Language, User
from services.automation.rules.told_chat import record_told_chat
from services.conversation.outgoing import enqueue
from services.conversation.values import Button, Notice, text
from services.users.reachability import mark_reachable

MOST_PARCELS = 50


_Earlier = aliased(Outgoing)
_must_wait = (
    select(_Earlier.id)
    .where(
        _Earlier.state == OutgoingState.PENDING,
        _Earlier.chat_id == Outgoing.chat_id,
        _Earlier.id <= Outgoing.id,
        or_(_Earlier.kind != OutgoingKind.FILE, Outgoing.kind == OutgoingKind.FILE),
        _Earlier.next_at > bindparam("now"),
    )
    .exists()
)


def _waiting(kinds: ColumnElement[bool]) -> Select[int]:
    not_busy = Outgoing.chat_id.not_in(bindparam("busy", expanding=True))
    may_go = select(Outgoing.chat_id).where(Outgoing.state == OutgoingState.PENDING, kinds, not_busy, ~_must_wait)
    return may_go.order_by(Outgoing.id).limit(bindparam("limit"))


_WAITING = {True: _waiting(Outgoing.kind.in_(DIALOGUE)), False: _waiting(Outgoing.kind.not_in(DIALOGUE))}


async def find_waiting_chats(
    session: AsyncSession, *, now: datetime, busy: Collection[int], dialogue: bool, limit: int
) -> Sequence[int]:
    """Chats with rows that may go now, apart from those that are being served; one comes as often as it has rows.

    Files wait for what was said before them, nothing waits for files.
    """
    found = await session.execute(_WAITING[dialogue], {"now": now, "busy": list(busy), "limit": limit})
    return found.scalars().all()


_PENDING = select(Outgoing.id).where(Outgoing.state == OutgoingState.PENDING).limit(1)


async def is_anything_pending(session: AsyncSession) -> bool:
    """Now or later."""
    return (await session.execute(_PENDING)).scalar_one_or_none() is not None


_PARCELS = (
    select(
        Outgoing.id,
        Outgoing.chat_id,
        Outgoing.kind,
        Outgoing.surface,
        Outgoing.edit_message_id,
        Outgoing.fresh,
        Outgoing.callback_query_id,
        Outgoing.payload,
        Outgoing.attempts,
        func.coalesce(User.language, bindparam("fallback", type_=User.language.type)),
        Surface.message_id,
        Outgoing.next_at,
    )
    .outerjoin(User, User.telegram_id == Outgoing.chat_id)
    .outerjoin(Surface, and_(Surface.chat_id == Outgoing.chat_id, Surface.surface == Outgoing.surface))
    .where(Outgoing.state == OutgoingState.PENDING, Outgoing.chat_id == bindparam("chat_id"))
    .order_by(Outgoing.kind == OutgoingKind.FILE, Outgoing.id)
    .limit(MOST_PARCELS)
)


async def list_parcels(session: AsyncSession, chat_id: int, *, now: datetime, fallback: Language) -> Sequence[Parcel]:
    """What a chat waits for, in order but for files, which go last; nothing after a row that must wait."""
    rows = (await session.execute(_PARCELS, {"chat_id": chat_id, "fallback": fallback})).all()
    parcels: list[Parcel] = []
    for *values, next_at in rows:
        if next_at > now:
            break
        parcels.append(Parcel(*values))
    return parcels


async def record(
    session: AsyncSession, parcel: Parcel, verdict: Verdict, *, now: datetime, unanswered: TryAgain | None = None
) -> None:
    """`unanswered`: the tap beside the message, which needs its own next try."""
    match verdict:
        case Settled(state=state, error=error, message_id=message_id):
            await _update(session, parcel.id, state=state, error=error, message_id=message_id, sent_at=now)
            if message_id is not None and parcel.surface is not None and message_id != parcel.slot_message_id:
                await _remember(session, parcel, message_id)
            if state is OutgoingState.FAILED and parcel.kind is OutgoingKind.SCREEN:
                await _say_so(session, parcel, now=now)
            if parcel.chat_id < 0:
                await _record_told(session, parcel.id, arrived=state is OutgoingState.SENT, now=now)
            if state is OutgoingState.BLOCKED:
                await mark_reachable(session, parcel.chat_id, reachable=False, now=now)
            if unanswered is not None:
                await _answer_later(session, parcel, unanswered, now=now)
        case TryAgain(delay=delay, error=error, counted=counted):
            tap = parcel.callback_query_id if unanswered else None
            attempts = parcel.attempts + (1 if counted else 0)
            await _update(
                session, parcel.id, next_at=now + delay, error=error, attempts=attempts, callback_query_id=tap
            )
        case Moved(chat_id=chat_id):
            await _update(session, parcel.id, chat_id=chat_id, error="group moved")


async def _say_so(session: AsyncSession, parcel: Parcel, *, now: datetime) -> None:
    """What was done is done; only the screen was refused, and nobody is left before a silent chat."""
    refused = await session.get_one(Outgoing, parcel.id)
    notice = Notice([text("err-not-shown")], [[Button(text("btn-menu"), "menu")]])
    await enqueue(
        session,
        chat_id=parcel.chat_id,
        kind=OutgoingKind.NOTICE,
        payload=notice.to_json(),
        now=now,
        correlation_id=refused.correlation_id,
    )


async def _record_told(session: AsyncSession, row_id: int, *, arrived: bool, now: datetime) -> None:
    """A team's chat hears from rules, which have to know what came of it."""
    subject = (await session.execute(select(Outgoing.subject).where(Outgoing.id == row_id))).scalar_one()
    await record_told_chat(session, subject, arrived=arrived, now=now)


async def _answer_later(session: AsyncSession, parcel: Parcel, again: TryAgain, *, now: datetime) -> None:
    shown = await session.get_one(Outgoing, parcel.id)
    row = {
        "chat_id": parcel.chat_id,
        "kind": OutgoingKind.ANSWER,
        "payload": {"toast": parcel.payload.get("toast")},
        "correlation_id": shown.correlation_id,
        "fresh": False,
        "callback_query_id": parcel.callback_query_id,
        "attempts": 1,
        "created_at": now,
        "next_at": now + again.delay,
    }
    await session.execute(insert(Outgoing).values(row))


_UPDATE = update(Outgoing).where(Outgoing.id == bindparam("row_id")).execution_options(synchronize_session=False)


async def _update(session: AsyncSession, row_id: int, **values: Any) -> None:
    await session.execute(_UPDATE, {"row_id": row_id, **values})


async def _remember(session: AsyncSession, parcel: Parcel, message_id: int) -> None:
    """A message shows one slot at a time: what stood there before gets a message of its own when it changes."""
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    await session.execute(
        dialect.insert(Surface)
        .values(chat_id=parcel.chat_id, surface=parcel.surface, message_id=message_id)
        .on_conflict_do_update(index_elements=[Surface.chat_id, Surface.surface], set_={"message_id": message_id})
    )
    await session.execute(
        delete(Surface)
        .where(Surface.chat_id == parcel.chat_id, Surface.message_id == message_id, Surface.surface != parcel.surface)
        .execution_options(synchronize_session=False)
    )
