"""A lead in words, for the card, lists, notices and deals."""

from decimal import ROUND_DOWN, Decimal
from enum import StrEnum

from models.lead import LeadLostReason, Tier, Trend
from services.clients.identifiers import mask_email, mask_phone
from services.conversation.values import Text, text

SHOWN = Decimal("0.01")


class LeadDeleteReason(StrEnum):
    """The usual ones; any other is kept as typed."""

    DUPLICATE = "duplicate"
    MISTAKE = "mistake"
    TRIAL = "trial"
    ASKED_FOR = "asked-for"


def lead_lost_words(reason: str) -> Text:
    return _reason_words("lead-lost", LeadLostReason, reason)


def lead_delete_words(reason: str) -> Text:
    return _reason_words("lead-delete", LeadDeleteReason, reason)


def _reason_words(prefix: str, usual: type[StrEnum], reason: str) -> Text:
    """One of the usual reasons by its code, any other as it was typed."""
    return text(f"{prefix}-{reason}") if reason in set(usual) else text("lead-lost-typed", words=reason)


def score_words(score: Decimal | None, tier: Tier | None, trend: Trend | None) -> Text:
    """Tier, score and where it goes; a lead without an analysis has none of these.

    What is a little below a threshold is shown below it.
    """
    if score is None or tier is None:
        return text("lead-not-scored")
    shown, named = score.quantize(SHOWN, ROUND_DOWN), text(f"tier-{tier}")
    if trend is None:
        return text("lead-score", tier=named, score=shown)
    return text("lead-score-trend", tier=named, score=shown, trend=text(f"trend-{trend}"))


def who(name: str | None, company: str | None, phone: str | None, email: str | None) -> str | Text:
    """How a lead is called: the name, else what is known of it, masked."""
    if name or company:
        return " · ".join(filter(None, (name, company)))
    if phone:
        return mask_phone(phone)
    return mask_email(email) if email else text("lead-nameless")


def who_line(called: str | Text, position: str | None) -> Text:
    if position is None:
        return text("scr-lead-who", who=called)
    return text("scr-lead-who-position", who=called, position=position)
