"""Entities in code points while they are worked on, in UTF-16 units on the wire."""

from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any


@dataclass(slots=True)
class Entity:
    """`start` and `end` count code points."""

    type: str
    start: int
    end: int
    extra: dict[str, Any] = field(default_factory=dict)


def to_wire(text: str, entities: list[Entity]) -> list[dict[str, Any]]:
    if not entities:
        return []
    at = _utf16_positions(text)
    return [
        {"offset": at[item.start], "length": at[item.end] - at[item.start], "type": item.type, **item.extra}
        for item in entities
    ]


def from_wire(text: str, raw: list[dict[str, Any]]) -> list[Entity]:
    """Leaves out entities that lie outside the text."""
    at = _utf16_positions(text)
    entities = []
    for item in raw:
        start, end = int(item["offset"]), int(item["offset"]) + int(item["length"])
        extra = {key: value for key, value in item.items() if key not in ("type", "offset", "length")}
        entity = Entity(item["type"], bisect_left(at, start), bisect_left(at, end), extra)
        if 0 <= start < end <= at[-1]:
            entities.append(entity)
    return entities


def _utf16_positions(text: str) -> list[int] | range:
    if text.isascii() or max(text) <= "\uffff":
        return range(len(text) + 1)
    return [0, *accumulate(2 if letter > "\uffff" else 1 for letter in text)]
