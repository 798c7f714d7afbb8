"""JPEG, PNG, GIF and WebP: sizes from the headers, and every part in its place to the end. Nothing is decoded."""

import zlib

from services.documents.formats.structure import MAX_PARTS, broken, check_pixels, unpack

JPEG_END = b"\xff\xd9"
JPEG_SCAN = 0xDA
JPEG_WITHOUT_LENGTH = {0x01, *range(0xD0, 0xD8)}
JPEG_FRAMES = set(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
MAX_JPEG_SEGMENTS = 10_000
MAX_JPEG_FILL = 64

GIF_EXTENSION, GIF_IMAGE, GIF_END = 0x21, 0x2C, 0x3B

WEBP_CANVAS, WEBP_LOSSY, WEBP_LOSSLESS, WEBP_FRAME = b"VP8X", b"VP8 ", b"VP8L", b"ANMF"


def check_jpeg(data: bytes) -> None:
    """Bytes after the end of image are allowed: phones append depth maps and short films."""
    at, framed = 2, False
    for _ in range(MAX_JPEG_SEGMENTS):
        marker, at = _jpeg_marker(data, at)
        if marker in JPEG_WITHOUT_LENGTH:
            continue
        (length,) = unpack(">H", data, at)
        if marker in JPEG_FRAMES:
            height, width = unpack(">HH", data, at + 3)
            check_pixels(width, height)
            framed = True
        at += max(length, 2)
        if marker == JPEG_SCAN:
            break
    else:
        raise broken()
    if not framed or data.find(JPEG_END, at) < 0:
        raise broken()


def _jpeg_marker(data: bytes, at: int) -> tuple[int, int]:
    """The marker and where its segment begins; fill bytes may stand before it."""
    (start,) = unpack("B", data, at)
    for after in range(at + 1, at + 1 + MAX_JPEG_FILL):
        (marker,) = unpack("B", data, after)
        if start == 0xFF != marker:
            return marker, after + 1
    raise broken()


def check_png(data: bytes) -> None:
    view, at, has_pixels = memoryview(data), 8, False
    for index in range(MAX_PARTS):
        length, kind = unpack(">I4s", data, at)
        body, end = at + 8, at + 8 + length
        if index == 0:
            _check_png_header(data, kind, body)
        (crc,) = unpack(">I", data, end)
        if zlib.crc32(view[at + 4 : end]) != crc:
            raise broken()
        has_pixels |= kind == b"IDAT"
        if kind == b"IEND":
            break
        at = end + 4
    else:
        raise broken()
    if not has_pixels:
        raise broken()


def _check_png_header(data: bytes, kind: bytes, body: int) -> None:
    if kind != b"IHDR":
        raise broken()
    width, height = unpack(">II", data, body)
    check_pixels(width, height)


def check_gif(data: bytes) -> None:
    """A last byte that old programs forgot to write is not missed."""
    width, height, flags = unpack("<HHB", data, 6)
    check_pixels(width, height)
    at, has_image = 13 + _gif_palette(flags), False
    for _ in range(MAX_PARTS):
        kind = data[at] if at < len(data) else GIF_END
        if kind == GIF_EXTENSION:
            at = _after_gif_blocks(data, at + 2)
        elif kind == GIF_IMAGE:
            width, height, flags = unpack("<HHB", data, at + 5)
            check_pixels(width, height)
            at = _after_gif_blocks(data, at + 11 + _gif_palette(flags))
            has_image = True
        else:
            break
    else:
        raise broken()
    if kind != GIF_END or not has_image:
        raise broken()


def _gif_palette(flags: int) -> int:
    return int(3 * 2 ** ((flags & 7) + 1)) if flags & 0x80 else 0


def _after_gif_blocks(data: bytes, at: int) -> int:
    try:
        while size := data[at]:
            at += size + 1
    except IndexError:
        raise broken() from None
    return at + 1


def check_webp(data: bytes) -> None:
    (size,) = unpack("<I", data, 4)
    at, end, has_image = 12, size + 8, False
    if end > len(data):
        raise broken()
    for _ in range(MAX_PARTS):
        kind, length = unpack("<4sI", data, at)
        if at == 12:
            check_pixels(*_webp_size(data, kind, at + 8))
        has_image |= kind in {WEBP_LOSSY, WEBP_LOSSLESS, WEBP_FRAME}
        at += 8 + length + length % 2
        if at >= end:
            break
    if at != end or not has_image:
        raise broken()


def _webp_size(data: bytes, kind: bytes, body: int) -> tuple[int, int]:
    if kind == WEBP_CANVAS:
        width, width_high, height, height_high = unpack("<4xHBHB", data, body)
        return 1 + width + (width_high << 16), 1 + height + (height_high << 16)
    if kind == WEBP_LOSSLESS:
        signature, bits = unpack("<BI", data, body)
        if signature == 0x2F:
            return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if kind == WEBP_LOSSY:
        start, width, height = unpack("<3x3sHH", data, body)
        if start == b"\x9d\x01\x2a":
            return width & 0x3FFF, height & 0x3FFF
    raise broken()
