"""What a packet's people are told: one message each, edited in place as its files are fetched."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from models.document import DocumentState
from models.journal_entry import JournalEntry
from models.packet import Packet, PacketState
from models.user import User
from services.conversation.outgoing import notify
from services.conversation.values import Button, Notice, Style, Text, text
from services.deals.describe import describe_deal, others_in
from services.documents.answer_lines import answer_lines, news_lines
from services.documents.missing import list_missing
from services.documents.queries import DocumentLine, list_packet
from services.documents.words import missing_line
from services.journal.note import note_system


async def tell_packet(session: AsyncSession, packet: Packet, *, now: datetime, again: bool = False) -> None:
    """The answer to its person, the news to the other people of the deal; once no file is on its way, the journal's
    line. `again` replaces what was told before, even by nothing. The caller holds the packet's lock."""
    assert packet.deal_id is not None  # noqa: S101 - a packet without a deal asks where to go
    documents = await list_packet(session, packet.id)
    words = await _list_words(session, packet.id)
    answer, news = answer_lines(documents, len(words)), news_lines(documents, words)
    deal = await session.get_one(Deal, packet.deal_id)
    nothing = [text("ntf-packet-none")] if again else []
    if documents and (missing := missing_line(await list_missing(session, deal.id))):
        answer.append(missing)
    title = await describe_deal(session, deal.id)
    await _tell(session, packet, [packet.user_id], [title], answer or nothing, now)
    author = (await session.execute(select(User.name).where(User.id == packet.user_id))).scalar_one()
    heading = [text("ntf-packet-news", by=author), title]
    await _tell(session, packet, others_in(deal, packet.user_id), heading, news or nothing, now)
    await _settle(session, packet, documents, now)


async def refresh_packet(session: AsyncSession, packet_id: int, *, now: datetime) -> None:
    """Edits what its people were told; before it closes they have been told nothing."""
    packet = await session.get_one(Packet, packet_id, with_for_update=True, populate_existing=True)
    if packet.state is not PacketState.OPEN and packet.deal_id is not None:
        await tell_packet(session, packet, now=now, again=True)


async def _list_words(session: AsyncSession, packet_id: int) -> Sequence[JournalEntry]:
    """A voice is among the documents."""
    wanted = (
        select(JournalEntry)
        .where(JournalEntry.packet_id == packet_id, JournalEntry.text.is_not(None))
        .order_by(JournalEntry.id)
    )
    return (await session.execute(wanted)).scalars().all()


async def _tell(
    session: AsyncSession,
    packet: Packet,
    user_ids: Sequence[int],
    heading: Sequence[Text],
    lines: Sequence[Text],
    now: datetime,
) -> None:
    if not lines or not user_ids:
        return
    folder = Button(text("btn-to-folder"), "deal.folder", str(packet.deal_id))
    card = Button(text("btn-open-card"), "deal.card", str(packet.deal_id), Style.PRIMARY)
    notice = Notice([*heading, *lines], [[folder, card]], subject=f"deal:{packet.deal_id}")
    await notify(
        session, user_ids, notice, now=now, correlation_id=packet.correlation_id, surface=surface_of(packet.id)
    )


def surface_of(packet_id: int) -> str:
    """The slot of a chat that shows what became of the packet."""
    return f"packet:{packet_id}"


async def _settle(session: AsyncSession, packet: Packet, documents: Sequence[DocumentLine], now: datetime) -> None:
    if packet.state is not PacketState.CLOSED or any(line.state is DocumentState.FETCHING for line in documents):
        return
    packet.state = PacketState.SETTLED
    filed = sum(line.state is DocumentState.FILED for line in documents)
    if filed and packet.deal_id is not None:
        await note_system(
            session, None, packet.deal_id, "jrn-files-filed", now=now, author_id=packet.user_id, count=filed
        )
