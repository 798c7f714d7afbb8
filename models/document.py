"""Documents in the folder of a deal or a lead: metadata here, bytes in the storage."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, BigId, EnumText, SoftDeleted, one_of
from models.content_type import ContentType
from models.document_kind import DocumentKind


class DocumentState(StrEnum):
    """WAITING has no deal and no lead yet: its person was asked where to put it."""

    WAITING = "waiting"
    FETCHING = "fetching"
    FILED = "filed"
    REFUSED = "refused"


class MediaKind(StrEnum):
    """How Telegram carried it; a file id can only be sent back the same way."""

    DOCUMENT = "document"
    PHOTO = "photo"
    VOICE = "voice"
    AUDIO = "audio"
    VIDEO = "video"


class Document(SoftDeleted, Base):
    """`sha256` (hex) is the content's and leads to its storage key; `size` counts bytes.

    `refusal` is a code with its parameters; `same_as_id` the document of this deal that has the same content.
    """

    __tablename__ = "documents"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    deal_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("deals.id"))
    lead_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("leads.id"))
    packet_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("packets.id"))
    chat_id: Mapped[int] = mapped_column(BigId)
    message_id: Mapped[int] = mapped_column(BigId)
    media: Mapped[MediaKind] = mapped_column(EnumText(MediaKind))
    file_id: Mapped[str] = mapped_column(String(256))
    name: Mapped[str] = mapped_column(String(160))
    kind: Mapped[DocumentKind] = mapped_column(EnumText(DocumentKind), server_default=DocumentKind.UNKNOWN.value)
    caption: Mapped[str | None] = mapped_column(String(1024))
    forwarded_from: Mapped[str | None] = mapped_column(String(200))
    declared_size: Mapped[int | None] = mapped_column(BigId)
    content_type: Mapped[ContentType | None] = mapped_column(EnumText(ContentType))
    size: Mapped[int | None] = mapped_column(BigId)
    sha256: Mapped[str | None] = mapped_column(String(64))
    same_as_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("documents.id"))
    state: Mapped[DocumentState] = mapped_column(EnumText(DocumentState))
    refusal: Mapped[str | None] = mapped_column(String(32))
    refusal_params: Mapped[dict[str, Any] | None]
    added_by: Mapped[int] = mapped_column(BigId, ForeignKey("users.id"))
    added_at: Mapped[datetime]

    __table_args__ = (
        UniqueConstraint("chat_id", "message_id"),  # one message is filed once, however often it arrives
        CheckConstraint(one_of("state", DocumentState), name="state"),
        CheckConstraint(one_of("media", MediaKind), name="media"),
        CheckConstraint("state != 'waiting' OR deal_id IS NULL", name="waits_for_a_deal"),
        CheckConstraint(
            "deal_id IS NOT NULL OR lead_id IS NOT NULL OR state IN ('waiting', 'refused')", name="filed_somewhere"
        ),
        CheckConstraint("deal_id IS NOT NULL OR lead_id IS NOT NULL OR packet_id IS NOT NULL", name="can_be_placed"),
        CheckConstraint("state != 'filed' OR (sha256 IS NOT NULL AND size IS NOT NULL)", name="filed_whole"),
        CheckConstraint("(state = 'refused') = (refusal IS NOT NULL)", name="refused_has_reason"),
        Index(None, "deal_id", "id"),  # the folder
        Index(None, "packet_id"),  # the packet's answer
        Index(None, "deal_id", "sha256"),  # duplicates are said
        # what is attached to a lead
        Index(
            "ix_documents_lead",
            "lead_id",
            "id",
            sqlite_where=text("lead_id IS NOT NULL"),
            postgresql_where=text("lead_id IS NOT NULL"),
        ),
        # what a person has attached in the last hour
        Index(
            "ix_documents_attached",
            "added_by",
            "added_at",
            sqlite_where=text("lead_id IS NOT NULL"),
            postgresql_where=text("lead_id IS NOT NULL"),
        ),
    )
