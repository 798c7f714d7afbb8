"""Puts what a person is told into the caller's transaction; the sender delivers it after the commit."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.outgoing import DIALOGUE, Outgoing, OutgoingKind, OutgoingState
from models.user import User
from services.conversation.values import Notice
from services.signals import Signal, signal
from services.upsert import insert_into

_INSERT = insert(Outgoing)
_SAID_ANEW = ("payload", "subject", "fresh", "created_at", "next_at")


@dataclass(slots=True)
class _Speaker:
    """A consumer's delivery, and how much it has said to each chat in this run."""

    delivery_id: int
    said: Counter[int] = field(default_factory=Counter)


@contextmanager
def saying_once(session: AsyncSession, delivery_id: int) -> Iterator[None]:
    """What is enqueued meanwhile is that delivery's: when it runs again, it says nothing twice.

    A message with a surface is brought up to date instead.
    """
    session.info["speaker"] = _Speaker(delivery_id)
    try:
        yield
    finally:
        del session.info["speaker"]


async def enqueue(
    session: AsyncSession,
    *,
    chat_id: int,
    kind: OutgoingKind,
    payload: dict[str, Any],
    now: datetime,
    correlation_id: str,
    **columns: Any,
) -> bool:
    """False when the consumer's delivery that runs has said it before. `columns` are the other ones of `Outgoing`."""
    row = {
        "chat_id": chat_id,
        "kind": kind,
        "payload": payload,
        "correlation_id": correlation_id,
        "fresh": True,
        "created_at": now,
        "next_at": now,
        **columns,
    }
    speaker: _Speaker | None = session.info.get("speaker")
    if speaker is None:
        await session.execute(_INSERT, row)
    elif not await _say_once(session, speaker, row):
        return False
    signal(session, Signal.OUTGOING, chat_id if kind in DIALOGUE else None)
    return True


async def _say_once(session: AsyncSession, speaker: _Speaker, row: dict[str, Any]) -> bool:
    chat_id = row["chat_id"]
    speaker.said[chat_id] += 1
    once = f"{speaker.delivery_id}:{chat_id}:{speaker.said[chat_id]}"
    statement = insert_into(session, Outgoing).values({**row, "once": once})
    if row.get("surface") is None:
        said = await session.execute(statement.on_conflict_do_nothing().returning(Outgoing.id))
        return said.first() is not None
    anew = {name: statement.excluded[name] for name in _SAID_ANEW if name in row}
    again = statement.on_conflict_do_update(
        index_elements=[Outgoing.once],
        index_where=Outgoing.once.is_not(None),
        set_={**anew, "state": OutgoingState.PENDING, "attempts": 0, "sent_at": None, "error": None},
    )
    await session.execute(again)
    return True


async def notify(
    session: AsyncSession,
    user_ids: Sequence[int],
    notice: Notice,
    *,
    now: datetime,
    correlation_id: str,
    surface: str | None = None,
    anew: bool = False,
) -> None:
    """Tells users in their own private chats; the disabled ones are left out.

    With a surface the message that shows it is edited in place; without one, or `anew`, a new message is sent.
    """
    reachable = select(User.telegram_id).where(User.id.in_(user_ids), User.disabled_at.is_(None))
    for chat_id in (await session.execute(reachable)).scalars().all():
        await enqueue(
            session,
            chat_id=chat_id,
            kind=OutgoingKind.NOTICE,
            payload=notice.to_json(),
            now=now,
            correlation_id=correlation_id,
            subject=notice.subject,
            surface=surface,
            fresh=anew or surface is None,
        )
