"""Entities that Telegram finds by itself in plain text."""

import re

from sandbox.entities.model import Entity

_TOP_LEVEL = "com|org|net|info|io|me|app|dev|ru|su|ua|kz|by|uk|eu|de|fr|us|xyz|online|site|shop|pro|biz|example|рф|укр"
_URL = re.compile(
    rf"(?:https?|tg|ftp)://[^\s<>\"«»]+|(?<![\w@.\-])(?:[\w\-]+\.)+(?:{_TOP_LEVEL})(?![\w\-])(?::\d+)?(?:[/?#][^\s<>\"«»]*)?",
    re.IGNORECASE,
)
_PATTERNS = (
    ("@", "email", re.compile(r"(?<![\w.+\-])[\w.+\-]+@(?:[A-Za-z0-9\-]+\.)+[A-Za-z]{2,24}(?![\w\-])")),
    (".", "url", _URL),
    ("@", "mention", re.compile(r"(?<![\w@/])@[A-Za-z0-9_]{3,32}(?!\w)")),
    ("/", "bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>])")),
    ("#", "hashtag", re.compile(r"(?<!\w)#(?=\w*[^\W\d])\w{1,256}")),
    ("$", "cashtag", re.compile(r"(?<![\w$])\$[A-Z]{1,8}(?!\w)")),
    ("+", "phone_number", re.compile(r"(?<![\w+])\+\d[\d\s()\-]{8,18}\d(?!\w)")),
)
_TRAILING = ".,!?:;)'\"…»]"


def find_entities(text: str) -> list[Entity]:
    """Returns entities that do not overlap, sorted by place."""
    found: list[Entity] = []
    for hint, kind, pattern in _PATTERNS:
        if hint not in text and not (kind == "url" and "://" in text):
            continue
        for match in pattern.finditer(text):
            entity = Entity(kind, match.start(), _end(kind, match))
            if not any(overlaps(entity, other) for other in found):
                found.append(entity)
    return sorted(found, key=lambda entity: entity.start)


def overlaps(one: Entity, other: Entity) -> bool:
    return one.start < other.end and other.start < one.end


def _end(kind: str, match: re.Match[str]) -> int:
    if kind != "url":
        return match.end()
    return match.start() + len(match.group().rstrip(_TRAILING))
