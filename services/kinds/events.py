"""What happens to the reference book of kinds."""

from dataclasses import dataclass
from typing import Any

from services.events.event import Event


@dataclass(frozen=True, kw_only=True)
class KindChanged(Event):
    """`changed` holds [before, after] by column."""

    name = "reference.kind.changed"
    aggregate = "kind"
    silent = True

    kind_id: int
    changed: dict[str, list[Any]]
