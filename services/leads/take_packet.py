"""Gives a lead what came without a deal: words become notes, files attachments.

- Each message of his own counts as one; the person's words beside it are a comment.
- Of several senders one is the lead: what the others wrote goes on waiting. When none is, all of it is a comment.
- What no lead takes, and files beyond the hour's limit, go on waiting too: their person is asked again and told why.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.document import Document, DocumentState
from models.journal_entry import JournalEntry
from models.lead import Lead
from models.packet import Packet, PacketState
from services.access import Actor, Right, check_right
from services.brokerage import LeadLimits
from services.conversation.outgoing import notify
from services.conversation.values import Button, Notice, Style, Text, params_to_json, text
from services.documents.answer import surface_of
from services.documents.place import access_waiting_packet
from services.documents.places import ask_where
from services.documents.receive import LONGEST_CAPTION
from services.documents.waiting import list_waiting_files, list_waiting_words
from services.errors import AppError, ScreenOutdated
from services.journal.write import LONGEST
from services.leads.access import access_open_lead
from services.leads.attach import note_attached
from services.leads.attachment_rules import check_attachable
from services.leads.errors import LeadLimitReached, NotAnAttachment
from services.leads.limits import check_upload_limit, hold_user
from services.leads.note import NoteLead, note_lead
from services.leads.sender import told_by


@dataclass(frozen=True, slots=True, kw_only=True)
class TakePacket:
    """`him` is the sender who is the lead; None: whoever wrote, it was not he."""

    packet_id: int
    lead_id: int
    him: str | None


async def take_packet(
    session: AsyncSession, actor: Actor, command: TakePacket, *, limits: LeadLimits, now: datetime
) -> list[str]:
    """Whose messages go on waiting."""
    check_right(actor, Right.WORK_LEADS)
    await hold_user(session, actor.id)
    packet = await access_waiting_packet(session, actor, command.packet_id)
    lead = await access_open_lead(session, actor, command.lead_id)
    words, files = await list_waiting_words(session, packet), await list_waiting_files(session, packet)
    senders = [*(entry.forwarded_from for entry in words), *(document.forwarded_from for document in files)]
    if command.him is not None and command.him not in senders:
        raise ScreenOutdated
    others = list(dict.fromkeys(one for one in senders if one and command.him not in (None, one)))
    taken = [entry for entry in words if entry.forwarded_from not in others]
    await _take_words(session, actor, taken, lead, command.him, now)
    attached = [document for document in files if document.forwarded_from not in others]
    refused = await _take_files(session, actor, attached, lead, command.him, limits, now)
    if refused is None and not others:
        await _settle(session, actor, packet, lead, now)
        return []
    why = Text(f"err-{refused.code}", refused.params) if refused else text("scr-packet-of-others")
    packet.problem = params_to_json({"why": why})
    await ask_where(session, packet, now=now)
    return others


async def _take_words(
    session: AsyncSession, actor: Actor, entries: Sequence[JournalEntry], lead: Lead, him: str | None, now: datetime
) -> None:
    for entry in entries:
        his = entry.forwarded_from is not None and entry.forwarded_from == him
        note = NoteLead(
            lead_id=lead.id,
            text=(entry.text or "") if his else told_by(entry.forwarded_from, entry.text or "", LONGEST),
            intent_key=entry.intent_key or f"entry-{entry.id}",
            forwarded_from=him if his else None,
            by_lead=his,
        )
        await note_lead(session, actor, note, now=now)
        await session.delete(entry)


async def _take_files(
    session: AsyncSession,
    actor: Actor,
    documents: Sequence[Document],
    lead: Lead,
    him: str | None,
    limits: LeadLimits,
    now: datetime,
) -> AppError | None:
    """Why some of them stay where they are."""
    left_for: AppError | None = None
    for document in documents:
        try:
            check_attachable(document.media)
            await check_upload_limit(session, actor, limits.uploads_an_hour, now=now)
        except (NotAnAttachment, LeadLimitReached) as refused:
            left_for = refused
            continue
        if document.forwarded_from != him:
            document.caption = told_by(document.forwarded_from, document.caption or "", LONGEST_CAPTION) or None
            document.forwarded_from = None
        document.lead_id, document.packet_id = lead.id, None
        document.state, document.added_at = DocumentState.FETCHING, now
        await session.flush()
        await note_attached(session, actor, lead, document, now=now)
    return left_for


async def _settle(session: AsyncSession, actor: Actor, packet: Packet, lead: Lead, now: datetime) -> None:
    packet.state = PacketState.SETTLED
    card = Button(text("btn-lead-open"), "lead.card", lead.id, Style.PRIMARY)
    notice = Notice([text("scr-packet-of-lead", lead=str(lead.id))], [[card]], subject=f"lead:{lead.id}")
    await notify(
        session, [actor.id], notice, now=now, correlation_id=actor.correlation_id, surface=surface_of(packet.id)
    )
