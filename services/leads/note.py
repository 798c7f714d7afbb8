"""Writes down what was said about a lead, or what he said himself."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.lead import Lead, LeadNote
from services.access import Actor, Right
from services.events.publish import publish
from services.journal.write import seen_words
from services.leads.access import access_lead
from services.leads.change import change_lead
from services.leads.events import LeadNoted
from services.upsert import insert_or_none


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteLead:
    """With `forwarded_from` they are somebody else's words; `by_lead`: the lead's own, which counts as a message."""

    lead_id: int
    text: str
    intent_key: str
    forwarded_from: str | None = None
    by_lead: bool = False


async def note_lead(session: AsyncSession, actor: Actor, command: NoteLead, *, now: datetime) -> Lead:
    """Closed leads are noted too; the same intent key writes once."""
    words = seen_words(command.text)
    lead = await access_lead(session, actor, command.lead_id, right=Right.WORK_LEADS, lock=True)
    row = {
        "lead_id": lead.id,
        "author_id": actor.id,
        "text": words,
        "forwarded_from": command.forwarded_from,
        "intent_key": command.intent_key,
        "created_at": now,
    }
    note_id = await insert_or_none(session, LeadNote, row, returning=LeadNote.id)
    if note_id is None:
        return lead
    await change_lead(session, lead, now=now, message_count=lead.message_count + command.by_lead)
    event = LeadNoted(
        lead_id=lead.id,
        note_id=note_id,
        text=words,
        forwarded_from=command.forwarded_from,
        by_lead=command.by_lead,
    )
    await publish(session, actor, event, now=now)
    return lead
