"""The name a document is shown and sent back under."""

import re
import unicodedata

from models.content_type import ContentType

MAX_LENGTH = 120

HIDDEN_CATEGORIES = {"Cc", "Cf", "Cs", "Co", "Cn"}
KNOWN_EXTENSION = re.compile(
    rf"\.(?:{'|'.join(t.extension for t in ContentType)}|jpeg|jpe|heif|text|oga|opus|m4v)$", re.IGNORECASE
)


def safe_display_name(original: str | None, *, fallback: str, extension: str) -> str:
    """A file name of at most 120 characters that ends in `extension` (given without a dot).

    Path parts, control characters and direction marks are taken away, other signs stay as they were typed: the name
    is escaped where it is shown, and no file is ever kept under it. An extension of another allowed type is
    replaced, any other ending stays visible in front of the true one.
    """
    stem = KNOWN_EXTENSION.sub("", _one_line(_last_part(original or ""))).strip(". ") or fallback
    return f"{stem[: MAX_LENGTH - len(extension) - 1].rstrip('. ')}.{extension}"


def _last_part(path: str) -> str:
    return re.split(r"[/\\]", path.rstrip("/\\"))[-1]


def _one_line(text: str) -> str:
    shown = (char for char in text if char.isspace() or unicodedata.category(char) not in HIDDEN_CATEGORIES)
    return unicodedata.normalize("NFC", " ".join("".join(shown).split()))
