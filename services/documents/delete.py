"""Takes a document out of a folder, and puts it back.

- Deletion is soft: the bytes stay, the row is no longer read.
- A file that was deleted before it had come is fetched after it is restored.
"""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.document import Document, DocumentState
from services.access import Actor
from services.documents.access import access_own_document
from services.documents.answer import refresh_packet
from services.documents.events import DocumentDeleted, DocumentRestored
from services.documents.receive import publish_received
from services.documents.words import title_of
from services.events.publish import publish
from services.journal.note import note_system


async def delete_document(session: AsyncSession, actor: Actor, document_id: int, *, now: datetime) -> Document:
    document, deal = await access_own_document(session, actor, document_id)
    document.deleted_at, document.deleted_by = now, actor.id
    await publish(session, actor, DocumentDeleted(document_id=document.id, deal_id=deal.id), now=now)
    title = title_of(document.media, document.name, document.caption)
    await note_system(session, actor, deal.id, "jrn-document-deleted", now=now, name=title)
    if document.state is DocumentState.FETCHING and document.packet_id is not None:
        await refresh_packet(session, document.packet_id, now=now)
    return document


async def restore_document(session: AsyncSession, actor: Actor, document_id: int, *, now: datetime) -> Document:
    document, deal = await access_own_document(session, actor, document_id, deleted=True)
    document.deleted_at = document.deleted_by = None
    await publish(session, actor, DocumentRestored(document_id=document.id, deal_id=deal.id), now=now)
    title = title_of(document.media, document.name, document.caption)
    await note_system(session, actor, deal.id, "jrn-document-restored", now=now, name=title)
    if document.state is DocumentState.FETCHING:
        await publish_received(session, actor, document, now=now)
    return document
