"""An amount of money, typed."""

from handlers.common.doubts import doubt_text
from handlers.parsing.money import parse_money
from models.money import Currency, Money
from services.conversation.values import Text


def typed_money(typed: str, currency: Currency, *, other: Text | None = None) -> Money | Text:
    """The amount, or what to say when it can't be known; `other` where no other currency will do."""
    said = parse_money(typed, currency=currency)
    if not isinstance(said, Money):
        return doubt_text(said, typed, "err-money-not-understood")
    return other if other is not None and said.currency is not currency else said
