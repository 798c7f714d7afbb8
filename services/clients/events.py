"""What happens to clients."""

from dataclasses import dataclass

from services.events.event import Event


@dataclass(frozen=True, kw_only=True)
class ClientCreated(Event):
    name = "client.created"
    aggregate = "client"
    personal = frozenset({"client_name", "contacts", "tax_number"})
    silent = True

    client_id: int
    kind: str
    client_name: str
    contacts: list[str]
    tax_number: str | None
