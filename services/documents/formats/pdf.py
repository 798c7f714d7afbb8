"""PDF: objects or a trailer, an end, the pages it promises, and no active content. Nothing is rendered.

References may be missing or wrong, as every viewer repairs them; a file without its end is a truncated one.

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
END = b"%%EOF"
END_WITHIN = 2048
LINEARIZED = re.compile(rb"/Linearized[^>]{0,200}?/L\s+(\d{1,10})")
LINEARIZED_WITHIN = 1024

MAX_STREAMS = 100_000
MAX_ESCAPED_NAMES = 10_000
MAX_INFLATED = 32 * 1024 * 1024
CHUNK = 64 * 1024
DICTIONARY_WITHIN = 1024

ACTIVE_NAMES = (b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/RichMedia", b"/Rendition", b"/EF")
ACTIVE = re.compile(
    rb"/(?:JavaScript|Launch|EmbeddedFile|RichMedia|Rendition)(?![A-Za-z0-9])"
    rb"|/EF\s{0,16}(?:<<|\d{1,10}\s{1,16}\d{1,5}\s{1,16}R)"
)
ENCRYPTED = re.compile(rb"/Encrypt\s{0,16}(?:<<|\d{1,10}\s{1,16}\d{1,5}\s{1,16}R)")
OBJECT = re.compile(rb"(?<!\d)\d{1,10}+\s{1,16}+\d{1,5}+\s{1,16}+obj(?![A-Za-z0-9])")
SIGNS = {
    "page": re.compile(rb"/Type\s*/Page(?![A-Za-z0-9])"),
    "tree": re.compile(rb"/Kids\s*\[\s*\d"),
}
STREAM = re.compile(rb"stream\r?\n")
OBJECT_STREAM = re.compile(rb"/ObjStm|/First\s{0,16}\d{1,10}(?!\d|\s{1,16}\d{1,5}\s{1,16}R)")
FLATE = re.compile(rb"/Filter\s*\[?\s*/(?:FlateDecode|Fl)\s*\]?\s*(?:/|>>|$)")
LETTER_ESCAPE = re.compile(rb"#[4-7][0-9A-Fa-f]")
ESCAPED_NAME = re.compile(rb"/[A-Za-z]{0,16}#[4-7][0-9A-Fa-f][A-Za-z0-9#]{0,60}")
ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")


def check_pdf(data: bytes) -> None:
    _check_frame(data)
    encrypted = bool(ENCRYPTED.search(data))
    found = _scan(data)
    for objects in () if encrypted else _object_streams(data):
        found |= _scan(objects)
    if found == {"tree"} and not encrypted:
        raise broken()


def _scan(objects: bytes) -> set[str]:
    """Whether a tree that names pages, and pages, are there; active content is refused."""
    if any(name in objects for name in ACTIVE_NAMES) and ACTIVE.search(objects):
        raise ContentRefused(RefusalCode.ACTIVE_CONTENT)
    if LETTER_ESCAPE.search(objects):
        _scan_escaped(objects)
    return {name for name, sign in SIGNS.items() if sign.search(objects)}


def _scan_escaped(objects: bytes) -> None:
    """No honest program escapes letters by the thousand."""
    for number, name in enumerate(ESCAPED_NAME.finditer(objects)):
        if number == MAX_ESCAPED_NAMES or _unescaped(name[0]).startswith(ACTIVE_NAMES):
            raise ContentRefused(RefusalCode.ACTIVE_CONTENT)


def _unescaped(names: bytes) -> bytes:
    return ESCAPE.sub(lambda code: bytes.fromhex(code[1].decode()), names)


def _check_frame(data: bytes) -> None:
    linearized = LINEARIZED.search(data[:LINEARIZED_WITHIN])
    if END not in data[-END_WITHIN:] or (linearized and int(linearized[1]) > len(data)):
        raise broken()
    if b"trailer" not in data and not _has_object(data):
        raise broken()


def _has_object(data: bytes) -> bool:
    begin = OBJECT.search(data)
    return begin is not None and data.find(b"endobj", begin.end()) > 0


def _object_streams(data: bytes) -> Iterator[bytes]:
    """The inflated ones: the others stand in the file as they are, or nobody can read them."""
    left = MAX_INFLATED
    for number, stream in enumerate(STREAM.finditer(data)):
        if number == MAX_STREAMS:
            raise ContentRefused(RefusalCode.BOMB)
        before = data[max(0, stream.start() - DICTIONARY_WITHIN) : stream.start()]
        dictionary = _unescaped(before.rpartition(b" obj")[2])
        if dictionary.endswith(b"end") or not OBJECT_STREAM.search(dictionary) or b"/Filter" not in dictionary:
            continue
        if not FLATE.search(dictionary):
            raise broken()
        objects = _inflated(data, stream.end(), left)
        left -= len(objects)
        yield objects


def _inflated(data: bytes, start: int, left: int) -> bytes:
    """Needs no /Length and no end mark, which a hostile file may set wrong."""
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
