"""Stores updates before they are confirmed to Telegram; the poller and the webhook both call it."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from models.inbox import InboxUpdate
from services.signals import Signal, signal

RawUpdate = Mapping[str, Any]
LARGEST = 2**63 - 1

_INSERT = {
    "sqlite": sqlite.insert(InboxUpdate).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(InboxUpdate).on_conflict_do_nothing(),
}


async def store_updates(session: AsyncSession, bot_id: int, updates: Sequence[RawUpdate], *, now: datetime) -> None:
    """A burst in one statement; an update that is already known is left as it is.

    Anything can be stored, or it would come back for ever: an update without a readable number gets a negative one
    that follows from its content.
    """
    if not updates:
        return
    rows = [_row(bot_id, update, now) for update in updates]
    await session.execute(_INSERT[session.get_bind().dialect.name], rows)
    for row in rows:
        signal(session, Signal.INBOX, row["lane"])


def following_offset(updates: Sequence[RawUpdate]) -> int | None:
    """What confirms these updates to Telegram; None when there is nothing to confirm."""
    known = [update_id for update in updates if (update_id := _update_id(update)) is not None]
    return max(known) + 1 if known else None


def _row(bot_id: int, update: RawUpdate, now: datetime) -> dict[str, Any]:
    payload = json.dumps(update, separators=(",", ":"))
    digest = hashlib.sha256(payload.encode()).hexdigest()
    update_id = _update_id(update)
    return {
        "bot_id": bot_id,
        "update_id": -int(digest[:15], 16) if update_id is None else update_id,
        "lane": lane_of(update),
        "payload": payload,
        "digest": digest,
        "next_at": now,
        "received_at": now,
    }


def lane_of(update: RawUpdate) -> int:
    """The person's id, else the chat's, else 0: whatever the update's type, also one we do not know yet."""
    for value in update.values():
        if isinstance(value, Mapping):
            for who in ("from", "user", "chat"):
                person = value.get(who)
                if isinstance(person, Mapping) and (found := _id(person.get("id"))) is not None:
                    return found
    return 0


def _update_id(update: RawUpdate) -> int | None:
    found = _id(update.get("update_id"))
    return found if found is not None and found > 0 else None


def _id(value: object) -> int | None:
    """A number that the column can hold."""
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    return value if abs(value) < LARGEST else None
