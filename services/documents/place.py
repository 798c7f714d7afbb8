"""Puts a packet that came without a deal into one, or drops it."""

from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.document import Document, DocumentState
from models.journal_entry import JournalEntry
from models.packet import Packet, PacketState
from services.access import Actor, Right
from services.conversation.outgoing import notify
from services.conversation.values import Notice, text
from services.deals.access import access_open_deal
from services.documents.access import access_packet
from services.documents.answer import surface_of, tell_packet
from services.documents.errors import PacketPlaced
from services.documents.places import ask_where
from services.documents.receive import publish_received
from services.errors import ScreenOutdated
from services.events.publish import publish
from services.journal.events import JournalWritten
from services.live import live
from services.tasks.answer import answer_questions


async def place_packet(session: AsyncSession, actor: Actor, packet_id: int, deal_id: int, *, now: datetime) -> None:
    """Its files are fetched from now on, its words stand in the journal."""
    await access_open_deal(session, actor, deal_id, right=Right.FILE_DOCUMENTS)
    packet = await access_waiting_packet(session, actor, packet_id)
    packet.deal_id, packet.problem = deal_id, None
    await _place_documents(session, actor, packet, now)
    await _place_words(session, actor, packet, now)
    await tell_packet(session, packet, now=now)


async def drop_packet(session: AsyncSession, actor: Actor, packet_id: int, *, now: datetime) -> None:
    """Nothing of it was in a deal yet."""
    packet = await access_waiting_packet(session, actor, packet_id)
    packet.state = PacketState.SETTLED
    await session.execute(delete(JournalEntry).where(JournalEntry.packet_id == packet.id))
    await session.execute(
        update(Document)
        .where(Document.packet_id == packet.id, Document.deleted_at.is_(None))
        .values(deleted_at=now, deleted_by=actor.id)
        .execution_options(synchronize_session=False)
    )
    notice = Notice([text("scr-packet-dropped")])
    await notify(
        session, [actor.id], notice, now=now, correlation_id=actor.correlation_id, surface=surface_of(packet.id)
    )


async def show_places(
    session: AsyncSession, actor: Actor, packet_id: int, *, before: int | None, now: datetime
) -> None:
    """Another page of the question."""
    packet = await access_waiting_packet(session, actor, packet_id)
    await ask_where(session, packet, now=now, before=before)


async def access_waiting_packet(session: AsyncSession, actor: Actor, packet_id: int) -> Packet:
    """Locked; refused once it was placed or is done with."""
    packet = await access_packet(session, actor, packet_id)
    if packet.deal_id is not None:
        raise PacketPlaced(deal=str(packet.deal_id))
    if packet.state is not PacketState.CLOSED:
        raise ScreenOutdated
    return packet


async def _place_documents(session: AsyncSession, actor: Actor, packet: Packet, now: datetime) -> None:
    waiting = live(Document).where(Document.packet_id == packet.id, Document.state == DocumentState.WAITING)
    for document in (await session.execute(waiting.order_by(Document.id))).scalars().all():
        document.deal_id, document.state = packet.deal_id, DocumentState.FETCHING
        await publish_received(session, actor, document, now=now)


async def _place_words(session: AsyncSession, actor: Actor, packet: Packet, now: datetime) -> None:
    assert packet.deal_id is not None  # noqa: S101 - the caller has just placed it
    entries = select(JournalEntry).where(JournalEntry.packet_id == packet.id).order_by(JournalEntry.id)
    for entry in (await session.execute(entries)).scalars().all():
        entry.deal_id = packet.deal_id
        answered = await answer_questions(session, actor, packet.deal_id, words=entry.text, now=now)
        event = JournalWritten(
            deal_id=packet.deal_id,
            entry_id=entry.id,
            packet_id=packet.id,
            document_id=entry.document_id,
            text=entry.text,
            forwarded_from=entry.forwarded_from,
            answered_ids=answered,
        )
        await publish(session, actor, event, now=now)
