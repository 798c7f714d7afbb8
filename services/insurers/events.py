"""What happens to the reference book of insurers."""

from dataclasses import dataclass
from typing import Any

from services.events.event import Event


@dataclass(frozen=True, kw_only=True)
class InsurerAdded(Event):
    name = "reference.insurer.added"
    aggregate = "insurer"
    silent = True

    insurer_id: int
    region: str
    code: str
    title: str
    aliases: list[str]


@dataclass(frozen=True, kw_only=True)
class InsurerChanged(Event):
    """`changed` holds [before, after] by column."""

    name = "reference.insurer.changed"
    aggregate = "insurer"
    silent = True

    insurer_id: int
    changed: dict[str, list[Any]]
