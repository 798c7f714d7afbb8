"""Words one after another, with commas."""

from collections.abc import Sequence
from functools import reduce

from services.conversation.values import Text, text


def listed(words: Sequence[Text]) -> Text:
    """At least one of them."""
    *others, last = words
    return reduce(lambda rest, word: text("words-listed", word=word, rest=rest), reversed(others), last)
