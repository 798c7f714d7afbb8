"""Plain text in UTF-8, UTF-16 with a mark, or Windows-1251."""

import codecs
import re

from services.documents.refusal import ContentRefused, RefusalCode

CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
MARKUP = re.compile(
    r"(?:(?P<rtf>\{\\rtf)|(?P<html><(?:!doctype html|html|head|body|script|iframe))|(?P<svg><svg)"
    r"|(?P<xml><\?xml)|(?P<php><\?php)|(?P<ps>%!ps)|(?P<sh>\#!))",
    re.IGNORECASE,
)
WINDOWS_1251_TEXT = bytes(
    byte
    for byte in range(256)
    if byte in b"\t\n\x0b\x0c\r"
    or 0x20 <= byte < 0x7F
    or byte >= 0xC0
    or byte in bytes("ЁёЄєІіЇїҐґ№«»–—„“”’…\u00a0", "cp1251")
)
MAX_STRANGE_SHARE = 0.02


def decode_text(data: bytes) -> str | None:
    """None when the bytes are no text in any of the encodings."""
    data = data.removesuffix(b"\x1a")
    encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8"
    try:
        text: str | None = data.decode(encoding)
    except UnicodeDecodeError:
        text = _decode_windows_1251(data)
    return None if text is None or CONTROLS.search(text) else text.removeprefix("\ufeff")


def check_text(text: str) -> None:
    """Refuses markup and scripts; blank text counts as empty."""
    if not text.strip("\u200b\u00a0 \t\r\n\x0b\x0c"):
        raise ContentRefused(RefusalCode.EMPTY)
    if markup := MARKUP.match(text.lstrip()):
        raise ContentRefused(RefusalCode.WRONG_TYPE, seen=markup.lastgroup or "")


def _decode_windows_1251(data: bytes) -> str | None:
    """Nearly any bytes decode in this encoding, so they must also be what Russian and Ukrainian texts hold."""
    strange = len(data.translate(None, WINDOWS_1251_TEXT))
    if strange > len(data) * MAX_STRANGE_SHARE:
        return None
    return data.decode("cp1251", errors="replace")
