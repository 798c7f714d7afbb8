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
    """A message of text, or a file with its caption; `sender` is whose message was forwarded."""

    words: str | None
    sender: str | None
    a_file: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    said: Sequence[Said]

    @property
    def speakers(self) -> list[str]:
        """Whose messages were forwarded, each once."""
        return list(dict.fromkeys(one.sender for one in self.said if one.sender))

    @property
    def words(self) -> list[str]:
        return [one.words for one in self.said if one.words]

    @property
    def files(self) -> int:
        return sum(one.a_file for one in self.said)

    def of(self, *senders: str | None) -> "Waiting":
        """None is the person himself."""
        return Waiting([one for one in self.said if one.sender in senders])


async def find_waiting(session: AsyncSession, actor: Actor, packet_id: int) -> Waiting:
    packet = await access_waiting_packet(session, actor, packet_id)
    entries, documents = await list_waiting_words(session, packet), await list_waiting_files(session, packet)
    said = [Said(entry.text, entry.forwarded_from, a_file=False) for entry in entries]
    files = [Said(document.caption, document.forwarded_from, a_file=True) for document in documents]
    return Waiting([*said, *files])


async def list_waiting_words(session: AsyncSession, packet: Packet) -> Sequence[JournalEntry]:
    """A voice is among the files."""
    wanted = select(JournalEntry).where(JournalEntry.packet_id == packet.id, JournalEntry.text.is_not(None))
    return (await session.execute(wanted.order_by(JournalEntry.id))).scalars().all()


async def list_waiting_files(session: AsyncSession, packet: Packet) -> Sequence[Document]:
    waiting = live(Document).where(Document.packet_id == packet.id, Document.state == DocumentState.WAITING)
    return (await session.execute(waiting.order_by(Document.id))).scalars().all()
