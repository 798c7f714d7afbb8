"""A deal in words, for screens, notices and the journal."""

from models.deal import LostReason
from services.conversation.values import Text, text


def lost_words(reason: str) -> Text:
    """One of the usual reasons by its code, any other as it was typed."""
    if reason in set(LostReason):
        return text(f"lost-reason-{reason}")
    return text("lost-reason-typed", words=reason)
