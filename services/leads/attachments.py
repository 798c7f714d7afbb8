"""A lead's attachments: the list, one sent back, one taken away and put back.

- Whoever reaches the lead reads them, and each read is published.
- Until the lead is a deal, who attached one may take it away, and those who lead may.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.document import Document, DocumentState
from models.lead import Lead
from services.access import Actor, Right
from services.conversation.paging import Page
from services.documents.errors import DocumentNotFound, DocumentNotReady
from services.documents.events import DocumentDeleted, DocumentRestored
from services.documents.queries import IN_FOLDER, PAGE_SIZE, DocumentLine, line_of, select_lines
from services.documents.receive import publish_received
from services.documents.send import send_back
from services.events.publish import publish
from services.leads.access import access_lead, access_open_lead
from services.leads.errors import AttachmentOfOthers
from services.leads.tell_attachment import tell_attachment


@dataclass(frozen=True, slots=True)
class Attachments:
    """`mine` are the ids of those that the actor may take away."""

    lead_id: int
    page: Page[DocumentLine]
    mine: frozenset[int]


async def list_attachments(
    session: AsyncSession, actor: Actor, lead_id: int, *, before: int | None = None
) -> Attachments:
    """Newest first; `before` is the id of the last one on the page before."""
    lead = await access_lead(session, actor, lead_id)
    wanted = (
        select_lines()
        .add_columns(Document.added_by)
        .where(Document.lead_id == lead_id, Document.state.in_(IN_FOLDER))
        .order_by(Document.id.desc())
        .limit(PAGE_SIZE + 1)
    )
    rows = (await session.execute(wanted if before is None else wanted.where(Document.id < before))).all()
    page = Page.of([line_of(row[:-1]) for row in rows], PAGE_SIZE)
    mine = frozenset(row.id for row in rows if not lead.closed and may_take_away(actor, row.added_by))
    return Attachments(lead_id, page, mine)


async def send_attachment(session: AsyncSession, actor: Actor, document_id: int, *, now: datetime) -> None:
    document, _ = await access_attachment(session, actor, document_id)
    if document.state is not DocumentState.FILED:
        raise DocumentNotReady
    await send_back(session, actor, [document], now=now)


async def find_attachment(session: AsyncSession, actor: Actor, document_id: int) -> tuple[DocumentLine, int]:
    """One of them and its lead's id."""
    document, lead = await access_attachment(session, actor, document_id)
    row = (await session.execute(select_lines().where(Document.id == document.id))).one()
    return line_of(row), lead.id


async def delete_attachment(session: AsyncSession, actor: Actor, document_id: int, *, now: datetime) -> int:
    """Softly: the bytes stay. The lead's id."""
    document, lead = await _access_own(session, actor, document_id, deleted=False)
    document.deleted_at, document.deleted_by = now, actor.id
    await publish(session, actor, DocumentDeleted(document_id=document.id, lead_id=lead.id), now=now)
    if document.state is DocumentState.FETCHING:
        await tell_attachment(session, document, now=now, correlation_id=actor.correlation_id)
    return lead.id


async def restore_attachment(session: AsyncSession, actor: Actor, document_id: int, *, now: datetime) -> int:
    """One that had not come yet is fetched now. The lead's id."""
    document, lead = await _access_own(session, actor, document_id, deleted=True)
    document.deleted_at = document.deleted_by = None
    await publish(session, actor, DocumentRestored(document_id=document.id, lead_id=lead.id), now=now)
    if document.state is DocumentState.FETCHING:
        await publish_received(session, actor, document, now=now)
        await tell_attachment(session, document, now=now, correlation_id=actor.correlation_id)
    return lead.id


def may_take_away(actor: Actor, added_by: int) -> bool:
    return actor.may(Right.MANAGE_LEADS) or (actor.may(Right.WORK_LEADS) and actor.id == added_by)


async def access_attachment(session: AsyncSession, actor: Actor, document_id: int) -> tuple[Document, Lead]:
    """For reading, also once the lead is a deal."""
    document = await session.get(Document, document_id)
    if document is None or document.deleted_at is not None or document.lead_id is None:
        raise DocumentNotFound
    return document, await access_lead(session, actor, document.lead_id)


async def _access_own(session: AsyncSession, actor: Actor, document_id: int, *, deleted: bool) -> tuple[Document, Lead]:
    """The lead is held first. `deleted` wants one that was taken away."""
    known = await session.get(Document, document_id)
    if known is None or known.lead_id is None:
        raise DocumentNotFound
    lead = await access_open_lead(session, actor, known.lead_id)
    document = await session.get_one(Document, document_id, with_for_update=True, populate_existing=True)
    if (document.deleted_at is not None) is not deleted:
        raise DocumentNotFound
    if not may_take_away(actor, document.added_by):
        raise AttachmentOfOthers
    return document, lead
