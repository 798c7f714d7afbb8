"""PDF: a trailer that points into the file, pages, and no active content. Nothing is rendered.

The scan for active content reads names (escapes such as /J#61vaScript included) in the whole file and in every
Flate-compressed object stream. It can't see into encrypted object streams, and it does not follow references: a
name that a viewer would reach only by repairing the file may be missed, and a name that no viewer would reach is
refused all the same. Embedded files count as active, whatever they are.
"""

import re
import zlib
from collections.abc import Iterator

from services.documents.formats.structure import broken
from services.documents.refusal import ContentRefused, RefusalCode

HEADER = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,64}%PDF-[12]\.\d")
END = re.compile(rb"startxref\s+(\d{1,10})\s+%%EOF")
END_WITHIN = 2048

MAX_STREAMS = 100_000
MAX_INFLATED = 64 * 1024 * 1024
CHUNK = 64 * 1024
DICTIONARY_WITHIN = 1024


def _name(name: str) -> bytes:
    """A pattern for a PDF name, each character as itself or as its #-escape."""
    characters = (f"(?:{char}|#(?i:{ord(char):02x}))" for char in name)
    return f"/{''.join(characters)}(?![A-Za-z0-9#])".encode()


ACTIVE = re.compile(
    b"|".join(map(_name, ("JavaScript", "Launch", "EmbeddedFile", "RichMedia", "Rendition")))
    + rb"|/EF\s*(?:<<|\d+\s+\d+\s+R)"
)
ENCRYPTED = re.compile(_name("Encrypt") + rb"\s*(?:<<|\d+\s+\d+\s+R)")
PAGE = re.compile(_name("Type") + rb"\s*" + _name("Page"))
CROSS_REFERENCES = re.compile(rb"(?<!start)xref\s|" + _name("XRef"))
STREAM = re.compile(rb"(?<!end)stream\r?\n")
OBJECT_STREAM = re.compile(_name("ObjStm") + rb"|" + _name("First") + rb"\s*\d+(?!\s+\d+\s+R)")
FILTER = re.compile(_name("Filter"))
FLATE = re.compile(
    _name("Filter") + rb"\s*\[?\s*(?:" + _name("FlateDecode") + rb"|" + _name("Fl") + rb")\s*\]?\s*(?:/|>>|$)"
)


def check_pdf(data: bytes) -> None:
    _check_trailer(data)
    encrypted = bool(ENCRYPTED.search(data))
    has_pages = _scan(data) or encrypted
    for objects in () if encrypted else _object_streams(data):
        has_pages |= _scan(objects)
    if not has_pages:
        raise broken()


def _scan(objects: bytes) -> bool:
    """Whether pages are there; active content is refused."""
    if ACTIVE.search(objects):
        raise ContentRefused(RefusalCode.ACTIVE_CONTENT)
    return bool(PAGE.search(objects))


def _check_trailer(data: bytes) -> None:
    """Offsets that are a little wrong are let pass, as every viewer repairs them; ones beyond the end are not."""
    ends = END.findall(data[-END_WITHIN:])
    if not HEADER.match(data) or not ends or int(ends[-1]) >= len(data) or not CROSS_REFERENCES.search(data):
        raise broken()


def _object_streams(data: bytes) -> Iterator[bytes]:
    left = MAX_INFLATED
    for number, stream in enumerate(STREAM.finditer(data)):
        if number == MAX_STREAMS:
            raise ContentRefused(RefusalCode.BOMB)
        dictionary = data[max(0, stream.start() - DICTIONARY_WITHIN) : stream.start()].rpartition(b" obj")[2]
        if not OBJECT_STREAM.search(dictionary):
            continue
        objects = _inflated(data, stream.end(), dictionary, left)
        left -= len(objects)
        yield objects


def _inflated(data: bytes, start: int, dictionary: bytes, left: int) -> bytes:
    """Needs no /Length and no end mark, which a hostile file may set wrong."""
    if not FILTER.search(dictionary):
        return data[start : max(start, data.find(b"endstream", start))]
    if not FLATE.search(dictionary):
        raise broken()
    inflater, parts = zlib.decompressobj(), []
    view = memoryview(data)
    try:
        while not inflater.eof and start < len(data):
            parts.append(inflater.decompress(view[start : start + CHUNK], left + 1))
            left -= len(parts[-1])
            if left < 0:
                raise ContentRefused(RefusalCode.BOMB)
            start += CHUNK
    except zlib.error:
        if not any(parts):
            raise broken() from None
    return b"".join(parts)
