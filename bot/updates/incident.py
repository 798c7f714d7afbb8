"""What is said when an update could not be processed: to its person, with a number to quote, and to the admins."""

import json
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.dispatcher import language_by
from bot.render import Renderer
from models.outgoing import OutgoingKind
from models.user import Language
from services.conversation.outgoing import enqueue
from services.conversation.values import Button, Screen, Toast, text
from services.dead_letters.alarm import raise_alarm
from services.inbox.lanes import StoredUpdate
from services.users.queries import find_addressee


async def tell_incident(
    session: AsyncSession, row: StoredUpdate, *, incident: str, renderer: Renderer, now: datetime
) -> None:
    payload: dict[str, Any] = json.loads(row.payload or "{}")
    if row.lane > 0:
        language = await _language_of(session, row.lane, payload)
        words = text("err-incident", incident=incident)
        message = renderer.screen(Screen([words], [[Button(text("btn-menu"), "menu")]]), language, now=now)
        await enqueue(
            session,
            chat_id=row.lane,
            kind=OutgoingKind.SCREEN,
            payload={"message": message, "toast": renderer.toast(Toast(words, alert=True), language, now=now)},
            now=now,
            correlation_id=f"u{row.update_id}",
            callback_query_id=_tap_of(payload),
        )
    await raise_alarm(session, now=now)


async def _language_of(session: AsyncSession, lane: int, payload: dict[str, Any]) -> Language:
    """A stranger's, from what his update says about him."""
    addressee = await find_addressee(session, lane)
    if addressee is not None:
        return addressee.language
    code = _part(_sent(payload), "from").get("language_code")
    return language_by(code if isinstance(code, str) else None)


def _tap_of(payload: dict[str, Any]) -> str | None:
    tap_id = _part(payload, "callback_query").get("id")
    return tap_id if isinstance(tap_id, str) and len(tap_id) <= 64 else None


def _sent(payload: dict[str, Any]) -> dict[str, Any]:
    """The message, tap or whatever the update carries."""
    return next((value for value in payload.values() if isinstance(value, dict)), {})


def _part(whole: dict[str, Any], name: str) -> dict[str, Any]:
    part = whole.get(name)
    return part if isinstance(part, dict) else {}
