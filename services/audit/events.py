"""What happens in the audit itself."""

from dataclasses import dataclass

from services.events.event import Event


@dataclass(frozen=True, kw_only=True)
class PersonalRevealed(Event):
    """The personal values of the event were shown to the actor; they are not recorded again."""

    name = "system.personal.revealed"
    aggregate = "event"
    silent = True

    event_id: int
