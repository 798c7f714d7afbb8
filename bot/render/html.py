"""Telegram's HTML: what a person typed never becomes markup, and nothing is cut through a tag or an entity."""

import re
from html import escape, unescape

_TOKEN = re.compile(r"<(?P<close>/?)(?P<tag>[a-z-]+)[^>]*>|&(?:#x?[0-9a-fA-F]+|[a-z]+);|[^<&]+|.", re.DOTALL)
_UNSEEN = dict.fromkeys([*range(32), 127, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_UNSEEN[ord("\n")] = _UNSEEN[ord("\t")] = " "


def clean(typed: str) -> str:
    """Without control characters and direction overrides, which would disorder everything around them."""
    return typed.encode("utf-8", "ignore").decode().translate(_UNSEEN)


def escaped(typed: str) -> str:
    return escape(clean(typed), quote=True)


def visible_length(html: str) -> int:
    """Code points that a reader sees, which is what Telegram counts."""
    return sum(len(unescape(m.group())) for m in _TOKEN.finditer(html) if m["tag"] is None)


def cut(html: str, limit: int) -> str:
    """At most `limit` visible code points; open tags are closed, the last character is then an ellipsis."""
    if visible_length(html) <= limit:
        return html
    kept: list[str] = []
    open_tags: list[str] = []
    room = limit - 1
    for match in _TOKEN.finditer(html):
        if match["tag"] is not None:
            kept.append(match.group())
            if match["close"]:
                open_tags.pop()
            else:
                open_tags.append(match["tag"])
            continue
        length = len(unescape(match.group()))
        if length > room:
            kept.append(match.group()[:room] if not match.group().startswith("&") else "")
            break
        kept.append(match.group())
        room -= length
    return "".join(kept) + "…" + "".join(f"</{tag}>" for tag in reversed(open_tags))
