"""MP4 and HEIC (boxes of ISO 14496-12) and Ogg: the right codec or brand, and every part whole to the end."""

from collections.abc import Iterator
from typing import NamedTuple

from models.content_type import ContentType
from services.documents.formats.structure import MAX_PARTS, broken, check_pixels, unpack
from services.documents.refusal import ContentRefused, RefusalCode

HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"}
MP4_BRANDS = {b"isom", *(b"iso%d" % n for n in range(2, 10)), b"mp41", b"mp42", b"avc1", b"M4V ", b"dash", b"MSNV"}
OTHER_BRANDS = {b"qt  ", b"avif", b"avis"}

OGG_FIRST_PAGE = 0x02
OGG_CODECS = (b"OpusHead", b"\x01vorbis", b"Speex   ", b"\x7fFLAC")


class Box(NamedTuple):
    kind: bytes
    start: int
    end: int


def boxes_type(data: bytes) -> ContentType | None:
    """By the brands of the first box; None for QuickTime, AVIF and everything else that shares the container."""
    size, major = unpack(">I4x4s", data, 0)
    listed = data[16 : min(size, 1024)]
    brands = {major, *(listed[at : at + 4] for at in range(0, len(listed), 4))}
    if brands & HEIC_BRANDS:
        return ContentType.HEIC
    if major not in OTHER_BRANDS and brands & MP4_BRANDS:
        return ContentType.MP4
    return None


def check_mp4(data: bytes) -> None:
    kinds = {box.kind for box in _boxes(data, 0, len(data))}
    if b"moov" not in kinds or not kinds & {b"mdat", b"moof"}:
        raise broken()


def check_heic(data: bytes) -> None:
    top = {box.kind: box for box in _boxes(data, 0, len(data))}
    if b"meta" not in top:
        raise broken()
    meta = _inside(data, top[b"meta"], header=4)
    if b"mdat" not in top and b"idat" not in meta:
        raise broken()
    sizes = list(_image_sizes(data, meta))
    if not sizes and b"moov" not in top:
        raise broken()
    for width, height in sizes:
        check_pixels(width, height)


def _image_sizes(data: bytes, meta: dict[bytes, Box]) -> Iterator[tuple[int, int]]:
    if b"iprp" not in meta:
        return
    properties = _inside(data, meta[b"iprp"])
    if b"ipco" not in properties:
        return
    container = properties[b"ipco"]
    for box in _boxes(data, container.start, container.end):
        if box.kind == b"ispe":
            width, height = unpack(">4xII", data, box.start)
            yield width, height


def _inside(data: bytes, box: Box, *, header: int = 0) -> dict[bytes, Box]:
    return {inner.kind: inner for inner in _boxes(data, box.start + header, box.end)}


def _boxes(data: bytes, start: int, end: int) -> Iterator[Box]:
    at = start
    for _ in range(MAX_PARTS):
        if at == end:
            return
        size, kind = unpack(">I4s", data, at)
        body = at + 8
        if size == 1:
            (size,) = unpack(">Q", data, body)
            body += 8
        stop = at + size if size else end
        if not body <= stop <= end:
            raise broken()
        yield Box(kind, body, stop)
        at = stop
    raise broken()


def check_ogg(data: bytes) -> None:
    """Audio only. A recording cut between two pages still plays and passes."""
    at = 0
    for number in range(MAX_PARTS):
        mark, flags, segments = unpack("<4sxB20xB", data, at)
        body = at + 27 + segments
        if mark != b"OggS" or body > len(data):
            raise broken()
        if number == 0:
            _check_ogg_codec(data, flags, body)
        at = body + sum(data[at + 27 : body])
        if at >= len(data):
            break
    if at != len(data) or number == 0:
        raise broken()


def _check_ogg_codec(data: bytes, flags: int, body: int) -> None:
    if not flags & OGG_FIRST_PAGE:
        raise broken()
    if not data.startswith(OGG_CODECS, body):
        raise ContentRefused(RefusalCode.WRONG_TYPE, seen="ogv")
