"""Which links Telegram accepts, and in what form it keeps them."""

import re
from typing import Any
from urllib.parse import urlsplit

from sandbox.entities.model import Entity

_USER_LINK = re.compile(r"tg:(?://)?user\?id=(\d+)", re.IGNORECASE)
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.\-]*):")
_HOST = re.compile(r"(?:[\w\-]+\.)+[\w\-]{2,}|\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-fA-F:]+\]")
_LOCAL = re.compile(r"http://127\.0\.0\.1(?::\d+)?(?:[/?#]|$)")
WRONG_URL = "Wrong HTTP URL"


def check_link(url: str) -> str:
    """Returns the link in full form. Raises ValueError with Telegram's reason."""
    cleaned = url.strip()
    scheme = _SCHEME.match(cleaned)
    name = scheme[1].lower() if scheme else ""
    if name in ("tg", "ton", "tonsite"):
        return cleaned
    if scheme and name not in ("http", "https") and not cleaned[scheme.end() :][:1].isdigit():
        raise ValueError("Unsupported URL protocol")
    return _check_http(cleaned if name in ("http", "https") else f"http://{cleaned}")


def check_https(url: str) -> str:
    """Takes plain HTTP from this machine only, for a Mini App under work. Raises ValueError with Telegram's reason."""
    scheme = _SCHEME.match(url)
    if _LOCAL.match(url):
        return check_link(url)
    if not scheme or scheme[1].lower() != "https":
        raise ValueError("Only HTTPS links are allowed")
    return check_link(url)


def link_entity(start: int, end: int, url: str) -> list[Entity]:
    """Returns a link or a mention of a user; nothing for a link that Telegram drops without a word."""
    if user := _USER_LINK.fullmatch(url):
        person: dict[str, Any] = {"id": int(user[1])}
        return [Entity("text_mention", start, end, {"user": person})]
    try:
        return [Entity("text_link", start, end, {"url": check_link(url)})]
    except ValueError:
        return []


def _check_http(url: str) -> str:
    try:
        parts = urlsplit(url)
        host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname or ""
        _ = parts.port
    except ValueError:
        raise ValueError(WRONG_URL) from None
    if not _HOST.fullmatch(host):
        raise ValueError(WRONG_URL)
    if parts.path or parts.query or parts.fragment:
        return url if parts.path else url.replace(parts.netloc, f"{parts.netloc}/", 1)
    return f"{url.rstrip('?#')}/"
