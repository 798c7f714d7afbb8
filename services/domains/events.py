"""What happens to the reference book of business domains."""

from dataclasses import dataclass
from typing import Any

from services.events.event import Event


@dataclass(frozen=True, kw_only=True)
class DomainAdded(Event):
    """`names` by language."""

    name = "reference.domain.added"
    aggregate = "domain"
    silent = True

    domain_id: int
    code: str
    names: dict[str, str]


@dataclass(frozen=True, kw_only=True)
class DomainChanged(Event):
    """`changed` holds [before, after] by column."""

    name = "reference.domain.changed"
    aggregate = "domain"
    silent = True

    domain_id: int
    changed: dict[str, list[Any]]
