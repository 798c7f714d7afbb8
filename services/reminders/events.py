"""What happens to reminders."""

from dataclasses import dataclass
from typing import Any

from services.events.event import Event


@dataclass(frozen=True, kw_only=True)
class ReminderSettingsChanged(Event):
    """`changed` is what each setting became; None: as the installation has it."""

    name = "user.reminders.changed"
    aggregate = "user"
    silent = True

    user_id: int
    changed: dict[str, Any]
