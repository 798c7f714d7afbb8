"""Reads of the folder and of packets."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from models.content_type import ContentType
from models.document import Document, DocumentState, MediaKind
from models.document_kind import DocumentKind
from models.user import User
from services.access import Actor, Right
from services.conversation.paging import Page
from services.conversation.values import Text
from services.deals.access import access_deal
from services.documents.access import access_document, may_change
from services.documents.missing import list_missing
from services.documents.words import title_of
from services.live import live

PAGE_SIZE = 8
IN_FOLDER = (DocumentState.FETCHING, DocumentState.FILED)
_Same = aliased(Document)


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """`size` counts bytes; `same_as` is the title of the living document with the same content."""

    id: int
    media: MediaKind
    kind: DocumentKind
    content_type: ContentType | None
    name: str
    caption: str | None
    forwarded_from: str | None
    size: int | None
    state: DocumentState
    refusal: str | None
    refusal_params: dict[str, Any] | None
    added_by: str
    added_at: datetime
    same_as: str | Text | None

    @property
    def title(self) -> str | Text:
        return title_of(self.media, self.name, self.caption)


@dataclass(frozen=True, slots=True)
class DocumentCard:
    line: DocumentLine
    deal_id: int
    mine: bool


@dataclass(frozen=True, slots=True)
class Folder:
    """`missing` are the documents that the deal's kind of insurance requires and nobody has sent yet."""

    deal_id: int
    page: Page[DocumentLine]
    missing: Sequence[DocumentKind]


async def find_folder(session: AsyncSession, actor: Actor, deal_id: int, *, before: int | None = None) -> Folder:
    """Newest first; `before` is the id of the last one on the page before."""
    await access_deal(session, actor, deal_id)
    wanted = (
        _lines()
        .where(Document.deal_id == deal_id, Document.state.in_(IN_FOLDER))
        .order_by(Document.id.desc())
        .limit(PAGE_SIZE + 1)
    )
    if before is not None:
        wanted = wanted.where(Document.id < before)
    lines = [_line(row) for row in (await session.execute(wanted)).all()]
    return Folder(deal_id, Page.of(lines, PAGE_SIZE), await list_missing(session, deal_id))


async def find_document_card(session: AsyncSession, actor: Actor, document_id: int) -> DocumentCard:
    """`mine` says that the actor may rename and delete it."""
    document, deal = await access_document(session, actor, document_id)
    row = (await session.execute(_lines().where(Document.id == document_id))).one()
    changes = may_change(actor, added_by=document.added_by, seller_id=deal.seller_id)
    mine = changes and actor.may(Right.FILE_DOCUMENTS) and deal.lost_reason is None
    return DocumentCard(_line(row), deal.id, mine)


async def list_packet(session: AsyncSession, packet_id: int) -> list[DocumentLine]:
    """For the packet's answer, in the order sent."""
    wanted = _lines().where(Document.packet_id == packet_id).order_by(Document.message_id)
    return [_line(row) for row in (await session.execute(wanted)).all()]


def _line(row: Sequence[Any]) -> DocumentLine:
    *columns, media, name, caption = row
    values = [*columns, None if name is None else title_of(media, name, caption)]
    return DocumentLine(*values)


def _lines() -> Select[*tuple[Any, ...]]:
    return (
        live(Document)
        .with_only_columns(
            Document.id,
            Document.media,
            Document.kind,
            Document.content_type,
            Document.name,
            Document.caption,
            Document.forwarded_from,
            Document.size,
            Document.state,
            Document.refusal,
            Document.refusal_params,
            User.name,
            Document.added_at,
            _Same.media,
            _Same.name,
            _Same.caption,
        )
        .join(User, User.id == Document.added_by)
        .outerjoin(_Same, (_Same.id == Document.same_as_id) & _Same.deleted_at.is_(None))
    )
