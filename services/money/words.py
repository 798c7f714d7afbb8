"""Rates in words."""

from services.conversation.values import Text, text
from services.money.rates import as_percent


def percent_words(rate: int) -> Text:
    return text("percent", percent=as_percent(rate))
