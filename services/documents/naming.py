"""A document's name from what Telegram tells of the message, and once its content is known."""

import re
from datetime import date

from models.content_type import ContentType
from models.document import MediaKind
from services.documents.names import safe_display_name

UNKNOWN = "bin"
OURS = re.compile(r"\d{4}-\d\d-\d\d-(\d+)\.\w+")
LONGEST_EXTENSION = 8

_BY_MIME = {content_type.mime: content_type.extension for content_type in ContentType}
_BY_MEDIA = {MediaKind.PHOTO: "jpg", MediaKind.VOICE: "ogg", MediaKind.VIDEO: "mp4"}


def received_name(
    original: str | None, *, media: MediaKind, mime: str | None, message_id: int, received_on: date
) -> str:
    """With the ending it came with; a file without a name is called by its day and message."""
    stem, extension = _split(original or "")
    ending = extension or _BY_MIME.get(mime or "") or _BY_MEDIA.get(media, UNKNOWN)
    return safe_display_name(stem, fallback=f"{received_on}-{message_id}", extension=ending)


def filed_name(received: str, content_type: ContentType) -> str:
    """With the ending that the content has; another one stays visible before it."""
    stem = received.removesuffix(f".{UNKNOWN}")
    return safe_display_name(stem, fallback=content_type.value, extension=content_type.extension)


def made_up_number(name: str) -> str | None:
    """The message's number in a name that `received_name` had to make up; None when a person gave the name."""
    found = OURS.fullmatch(name)
    return found[1] if found else None


def _split(name: str) -> tuple[str, str]:
    stem, dot, extension = name.rpartition(".")
    if dot and stem and extension.isascii() and extension.isalnum() and len(extension) <= LONGEST_EXTENSION:
        return stem, extension
    return name, ""
