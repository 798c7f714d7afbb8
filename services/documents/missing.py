"""Which of the documents that a kind of insurance requires a deal's folder does not hold yet."""

from sqlalchemy import select, true
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from models.document import Document, DocumentState
from models.document_kind import DocumentKind
from models.insurance_kind import InsuranceKind
from services.live import live


async def list_missing(session: AsyncSession, deal_id: int, kind_id: int) -> list[DocumentKind]:
    """In the kind's own order; what is still being fetched counts as there. `kind_id` is the deal's."""
    held = (
        live(Document)
        .with_only_columns(Document.kind)
        .where(Document.deal_id == deal_id, Document.state.in_((DocumentState.FETCHING, DocumentState.FILED)))
        .distinct()
        .subquery()
    )
    wanted = (
        select(InsuranceKind.required_documents, held.c.kind)
        .outerjoin(held, true())
        .where(InsuranceKind.id == kind_id)
        .limit(len(DocumentKind))
    )
    rows = (await session.execute(wanted)).all()
    required, there = rows[0].required_documents, {row.kind for row in rows}
    return [kind for code in required if (kind := DocumentKind(code)) not in there]


async def list_required(session: AsyncSession, deal_id: int) -> list[DocumentKind]:
    """What the deal's kind of insurance asks for, sent or not."""
    wanted = select(InsuranceKind.required_documents).join(Deal, Deal.kind_id == InsuranceKind.id)
    required = (await session.execute(wanted.where(Deal.id == deal_id))).scalar_one()
    return [DocumentKind(code) for code in required]
