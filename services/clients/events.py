"""What happens to clients."""

from dataclasses import dataclass
from typing import Any

from services.events.event import Event


@dataclass(frozen=True, kw_only=True)
class ClientCreated(Event):
    name = "client.created"
    aggregate = "client"
    personal = frozenset({"client_name", "contacts", "birth_date", "tax_number", "notes"})
    silent = True

    client_id: int
    kind: str
    client_name: str
    contacts: list[str]
    birth_date: str | None
    tax_number: str | None
    notes: str | None


@dataclass(frozen=True, kw_only=True)
class ClientChanged(Event):
    """`fields` are column names, `phone` and `email`; `before` and `after` hold their values by name."""

    name = "client.changed"
    aggregate = "client"
    personal = frozenset({"before", "after"})
    silent = True

    client_id: int
    fields: list[str]
    before: dict[str, Any]
    after: dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class ClientDeleted(Event):
    name = "client.deleted"
    aggregate = "client"
    silent = True

    client_id: int


@dataclass(frozen=True, kw_only=True)
class ClientRestored(Event):
    name = "client.restored"
    aggregate = "client"
    silent = True

    client_id: int


@dataclass(frozen=True, kw_only=True)
class ClientPersonalDataRevealed(Event):
    """`fields` were shown in full to the actor; their values are not recorded."""

    name = "client.personal-data.revealed"
    aggregate = "client"
    silent = True

    client_id: int
    fields: list[str]
