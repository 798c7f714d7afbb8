"""What all binary formats share: reading that can't run past the end, and limits."""

import struct
from typing import Any

from services.documents.refusal import ContentRefused, RefusalCode

MAX_PARTS = 100_000
MAX_PIXELS = 250_000_000


def broken() -> ContentRefused:
    return ContentRefused(RefusalCode.BROKEN)


def unpack(layout: str, data: bytes, at: int) -> tuple[Any, ...]:
    """`struct.unpack_from`; fields beyond the end make the file broken."""
    try:
        return struct.unpack_from(layout, data, at)
    except struct.error:
        raise broken() from None


def check_pixels(width: int, height: int) -> None:
    """Refuses an area that no camera or scanner makes; a zero side makes the file broken."""
    if not width or not height:
        raise broken()
    if width * height > MAX_PIXELS:
        raise ContentRefused(RefusalCode.TOO_MANY_PIXELS, width=width, height=height)
