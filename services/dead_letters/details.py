"""What a dead letter carries, without anybody's personal values."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.delivery import Delivery
from models.event import EventRow
from models.inbox import InboxUpdate
from models.reminder import Reminder
from services.access import Actor
from services.dead_letters.letter import Letter, LetterKind, LetterRef
from services.dead_letters.queries import access_letter

ENVELOPE = frozenset({"message_id", "date", "chat", "from", "id", "chat_instance"})


@dataclass(frozen=True, slots=True)
class Details:
    """`facts` are names and values as the machinery knows them, `payload` those of the event that was worked on.

    `happened_at` is when it came up first, as far as a moment is known.
    """

    letter: Letter
    happened_at: datetime | None
    facts: Sequence[tuple[str, str]]
    payload: Mapping[str, Any] = field(default_factory=dict)


async def find_details(session: AsyncSession, actor: Actor, ref: LetterRef) -> Details:
    """Raises NotFound."""
    letter = await access_letter(session, actor, ref)
    find = {LetterKind.WORK: _of_work, LetterKind.UPDATE: _of_update, LetterKind.REMINDER: _of_reminder}
    return await find[ref.kind](session, letter)


async def _of_work(session: AsyncSession, letter: Letter) -> Details:
    """The payload alone: personal values stand apart from it."""
    found = await session.execute(
        select(EventRow).join(Delivery, Delivery.event_id == EventRow.id).where(Delivery.id == letter.ref.id)
    )
    event = found.scalar_one()
    envelope = {
        "event": event.name,
        "event_id": event.id,
        "consumer": letter.consumer,
        "source": event.source,
        "correlation_id": event.correlation_id,
    }
    return Details(letter, event.occurred_at, _facts(envelope), event.payload)


async def _of_update(session: AsyncSession, letter: Letter) -> Details:
    """What sort of thing was sent, not what it said; of a tap its verb."""
    found = await session.execute(select(InboxUpdate).where(InboxUpdate.id == letter.ref.id))
    row = found.scalar_one()
    known: dict[str, Any] = {"update_id": row.update_id, "incident": row.incident}
    for sort, sent in json.loads(row.payload or "{}").items():
        if isinstance(sent, Mapping):
            known |= {"type": sort, "holds": ", ".join(sorted(set(sent) - ENVELOPE))}
            if sort == "callback_query":
                known["verb"] = str(sent.get("data", "")).partition(":")[0]
    return Details(letter, row.received_at, _facts(known))


async def _of_reminder(session: AsyncSession, letter: Letter) -> Details:
    row = await session.get_one(Reminder, letter.ref.id)
    facts = [("about", f"{row.subject} {row.subject_id}"), ("step", str(row.step)), ("of", str(row.occurrence))]
    return Details(letter, letter.died_at, [*facts, ("due", f"{row.due_on} {row.due_time:%H:%M}")])


def written(found: Details) -> Sequence[tuple[str, str]]:
    """All of it as the machinery knows it."""
    return [*found.facts, *_facts(found.payload)]


def _facts(values: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [(name, value if isinstance(value, str) else json.dumps(value)) for name, value in values.items()]
