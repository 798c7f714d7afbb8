"""Days and parts of policies, as lines."""

from collections.abc import Sequence
from datetime import date

from models.money import Currency, Money
from services.conversation.values import Text, text
from services.policies.terms import Part

MOST_LINES = 12
MONTHS_FROM = 60
OVERLAP_REASONS = ("other-risk", "other-holder", "early-renewal")


def numeric(day: date) -> str:
    """As it stands on the policy itself."""
    return f"{day:%d.%m.%Y}"


def part_lines(parts: Sequence[Part], currency: Currency) -> list[Text]:
    lines = [
        text("scr-policy-part", number=str(number), amount=Money(part.amount, currency), due=part.due_on)
        for number, part in enumerate(parts[:MOST_LINES], start=1)
    ]
    more = len(parts) - MOST_LINES
    return [*lines, text("scr-instalments-more", count=more)] if more > 0 else lines


def in_how_long(day: date, today: date) -> Text:
    """Of a day to come: in days when it is near, else in months."""
    days = (day - today).days
    if days == 0:
        return text("when-today")
    return text("when-in-days", count=days) if days < MONTHS_FROM else text("when-in-months", count=round(days / 30.44))


def overlap_words(reason: str) -> str | Text:
    """One of the usual reasons by its code, any other as it was typed."""
    return text(f"policy-overlap-{reason}") if reason in OVERLAP_REASONS else reason
