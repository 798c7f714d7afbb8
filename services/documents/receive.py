"""Takes in what a person sends or forwards: files to the folder, words to the journal.

- One message is taken once, however often it arrives.
- The bytes are fetched later; nothing is said now, the packet's answer comes when it closes.
- A deal that can't take it loses nothing: the packet then asks where to put it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.document import Document, DocumentState, MediaKind
from models.document_kind import DocumentKind
from models.packet import Packet
from services.access import Actor, Right, check_right
from services.conversation.values import Text
from services.deals.access import access_open_deal
from services.deals.errors import DealClosed, DealNotFound, DealOfOthers
from services.documents.events import DocumentReceived
from services.documents.naming import received_name
from services.documents.packets import join_packet
from services.events.publish import publish
from services.journal.write import NewEntry, add_entry, message_key, seen_words
from services.tasks.answer import answer_questions
from services.upsert import insert_or_none

MOST_FILES = 200
LONGEST_CAPTION = 1024
LONGEST_SENDER = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingFile:
    """As Telegram describes it, with the `kind` that its caption or name tells.

    `declared_size` counts bytes, `received_on` is the day in the brokerage's zone.
    """

    message_id: int
    media: MediaKind
    kind: DocumentKind
    file_id: str
    name: str | None
    mime: str | None
    caption: str | None
    forwarded_from: str | None
    declared_size: int | None
    received_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingWords:
    message_id: int
    text: str
    forwarded_from: str | None


async def receive_file(
    session: AsyncSession,
    actor: Actor,
    file: IncomingFile,
    *,
    deal_id: int | None,
    problem: Text | None = None,
    lead_id: int | None = None,
    meant: Sequence[int] = (),
    now: datetime,
) -> None:
    """`deal_id` is the deal that the person has in hand; `problem` why it can't be told where this goes.

    `lead_id` is a lead that it may be for, `meant` are deals: he is asked.
    """
    check_right(actor, Right.FILE_DOCUMENTS)
    if await find_taken(session, actor, file.message_id) is not None:
        return
    packet = await _packet(session, actor, deal_id, problem, lead_id, meant, now)
    row = await _row(session, actor, file, packet, now)
    document_id = await insert_or_none(session, Document, row, returning=Document.id)
    if document_id is None or row["state"] is DocumentState.REFUSED:
        return
    if packet.deal_id is not None:
        await publish_received(session, actor, await session.get_one(Document, document_id), now=now)
    if file.media is MediaKind.VOICE:
        entry = NewEntry(
            deal_id=packet.deal_id,
            packet_id=packet.id,
            document_id=document_id,
            forwarded_from=_shortened(file.forwarded_from),
            intent_key=message_key(actor.telegram_id, file.message_id),
        )
        await add_entry(session, actor, entry, now=now)


async def receive_words(
    session: AsyncSession,
    actor: Actor,
    words: IncomingWords,
    *,
    deal_id: int | None,
    problem: Text | None = None,
    lead_id: int | None = None,
    meant: Sequence[int] = (),
    now: datetime,
) -> None:
    """A forwarded message of text becomes the deal's journal entry, with its sender's name; the rest as above.

    The person's own, forwarded along with others, has no sender.
    """
    check_right(actor, Right.WRITE_JOURNAL)
    packet = await _packet(session, actor, deal_id, problem, lead_id, meant, now)
    entry = NewEntry(
        deal_id=packet.deal_id,
        packet_id=packet.id,
        text=seen_words(words.text),
        forwarded_from=_shortened(words.forwarded_from),
        intent_key=message_key(actor.telegram_id, words.message_id),
    )
    await add_entry(session, actor, entry, now=now)


async def publish_received(session: AsyncSession, actor: Actor, document: Document, *, now: datetime) -> None:
    """Sends for the bytes. What is sent into a deal answers the questions that wait there.

    Part of a use case, which has authorised and holds the deal.
    """
    if document.deal_id is not None:
        await answer_questions(session, actor, document.deal_id, words=None, now=now)
    event = DocumentReceived(
        document_id=document.id,
        deal_id=document.deal_id,
        lead_id=document.lead_id,
        packet_id=document.packet_id,
        media=document.media,
        file_name=document.name,
        caption=document.caption,
        forwarded_from=document.forwarded_from,
    )
    await publish(session, actor, event, now=now)


async def find_taken(session: AsyncSession, actor: Actor, message_id: int) -> int | None:
    """The document that a message of the actor's became, deleted or not; part of a use case, which has authorised."""
    known = select(Document.id).where(Document.chat_id == actor.telegram_id, Document.message_id == message_id)
    return (await session.execute(known)).scalar_one_or_none()


async def _packet(
    session: AsyncSession,
    actor: Actor,
    deal_id: int | None,
    problem: Text | None,
    lead_id: int | None,
    meant: Sequence[int],
    now: datetime,
) -> Packet:
    if deal_id is not None:
        problem = await _problem(session, actor, deal_id)
    in_hand = None if problem else deal_id
    return await join_packet(session, actor, deal_id=in_hand, problem=problem, lead_id=lead_id, meant=meant, now=now)


async def _problem(session: AsyncSession, actor: Actor, deal_id: int) -> Text | None:
    """Why this deal takes no files from this person; the deal is locked when it does."""
    try:
        await access_open_deal(session, actor, deal_id, right=Right.FILE_DOCUMENTS)
    except (DealClosed, DealNotFound, DealOfOthers) as refused:
        return Text(f"err-{refused.code}", refused.params)
    return None


async def _row(
    session: AsyncSession, actor: Actor, file: IncomingFile, packet: Packet, now: datetime
) -> dict[str, object]:
    count = select(func.count()).where(Document.packet_id == packet.id)
    state = DocumentState.WAITING if packet.deal_id is None else DocumentState.FETCHING
    refusal = None
    if (await session.execute(count)).scalar_one() >= MOST_FILES:
        state, refusal = DocumentState.REFUSED, "too-many"
    where = {"deal_id": packet.deal_id, "packet_id": packet.id}
    return {**document_row(actor, file, now=now), **where, "state": state, "refusal": refusal}


def document_row(actor: Actor, file: IncomingFile, *, now: datetime) -> dict[str, object]:
    """What a message with a file becomes, whatever it is put into; part of a use case, which has authorised."""
    return {
        "chat_id": actor.telegram_id,
        "message_id": file.message_id,
        "media": file.media,
        "kind": file.kind,
        "file_id": file.file_id,
        "name": received_name(
            file.name, media=file.media, mime=file.mime, message_id=file.message_id, received_on=file.received_on
        ),
        "caption": file.caption[:LONGEST_CAPTION] if file.caption else None,
        "forwarded_from": _shortened(file.forwarded_from),
        "declared_size": file.declared_size,
        "state": DocumentState.FETCHING,
        "added_by": actor.id,
        "added_at": now,
    }


def _shortened(sender: str | None) -> str | None:
    return sender[:LONGEST_SENDER] if sender else None
