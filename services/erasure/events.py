"""What happens to a person's file."""

from dataclasses import dataclass

from services.events.event import Event


@dataclass(frozen=True, kw_only=True)
class ClientErased(Event):
    """`born` and `leads` tell him and his leads from others that may get their ids after a restore.

    Times are ISO; `reason` is why he was erased though something was in force; `contents` are the SHA-256 of documents
    that nobody else has.
    """

    name = "client.erased"
    aggregate = "client"

    client_id: int
    born: str
    leads: list[tuple[int, str]]
    contents: list[str]
    reason: str | None


@dataclass(frozen=True, kw_only=True)
class ClientFileRequested(Event):
    name = "client.file.requested"
    aggregate = "client"

    client_id: int


@dataclass(frozen=True, kw_only=True)
class ClientFileExported(Event):
    """`user_id` was sent everything that is stored of him; the storage keeps the file under `key` until then.

    Without them it was written in the terminal.
    """

    name = "client.file.exported"
    aggregate = "client"

    client_id: int
    user_id: int | None
    key: str | None
