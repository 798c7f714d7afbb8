"""From what a bot or a person sends to the text and entities that Telegram keeps.

- Control characters become spaces, direction overrides and carriage returns go, white space at both ends is trimmed.
- `code` and `pre` share no text with other styles; touching runs of one style are one entity.
- Links, mentions, commands and so on are found in the text unless they stand in code or in a link.
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from sandbox.entities.auto import find_entities, overlaps
from sandbox.entities.html import parse_html
from sandbox.entities.markdown import parse_markdown, parse_markdown_v2
from sandbox.entities.model import Entity, from_wire, to_wire
from sandbox.errors import bad_request

_PARSERS = {"html": parse_html, "markdownv2": parse_markdown_v2, "markdown": parse_markdown}
_DROPPED = re.compile(r"[\r\u2028-\u202e]")
_CONTROL = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f]")
_SPLITTABLE = ("bold", "italic", "underline", "strikethrough", "spoiler")
_QUOTES = ("blockquote", "expandable_blockquote")
_ORDER = {kind: rank for rank, kind in enumerate((*_QUOTES, "text_link", "text_mention", "pre", "code", *_SPLITTABLE))}


@dataclass(frozen=True, slots=True)
class Formatted:
    """`entities` are in the Bot API's form."""

    text: str
    entities: list[dict[str, Any]]


def format_text(source: str, *, parse_mode: str, entities: list[dict[str, Any]] | None) -> Formatted:
    """A parse mode wins over entities. Raises ApiError 400 for what can't be parsed."""
    mode = parse_mode.lower()
    if mode and mode != "none":
        if mode not in _PARSERS:
            raise bad_request("unsupported parse_mode")
        text, parsed = _PARSERS[mode](source)
    else:
        text, parsed = source, from_wire(source, entities or [])
    return _finish(text, parsed)


def format_typed(source: str) -> Formatted:
    """What a person types: no markup, only entities found in it."""
    return _finish(source, [])


def _finish(source: str, parsed: list[Entity]) -> Formatted:
    text, entities = _trim(*_clean(source, parsed))
    styled = _normalise(entities)
    fixed = [entity for entity in styled if entity.type not in _SPLITTABLE and entity.type not in _QUOTES]
    found = [entity for entity in find_entities(text) if not any(overlaps(entity, other) for other in fixed)]
    return Formatted(text, to_wire(text, _sorted(styled + found)))


def _clean(source: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    if _DROPPED.search(source):
        for entity in entities:
            entity.start -= len(_DROPPED.findall(source, 0, entity.start))
            entity.end -= len(_DROPPED.findall(source, 0, entity.end))
        source = _DROPPED.sub("", source)
    return _CONTROL.sub(" ", source), entities


def _trim(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """White space before the first entity and at the end goes."""
    text = text.rstrip(" \n")
    first = min((entity.start for entity in entities), default=len(text))
    cut = min(len(text) - len(text.lstrip(" \n")), first)
    for entity in entities:
        entity.start, entity.end = entity.start - cut, min(entity.end, len(text)) - cut
    return text[cut:], [entity for entity in entities if entity.start < entity.end]


def _normalise(entities: list[Entity]) -> list[Entity]:
    """Joins runs of one style, keeps styles out of code, and of two crossing solid entities the first."""
    solid: list[Entity] = []
    for entity in _sorted([item for item in entities if item.type not in _SPLITTABLE and item.type not in _QUOTES]):
        if not any(overlaps(entity, other) for other in solid):
            solid.append(entity)
    quotes = [item for item in entities if item.type in _QUOTES]
    code = [item for item in solid if item.type in ("code", "pre")]
    styles = [part for kind in _SPLITTABLE for part in _style_runs(kind, entities, code)]
    return quotes + solid + styles


def _style_runs(kind: str, entities: list[Entity], code: list[Entity]) -> list[Entity]:
    runs: list[Entity] = []
    for entity in sorted((item for item in entities if item.type == kind), key=lambda item: item.start):
        if runs and entity.start <= runs[-1].end:
            runs[-1].end = max(runs[-1].end, entity.end)
        else:
            runs.append(Entity(kind, entity.start, entity.end))
    return [part for run in runs for part in _outside(run, code)]


def _outside(run: Entity, code: list[Entity]) -> list[Entity]:
    edges = [run.start]
    for block in sorted((item for item in code if overlaps(run, item)), key=lambda item: item.start):
        edges += [max(block.start, run.start), min(block.end, run.end)]
    edges.append(run.end)
    spans = list(pairwise(edges))[::2]
    return [Entity(run.type, start, end) for start, end in spans if start < end]


def _sorted(entities: list[Entity]) -> list[Entity]:
    return sorted(entities, key=lambda item: (item.start, -item.end, _ORDER.get(item.type, len(_ORDER))))
