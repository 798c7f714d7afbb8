"""From text and entities back to HTML."""

from html import escape
from typing import Any

from sandbox.entities.model import Entity, from_wire

_NO_TAGS = ("", "")
_TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "tg-spoiler",
    "code": "code",
    "blockquote": "blockquote",
}


def to_html(text: str, entities: list[dict[str, Any]]) -> str:
    """Entities that Telegram finds by itself stay plain text. Crossing entities are split so that tags nest."""
    if not entities:
        return escape(text)
    marked = [entity for entity in from_wire(text, entities) if _tags(entity) != _NO_TAGS]
    edges = sorted({0, len(text), *(entity.start for entity in marked), *(entity.end for entity in marked)})
    out: list[str] = []
    open_now: list[Entity] = []
    for start, end in zip(edges, [*edges[1:], len(text)], strict=True):
        _close_ended(open_now, start, out)
        for entity in marked:
            if entity.start == start:
                open_now.append(entity)
                out.append(_tags(entity)[0])
        out.append(escape(text[start:end]))
    return "".join(out)


def _close_ended(open_now: list[Entity], at: int, out: list[str]) -> None:
    reopened = []
    while any(entity.end <= at for entity in open_now):
        entity = open_now.pop()
        out.append(_tags(entity)[1])
        if entity.end > at:
            reopened.append(entity)
    for entity in reversed(reopened):
        open_now.append(entity)
        out.append(_tags(entity)[0])


def _tags(entity: Entity) -> tuple[str, str]:
    """Returns the start and end tag, empty ones for an entity without markup."""
    if tag := _TAGS.get(entity.type):
        return f"<{tag}>", f"</{tag}>"
    extra = entity.extra
    match entity.type:
        case "text_link":
            return f'<a href="{escape(extra["url"])}">', "</a>"
        case "text_mention":
            return f'<a href="tg://user?id={extra["user"]["id"]}">', "</a>"
        case "custom_emoji":
            return f'<tg-emoji emoji-id="{escape(extra["custom_emoji_id"])}">', "</tg-emoji>"
        case "expandable_blockquote":
            return "<blockquote expandable>", "</blockquote>"
        case "pre":
            language = extra.get("language")
            if not language:
                return "<pre>", "</pre>"
            return f'<pre><code class="language-{escape(language)}">', "</code></pre>"
    return _NO_TAGS
