"""A deal in words, for screens, notices and the journal."""

from datetime import date, time

from models.deal import LostReason
from services.conversation.values import Text, text


def lost_words(reason: str) -> Text:
    """One of the usual reasons by its code, any other as it was typed."""
    if reason in set(LostReason):
        return text(f"lost-reason-{reason}")
    return text("lost-reason-typed", words=reason)


def moment_words(on: date, at: time | None) -> date | Text:
    """A day, with the brokerage's wall time where there is one."""
    return on if at is None else text("day-and-time", day=on, time=f"{at:%H:%M}")
