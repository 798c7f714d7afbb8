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


async def store_updates(session: AsyncSession, bot_id: int, updates: Sequence[RawUpdate], *, now: datetime) -> None:
    """A burst in one statement; an update that is already known is left as it is."""
    if not updates:
        return
    rows = [_row(bot_id, update, now) for update in updates]
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    await session.execute(dialect.insert(InboxUpdate).on_conflict_do_nothing(), rows)
    signal(session, Signal.INBOX)


def _row(bot_id: int, update: RawUpdate, now: datetime) -> dict[str, Any]:
    payload = json.dumps(update, separators=(",", ":"))
    return {
        "bot_id": bot_id,
        "update_id": update["update_id"],
        "lane": lane_of(update),
        "payload": payload,
        "digest": hashlib.sha256(payload.encode()).hexdigest(),
        "next_at": now,
        "received_at": now,
    }


def lane_of(update: RawUpdate) -> int:
    """The person's id, else the chat's, else 0: whatever the update's type, also one we do not know yet."""
    for value in update.values():
        if isinstance(value, Mapping):
            for who in ("from", "user", "chat"):
                person = value.get(who)
                if isinstance(person, Mapping) and isinstance(person.get("id"), int):
                    return int(person["id"])
    return 0
