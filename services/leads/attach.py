"""Takes a file in as a lead's attachment.

- Only what a lead takes, see `services/leads/attachment_rules.py`, and so many an hour from one person.
- One message is taken once, however often it arrives. A forwarded one is the lead's own and counts as a message, but
  from another than he is known by.
- Its bytes are fetched later; its person sees what became of it in one message of its own.
"""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.document import Document
from models.lead import Lead
from services.access import Actor, Right, check_right
from services.brokerage import LeadLimits
from services.documents.receive import LONGEST_CAPTION, IncomingFile, document_row, find_taken, publish_received
from services.leads.access import access_open_lead
from services.leads.attachment_rules import check_attachable
from services.leads.change import change_lead
from services.leads.limits import check_upload_limit
from services.leads.sender import is_to_be_asked, told_by
from services.leads.tell_attachment import tell_attachment
from services.upsert import insert_or_none


async def attach_file(
    session: AsyncSession, actor: Actor, lead_id: int, file: IncomingFile, *, limits: LeadLimits, now: datetime
) -> None:
    check_right(actor, Right.WORK_LEADS)
    if await find_taken(session, actor, file.message_id) is not None:
        return
    check_attachable(file.media)
    await check_upload_limit(session, actor, limits.uploads_an_hour, now=now)
    lead = await access_open_lead(session, actor, lead_id)
    sender = file.forwarded_from
    if sender is not None and await is_to_be_asked(session, actor, lead_id, [sender]):
        file = replace(file, forwarded_from=None, caption=told_by(sender, file.caption or "", LONGEST_CAPTION))
    row = {**document_row(actor, file, now=now), "lead_id": lead.id}
    document_id = await insert_or_none(session, Document, row, returning=Document.id)
    if document_id is not None:
        await note_attached(session, actor, lead, await session.get_one(Document, document_id), now=now)


async def note_attached(session: AsyncSession, actor: Actor, lead: Lead, document: Document, *, now: datetime) -> None:
    """Part of a use case, which has authorised and holds the lead."""
    own = document.forwarded_from is not None
    await change_lead(session, lead, now=now, message_count=lead.message_count + own)
    await publish_received(session, actor, document, now=now)
    await tell_attachment(session, document, now=now, correlation_id=actor.correlation_id)
