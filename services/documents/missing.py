"""Which of the documents that a kind of insurance requires of such a client a deal's folder does not hold yet."""

from typing import Any

from sqlalchemy import ColumnElement, case, select, true
from sqlalchemy.ext.asyncio import AsyncSession

from models.client import Client, ClientKind
from models.deal import Deal
from models.document import Document, DocumentState
from models.document_kind import DocumentKind
from models.insurance_kind import InsuranceKind
from services.live import live


def required_documents() -> ColumnElement[list[Any]]:
    """Of a row with InsuranceKind and Client."""
    return case(
        (Client.kind == ClientKind.COMPANY, InsuranceKind.company_documents),
        (Client.kind == ClientKind.SOLE_PROPRIETOR, InsuranceKind.proprietor_documents),
        else_=InsuranceKind.required_documents,
    )


_REQUIRED = (
    select(required_documents().label("required"))
    .select_from(Deal)
    .join(InsuranceKind, InsuranceKind.id == Deal.kind_id)
    .join(Client, Client.id == Deal.client_id)
)


async def list_missing(session: AsyncSession, deal_id: int) -> list[DocumentKind]:
    """In the kind's own order; what is still being fetched counts as there."""
    held = (
        live(Document)
        .with_only_columns(Document.kind)
        .where(Document.deal_id == deal_id, Document.state.in_((DocumentState.FETCHING, DocumentState.FILED)))
        .distinct()
        .subquery()
    )
    wanted = (
        _REQUIRED.add_columns(held.c.kind).outerjoin(held, true()).where(Deal.id == deal_id).limit(len(DocumentKind))
    )
    rows = (await session.execute(wanted)).all()
    required, there = rows[0].required, {row.kind for row in rows}
    return [kind for code in required if (kind := DocumentKind(code)) not in there]


async def list_required(session: AsyncSession, deal_id: int) -> list[DocumentKind]:
    """What the deal's kind of insurance asks such a client for, sent or not."""
    required = (await session.execute(_REQUIRED.where(Deal.id == deal_id))).scalar_one()
    return [DocumentKind(code) for code in required]
