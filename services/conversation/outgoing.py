"""Puts what a person is told into the caller's transaction; the sender delivers it after the commit."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.outgoing import DIALOGUE, Outgoing, OutgoingKind
from models.user import User
from services.conversation.values import Notice
from services.signals import Signal, signal

_INSERT = insert(Outgoing)


async def enqueue(
    session: AsyncSession,
    *,
    chat_id: int,
    kind: OutgoingKind,
    payload: dict[str, Any],
    now: datetime,
    correlation_id: str,
    **columns: Any,
) -> None:
    """`columns` are the other columns of `Outgoing`."""
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
    await session.execute(_INSERT, row)
    signal(session, Signal.OUTGOING, chat_id if kind in DIALOGUE else None)


async def notify(
    session: AsyncSession,
    user_ids: Sequence[int],
    notice: Notice,
    *,
    now: datetime,
    correlation_id: str,
    surface: str | None = None,
) -> None:
    """Tells users in their own private chats; the disabled ones are left out.

    With a surface the message that shows it is edited in place; without one a new message is sent.
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
            fresh=surface is None,
        )
