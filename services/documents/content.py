"""What the bytes of a document are: by content, never by name.

- A type of the folder's list, whole to its end, or a refusal; nothing is decoded, rendered or written to disk.
- One file is one thing: a picture or PDF with a zip archive behind it is refused.
- At most a second of pure CPU for 20 MB: call it in a thread.
"""

import io
import mimetypes
import zipfile
from collections.abc import Callable
from pathlib import Path

import puremagic

from models.content_type import ContentType
from services.documents.formats.images import check_gif, check_jpeg, check_png, check_webp
from services.documents.formats.media import boxes_type, check_heic, check_mp4, check_ogg
from services.documents.formats.office import office_type, refuse_ole
from services.documents.formats.pdf import HEADER, check_pdf
from services.documents.formats.plain import check_text, decode_text
from services.documents.refusal import ContentRefused, Refusal, RefusalCode

SIGNATURES = (
    (b"\xff\xd8\xff", ContentType.JPEG),
    (b"\x89PNG\r\n\x1a\n", ContentType.PNG),
    (b"GIF87a", ContentType.GIF),
    (b"GIF89a", ContentType.GIF),
    (b"OggS", ContentType.OGG),
)
CHECKS: dict[ContentType, Callable[[bytes], None]] = {
    ContentType.JPEG: check_jpeg,
    ContentType.PNG: check_png,
    ContentType.GIF: check_gif,
    ContentType.WEBP: check_webp,
    ContentType.HEIC: check_heic,
    ContentType.MP4: check_mp4,
    ContentType.OGG: check_ogg,
    ContentType.PDF: check_pdf,
}


def inspect_content(data: bytes | Path, *, limit: int) -> ContentType | Refusal:
    """`limit` in bytes. A path is read only when its size fits; OSError passes through."""
    try:
        return _inspect(_read(data, limit))
    except ContentRefused as refused:
        return refused.refusal


def _read(data: bytes | Path, limit: int) -> bytes:
    size = len(data) if isinstance(data, bytes) else data.stat().st_size
    if size > limit:
        raise ContentRefused(RefusalCode.TOO_LARGE, size=size, limit=limit)
    return data if isinstance(data, bytes) else data.read_bytes()


def _inspect(data: bytes) -> ContentType:
    if not data:
        raise ContentRefused(RefusalCode.EMPTY)
    if data.startswith(b"PK\x03\x04"):
        return office_type(data)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        refuse_ole(data)
    content_type = _binary_type(data)
    if content_type is None:
        return _text_type(data)
    CHECKS[content_type](data)
    if _ends_in_a_zip(data):
        raise ContentRefused(RefusalCode.WRONG_TYPE, seen="zip")
    return content_type


def _binary_type(data: bytes) -> ContentType | None:
    for signature, content_type in SIGNATURES:
        if data.startswith(signature):
            return content_type
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return ContentType.WEBP
    if data[4:8] == b"ftyp":
        return boxes_type(data)
    return ContentType.PDF if HEADER.match(data) else None


def _text_type(data: bytes) -> ContentType:
    text = decode_text(data)
    if text is None:
        raise ContentRefused(RefusalCode.WRONG_TYPE, seen=_looks_like(data))
    check_text(text)
    return ContentType.TXT


def _looks_like(data: bytes) -> str:
    """A hint for the person; of several extensions with one signature a common one."""
    try:
        extensions = [match.extension for match in puremagic.magic_string(data) if match.extension]
    except puremagic.PureError:
        return ""
    common = [extension for extension in extensions if extension in mimetypes.types_map]
    return next(iter(common or extensions), "").lstrip(".")


def _ends_in_a_zip(data: bytes) -> bool:
    return b"PK\x01\x02" in data and zipfile.is_zipfile(io.BytesIO(data))
