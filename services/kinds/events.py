"""What happens to the reference book of kinds."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from services.events.event import Event


@dataclass(frozen=True, kw_only=True)
class KindChanged(Event):
    """`changed` holds [before, after] by column."""

    name = "reference.kind.changed"
    aggregate = "kind"

    kind_id: int
    changed: dict[str, list[Any]]


class Reworded(StrEnum):
    """What is found by its kind's name."""

    DEALS = "deals"
    POLICIES = "policies"


@dataclass(frozen=True, kw_only=True)
class KindRewording(Event):
    """The rows with an id after this one are still to be found by the kind's new name."""

    name = "reference.kind.rewording"
    aggregate = "kind"

    kind_id: int
    what: Reworded
    after_id: int
