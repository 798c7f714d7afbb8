"""What happens to documents. Each is its own aggregate, so that one slow fetch holds up no other.

A lead's attachment has a `lead_id`; a deal, too, once the lead has become one.
"""

from dataclasses import dataclass

from services.events.event import Event


@dataclass(frozen=True, kw_only=True)
class DocumentReceived(Event):
    """The deal's folder has a row; the bytes are still at Telegram."""

    name = "document.received"
    aggregate = "document"
    personal = frozenset({"file_name", "caption", "forwarded_from"})

    document_id: int
    deal_id: int | None = None
    lead_id: int | None = None
    packet_id: int | None
    media: str
    file_name: str
    caption: str | None
    forwarded_from: str | None


@dataclass(frozen=True, kw_only=True)
class DocumentFiled(Event):
    name = "document.filed"
    aggregate = "document"
    silent = True

    document_id: int
    deal_id: int | None = None
    lead_id: int | None = None
    content_type: str
    size: int
    sha256: str
    same_as_id: int | None


@dataclass(frozen=True, kw_only=True)
class DocumentRefused(Event):
    """`code` is a RefusalCode, or `gone`, `unreachable`, `too-many`, `lead-too-large`, `lead-wrong-type`."""

    name = "document.refused"
    aggregate = "document"

    document_id: int
    deal_id: int | None = None
    lead_id: int | None = None
    code: str


@dataclass(frozen=True, kw_only=True)
class DocumentSentBack(Event):
    """A read: the actor got the document into his chat."""

    name = "document.sent-back"
    aggregate = "document"
    silent = True

    document_id: int
    deal_id: int | None = None
    lead_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class DocumentRenamed(Event):
    name = "document.renamed"
    aggregate = "document"
    personal = frozenset({"from_name", "to_name"})
    silent = True

    document_id: int
    deal_id: int
    from_name: str
    to_name: str


@dataclass(frozen=True, kw_only=True)
class DocumentKindChanged(Event):
    """Both are DocumentKind values."""

    name = "document.kind.changed"
    aggregate = "document"
    silent = True

    document_id: int
    deal_id: int
    from_kind: str
    to_kind: str


@dataclass(frozen=True, kw_only=True)
class DocumentDeleted(Event):
    name = "document.deleted"
    aggregate = "document"
    silent = True

    document_id: int
    deal_id: int | None = None
    lead_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class DocumentRestored(Event):
    name = "document.restored"
    aggregate = "document"
    silent = True

    document_id: int
    deal_id: int | None = None
    lead_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class DocumentsCarriedOver(Event):
    """What does not expire of another deal's folder is in this one's, too."""

    name = "deal.documents.carried-over"
    aggregate = "deal"
    silent = True

    deal_id: int
    from_deal_id: int
    document_ids: list[int]
