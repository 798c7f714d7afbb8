"""What a packet without a deal holds, for who says what it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.document import Document, DocumentState
from models.journal_entry import JournalEntry
from models.packet import Packet
from services.access import Actor
from services.documents.place import access_waiting_packet
from services.live import live


@dataclass(frozen=True, slots=True)
class Said:
    """A message of text, or the caption of a file; `sender` is whose message was forwarded."""

    words: str
    sender: str | None


@dataclass(frozen=True, slots=True)
class Waiting:
    said: Sequence[Said]
    senders: Sequence[str]
    files: int


async def find_waiting(session: AsyncSession, actor: Actor, packet_id: int) -> Waiting:
    """`senders` has one for each forwarded message."""
    packet = await access_waiting_packet(session, actor, packet_id)
    entries, documents = await list_waiting_words(session, packet), await list_waiting_files(session, packet)
    said = [Said(entry.text or "", entry.forwarded_from) for entry in entries]
    said += [Said(document.caption, document.forwarded_from) for document in documents if document.caption]
    senders = [*(entry.forwarded_from for entry in entries), *(document.forwarded_from for document in documents)]
    return Waiting(said, [sender for sender in senders if sender], len(documents))


async def list_waiting_words(session: AsyncSession, packet: Packet) -> Sequence[JournalEntry]:
    """A voice is among the files."""
    wanted = select(JournalEntry).where(JournalEntry.packet_id == packet.id, JournalEntry.text.is_not(None))
    return (await session.execute(wanted.order_by(JournalEntry.id))).scalars().all()


async def list_waiting_files(session: AsyncSession, packet: Packet) -> Sequence[Document]:
    waiting = live(Document).where(Document.packet_id == packet.id, Document.state == DocumentState.WAITING)
    return (await session.execute(waiting.order_by(Document.id))).scalars().all()
