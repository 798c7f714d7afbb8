"""The deal or the lead on the screen, as a place for words that were typed outside every dialogue."""

from handlers.kit.draft import Search
from services.conversation.values import Button, text


def to_hand(search: Search, deal_id: int | None, lead_id: int | None) -> list[Button]:
    """Into the journal of the deal, or the notes of the lead."""
    if deal_id is not None:
        return [Button(text("btn-to-journal", number=str(deal_id)), "idle.journal", f"{search.token}:{deal_id}")]
    if lead_id is not None:
        return [Button(text("btn-to-notes", number=str(lead_id)), "idle.note", f"{search.token}:{lead_id}")]
    return []
