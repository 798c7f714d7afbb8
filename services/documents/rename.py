"""Gives a document another name; its ending stays what the content is."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.document import Document
from models.document_kind import DocumentKind
from services.access import Actor
from services.documents.access import access_own_document
from services.documents.errors import DocumentNotReady
from services.documents.events import DocumentRenamed
from services.documents.names import safe_display_name
from services.events.publish import publish


async def rename_document(
    session: AsyncSession, actor: Actor, document_id: int, *, name: str, says: DocumentKind, now: datetime
) -> Document:
    """`says` is the kind that the name tells: it counts where nothing else has told it."""
    document, deal = await access_own_document(session, actor, document_id)
    if document.content_type is None:
        raise DocumentNotReady
    renamed = safe_display_name(name, fallback=str(document.id), extension=document.content_type.extension)
    if renamed != document.name:
        event = DocumentRenamed(document_id=document.id, deal_id=deal.id, from_name=document.name, to_name=renamed)
        document.name = renamed
        if document.kind is DocumentKind.UNKNOWN:
            document.kind = says
        await publish(session, actor, event, now=now)
    return document
