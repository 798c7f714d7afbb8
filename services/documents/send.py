"""Sends documents back into a person's own chat: one, or a whole folder in albums. Each is a read and published."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby

from sqlalchemy.ext.asyncio import AsyncSession

from models.document import Document, DocumentState, MediaKind
from models.outgoing import OutgoingKind
from services.access import Actor
from services.conversation.outgoing import enqueue
from services.deals.access import access_deal
from services.documents.access import access_document
from services.documents.errors import DocumentNotReady, FolderEmpty
from services.documents.events import DocumentSentBack
from services.documents.ports import storage_key
from services.events.publish import publish
from services.live import live

MOST_AT_ONCE = 100
ALBUM = 10

_TOGETHER = {
    MediaKind.PHOTO: "pictures",
    MediaKind.VIDEO: "pictures",
    MediaKind.DOCUMENT: "documents",
    MediaKind.AUDIO: "audio",
}


async def send_document(session: AsyncSession, actor: Actor, document_id: int, *, now: datetime) -> None:
    document, _ = await access_document(session, actor, document_id)
    if document.state is not DocumentState.FILED:
        raise DocumentNotReady
    await send_back(session, actor, [document], now=now)


async def send_folder(session: AsyncSession, actor: Actor, deal_id: int, *, now: datetime) -> int:
    """The newest hundred, oldest first, each content once. How many they are."""
    await access_deal(session, actor, deal_id)
    newest = (
        live(Document)
        .where(Document.deal_id == deal_id, Document.state == DocumentState.FILED)
        .order_by(Document.id.desc())
        .limit(MOST_AT_ONCE)
    )
    documents = list(reversed((await session.execute(newest)).scalars().all()))
    if not documents:
        raise FolderEmpty
    once = list({document.sha256: document for document in reversed(documents)}.values())[::-1]
    for album in albums(once):
        await send_back(session, actor, album, now=now)
    return len(once)


def albums(documents: Iterable[Document]) -> list[list[Document]]:
    """As Telegram takes them: at most ten of one sort, photos with videos, voices one by one."""
    found: list[list[Document]] = []
    for sort, group in groupby(sorted(documents, key=_sort), key=_sort):
        members = list(group)
        size = ALBUM if sort else 1
        found += [members[i : i + size] for i in range(0, len(members), size)]
    return found


def _sort(document: Document) -> str:
    return _TOGETHER.get(document.media, "")


async def send_back(session: AsyncSession, actor: Actor, documents: Sequence[Document], *, now: datetime) -> None:
    """Of one deal or lead, as one message; part of a use case, which has authorised."""
    first = documents[0]
    subject = f"lead:{first.lead_id}" if first.deal_id is None else f"deal:{first.deal_id}"
    sent = await enqueue(
        session,
        chat_id=actor.telegram_id,
        kind=OutgoingKind.FILE,
        payload={"files": [_file(document) for document in documents]},
        now=now,
        correlation_id=actor.correlation_id,
        subject=subject,
    )
    for document in documents if sent else ():
        read = DocumentSentBack(document_id=document.id, deal_id=document.deal_id, lead_id=document.lead_id)
        await publish(session, actor, read, now=now)


def _file(document: Document) -> dict[str, str | None]:
    return {
        "media": document.media.value,
        "file_id": document.file_id,
        "name": document.name,
        "caption": document.caption,
        "storage_key": storage_key(document.sha256 or ""),
    }
