"""Gives a lead what came without a deal: words become notes, files attachments.

- What no lead takes, and files beyond the hour's limit, go on waiting: their person is asked again and told why.
- Each forwarded message counts as one of the lead's own.
"""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.document import DocumentState
from models.lead import Lead
from models.packet import Packet, PacketState
from services.access import Actor, Right, check_right
from services.brokerage import LeadLimits
from services.conversation.outgoing import notify
from services.conversation.values import Button, Notice, Style, Text, params_to_json, text
from services.documents.answer import surface_of
from services.documents.place import access_waiting_packet
from services.documents.places import ask_where
from services.documents.waiting import list_waiting_files, list_waiting_words
from services.errors import AppError
from services.leads.access import access_open_lead
from services.leads.attach import note_attached
from services.leads.attachment_rules import check_attachable
from services.leads.errors import LeadLimitReached, NotAnAttachment
from services.leads.limits import check_upload_limit, hold_user
from services.leads.note import NoteLead, note_lead


async def take_packet(
    session: AsyncSession, actor: Actor, packet_id: int, lead_id: int, *, limits: LeadLimits, now: datetime
) -> None:
    check_right(actor, Right.WORK_LEADS)
    await hold_user(session, actor.id)
    packet = await access_waiting_packet(session, actor, packet_id)
    lead = await access_open_lead(session, actor, lead_id)
    await _take_words(session, actor, packet, lead, now)
    left_for = await _take_files(session, actor, packet, lead, limits, now)
    if left_for is None:
        await _settle(session, actor, packet, lead, now)
        return
    packet.problem = params_to_json({"why": Text(f"err-{left_for.code}", left_for.params)})
    await ask_where(session, packet, now=now)


async def _take_words(session: AsyncSession, actor: Actor, packet: Packet, lead: Lead, now: datetime) -> None:
    for entry in await list_waiting_words(session, packet):
        note = NoteLead(
            lead_id=lead.id,
            text=entry.text or "",
            intent_key=entry.intent_key or f"entry-{entry.id}",
            forwarded_from=entry.forwarded_from,
            by_lead=entry.forwarded_from is not None,
        )
        await note_lead(session, actor, note, now=now)
        await session.delete(entry)


async def _take_files(
    session: AsyncSession, actor: Actor, packet: Packet, lead: Lead, limits: LeadLimits, now: datetime
) -> AppError | None:
    """Why some of them stay where they are."""
    left_for: AppError | None = None
    for document in await list_waiting_files(session, packet):
        try:
            check_attachable(document.media)
            await check_upload_limit(session, actor, limits.uploads_an_hour, now=now)
        except (NotAnAttachment, LeadLimitReached) as refused:
            left_for = refused
            continue
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
