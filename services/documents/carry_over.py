"""Puts what does not expire of one deal's folder into another's: a row that leads to the same bytes."""

from datetime import datetime

from sqlalchemy import func, insert
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from models.document import Document, DocumentState
from models.document_kind import DocumentKind
from services.access import Actor
from services.documents.events import DocumentsCarriedOver
from services.events.publish import publish
from services.journal.note import note_system
from services.live import live

LASTING = frozenset(
    {
        DocumentKind.PASSPORT,
        DocumentKind.FOREIGN_PASSPORT,
        DocumentKind.DRIVER_LICENCE,
        DocumentKind.STS,
        DocumentKind.PTS,
        DocumentKind.SALE_CONTRACT,
        DocumentKind.SNILS,
        DocumentKind.TAX_ID,
        DocumentKind.COMPANY_DETAILS,
    }
)
"""What is as good next year as it is now; inspections, applications, authorities and the like are made anew."""
MOST = 100
_OWN = {"id", "deal_id", "lead_id", "packet_id", "chat_id", "message_id", "same_as_id"}
_KEPT = sorted(set(Document.__table__.columns.keys()) - _OWN)


async def carry_documents(session: AsyncSession, actor: Actor, *, come_from: Deal, to: Deal, now: datetime) -> None:
    """Each content once. Part of the use case that opens `to`, which has authorised."""
    once = (
        live(Document)
        .with_only_columns(func.min(Document.id))
        .where(Document.deal_id == come_from.id, Document.state == DocumentState.FILED, Document.kind.in_(LASTING))
        .group_by(Document.sha256)
    )
    kept = live(Document).where(Document.id.in_(once)).order_by(Document.id).limit(MOST)
    rows = [_row(document, to) for document in (await session.execute(kept)).scalars().all()]
    if rows:
        ids = (await session.execute(insert(Document).returning(Document.id), rows)).scalars().all()
        event = DocumentsCarriedOver(deal_id=to.id, from_deal_id=come_from.id, document_ids=sorted(ids))
        await publish(session, actor, event, now=now)
        await note_system(session, actor, to.id, "jrn-documents-carried-over", now=now, count=len(ids))


def _row(document: Document, to: Deal) -> dict[str, object]:
    """No message of Telegram's carried it: its own is minus the document's id, in the chat minus the deal's."""
    kept = {name: getattr(document, name) for name in _KEPT}
    return {**kept, "deal_id": to.id, "chat_id": -to.id, "message_id": -document.id}
