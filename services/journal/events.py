"""What happens in the journal."""

from dataclasses import dataclass, field

from services.events.event import Event


@dataclass(frozen=True, kw_only=True)
class JournalWritten(Event):
    """A person's words, or his voice by `document_id`. Those of a packet are told with the packet.

    `asked_id`: whose answer they wait for; `answered_ids`: whose questions they answer, who are told that instead.
    """

    name = "deal.journal.written"
    aggregate = "deal"
    personal = frozenset({"text", "forwarded_from"})

    deal_id: int
    entry_id: int
    packet_id: int | None
    document_id: int | None
    text: str | None
    forwarded_from: str | None
    asked_id: int | None = None
    answered_ids: list[int] = field(default_factory=list)
