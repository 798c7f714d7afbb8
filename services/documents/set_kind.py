"""Says what a document is, where its name did not."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.document import Document
from models.document_kind import DocumentKind
from services.access import Actor
from services.documents.access import access_own_document
from services.documents.events import DocumentKindChanged
from services.events.publish import publish


async def set_document_kind(
    session: AsyncSession, actor: Actor, document_id: int, kind: DocumentKind, *, now: datetime
) -> Document:
    document, deal = await access_own_document(session, actor, document_id)
    if kind is not document.kind:
        event = DocumentKindChanged(document_id=document.id, deal_id=deal.id, from_kind=document.kind, to_kind=kind)
        document.kind = kind
        await publish(session, actor, event, now=now)
    return document
