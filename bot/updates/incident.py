"""What is said when an update could not be processed: to its person, with a number to quote, and to the admins."""

import json
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.render import Renderer
from models.inbox import InboxUpdate
from models.outgoing import OutgoingKind
from models.user import Role
from services.conversation.outgoing import enqueue, notify
from services.conversation.values import Button, Notice, Screen, Toast, text
from services.users.queries import find_addressee, list_ids_by_role


async def tell_incident(
    session: AsyncSession, row: InboxUpdate, *, incident: str, reason: str, renderer: Renderer, now: datetime
) -> None:
    correlation_id = f"u{row.update_id}"
    person = await find_addressee(session, row.lane)
    if person is not None:
        words = text("err-incident", incident=incident)
        message = renderer.screen(Screen([words], [[Button(text("btn-menu"), "menu")]]), person.language, now=now)
        toast = renderer.toast(Toast(words, alert=True), person.language, now=now)
        await enqueue(
            session,
            chat_id=person.telegram_id,
            kind=OutgoingKind.SCREEN,
            payload={"message": message, "toast": toast},
            now=now,
            correlation_id=correlation_id,
            callback_query_id=_tap_of(row),
        )
    admins = await list_ids_by_role(session, Role.ADMIN)
    notice = Notice([text("ntf-incident", incident=incident, update=str(row.update_id), reason=reason)])
    await notify(session, admins, notice, now=now, correlation_id=correlation_id)


def _tap_of(row: InboxUpdate) -> str | None:
    payload: dict[str, Any] = json.loads(row.payload or "{}")
    tap = payload.get("callback_query")
    tap_id = tap.get("id") if isinstance(tap, dict) else None
    return tap_id if isinstance(tap_id, str) and len(tap_id) <= 64 else None
