"""How documents are named in a line, for notices and screens alike."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from models.content_type import ContentType
from models.document import MediaKind
from models.document_kind import DocumentKind
from services.conversation.listed import listed
from services.conversation.values import Text, text
from services.documents.naming import made_up_number
from services.documents.refusal import RefusalCode

LONGEST_TITLE = 60

MEDIA_ICONS = {MediaKind.PHOTO: "🖼", MediaKind.VOICE: "🎤", MediaKind.AUDIO: "🎵", MediaKind.VIDEO: "🎬"}
TYPE_ICONS = {
    ContentType.JPEG: "🖼",
    ContentType.PNG: "🖼",
    ContentType.GIF: "🖼",
    ContentType.HEIC: "🖼",
    ContentType.WEBP: "🖼",
    ContentType.OGG: "🎵",
    ContentType.MP4: "🎬",
    ContentType.XLSX: "📊",
}


def icon_of(media: MediaKind, content_type: ContentType | None) -> str:
    by_type = TYPE_ICONS.get(content_type, "📄") if content_type else "📄"
    return MEDIA_ICONS.get(media, by_type)


def title_of(media: MediaKind, name: str, caption: str | None) -> str | Text:
    """The name that a person gave, else the caption, else what sort of message it was."""
    number = made_up_number(name)
    if number is None:
        return shorten(name, LONGEST_TITLE)
    words = " ".join((caption or "").split())
    return shorten(words, LONGEST_TITLE) if words else text(f"media-{media}", number=number)


def shorten(words: str, limit: int) -> str:
    return words if len(words) <= limit else f"{words[: limit - 1].rstrip()}…"


def kind_word(kind: DocumentKind) -> Text:
    return text(f"doc-kind-{kind.replace('_', '-')}")


def missing_line(missing: Sequence[DocumentKind]) -> Text | None:
    return text("scr-documents-missing", kinds=listed([kind_word(kind) for kind in missing])) if missing else None


def size_text(size: int) -> Text:
    """In kilobytes below a megabyte, and never 0 of anything."""
    if size < 2**20:
        return text("size-kb", count=str(max(1, round(size / 2**10))))
    return text("size-mb", count=(Decimal(size) / 2**20).quantize(Decimal("0.1")))


def refusal_text(code: str, params: Mapping[str, Any]) -> Text:
    """Why a file was not taken, as the end of a sentence."""
    match code:
        case RefusalCode.TOO_LARGE | "lead-too-large":
            return text(f"refusal-{code}", limit=size_text(params["limit"]))
        case RefusalCode.WRONG_TYPE:
            return text("refusal-wrong-type", seen=params.get("seen") or "unknown")
        case RefusalCode.TOO_MANY_PIXELS:
            return text("refusal-too-many-pixels", width=str(params["width"]), height=str(params["height"]))
    return text(f"refusal-{code}")
