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
from services.documents.queries import DocumentLine, list_packet
from services.documents.words import refusal_text, shorten, size_text
from services.journal.note import note_system

MOST_LINES = 20
MOST_WORDS = 5
LONGEST_WORDS = 300


async def tell_packet(session: AsyncSession, packet: Packet, *, now: datetime, again: bool = False) -> None:
    """The answer to its person, the news to the other people of the deal; once no file is on its way, the journal's
    line. `again` replaces what was told before, even by nothing. The caller holds the packet's lock."""
    assert packet.deal_id is not None  # noqa: S101 - a packet without a deal asks where to go
    documents = await list_packet(session, packet.id)
    words = await _list_words(session, packet.id)
    answer, news = answer_lines(documents, len(words)), news_lines(documents, words)
    nothing = [text("ntf-packet-none")] if again else []
    deal = await session.get_one(Deal, packet.deal_id)
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


def answer_lines(documents: Sequence[DocumentLine], words: int) -> list[Text]:
    """A summary when there are several files, then a line for each, those in trouble first when not all fit."""
    lines = [_summary(documents)] if len(documents) > 1 else []
    shown = sorted(documents, key=lambda line: line.state is not DocumentState.REFUSED)
    kept = {line.id for line in shown[:MOST_LINES]}
    lines += [_file_line(line) for line in documents if line.id in kept]
    if len(documents) > MOST_LINES:
        lines.append(text("ntf-files-more", count=len(documents) - MOST_LINES))
    if words:
        lines.append(text("ntf-packet-words", count=words))
    return lines


def news_lines(documents: Sequence[DocumentLine], words: Sequence[JournalEntry]) -> list[Text]:
    """Without what was refused; none when that leaves nothing to tell."""
    taken = [line for line in documents if line.state is not DocumentState.REFUSED]
    lines = [_file_line(line) for line in taken[:MOST_LINES]]
    if len(taken) > MOST_LINES:
        lines.append(text("ntf-files-more", count=len(taken) - MOST_LINES))
    lines += [_said(entry) for entry in words[:MOST_WORDS]]
    if len(words) > MOST_WORDS:
        lines.append(text("ntf-words-more", count=len(words) - MOST_WORDS))
    return lines


def _summary(documents: Sequence[DocumentLine]) -> Text:
    filed = sum(line.state is DocumentState.FILED for line in documents)
    if any(line.state is DocumentState.FETCHING for line in documents):
        return text("ntf-packet-fetching", done=str(filed), count=len(documents))
    if not filed:
        return text("ntf-packet-refused", count=len(documents))
    if filed == len(documents):
        return text("ntf-packet-filed", count=filed)
    return text("ntf-packet-partly", done=str(filed), count=len(documents))


def _file_line(line: DocumentLine) -> Text:
    if line.state is DocumentState.FETCHING:
        return text("ntf-file-fetching", name=line.title)
    if line.refusal is not None:
        return text("ntf-file-refused", name=line.title, reason=refusal_text(line.refusal, line.refusal_params or {}))
    if line.same_as is not None:
        return text("ntf-file-same", name=line.title, same=line.same_as)
    return text("ntf-file-filed", name=line.title, size=size_text(line.size or 0))


def _said(entry: JournalEntry) -> Text:
    words = shorten(entry.text or "", LONGEST_WORDS)
    if entry.forwarded_from is None:
        return text("jrn-said", words=words)
    return text("jrn-forwarded", sender=entry.forwarded_from, words=words)


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
