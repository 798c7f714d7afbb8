"""How far a word may be misspelt and still be known."""

import pytest

from handlers.parsing.spelling import Vocabulary, is_near

WORDS = {"завтра": "tomorrow", "понедельник": "monday", "неделю": "week", "неділю": "sunday", "пт": "friday"}


@pytest.mark.parametrize(
    ("left", "right", "slips", "near"),
    [
        ("завтра", "завтра", 0, True),
        ("завтар", "завтра", 1, True),
        ("завта", "завтра", 1, True),
        ("заввтра", "завтра", 1, True),
        ("зовтра", "завтра", 1, True),
        ("зовтро", "завтра", 1, False),
        ("зовтро", "завтра", 2, True),
        ("абвг", "вгаб", 2, False),
        ("", "аб", 1, False),
    ],
)
def test_slips_are_counted(left, right, slips, near):
    assert is_near(left, right, slips) is near


@pytest.mark.parametrize(
    ("typed", "meaning"),
    [
        ("завтра", "tomorrow"),
        ("зaвтpa", "tomorrow"),
        ("завтро", "tomorrow"),
        ("понидельнек", "monday"),
        ("пт", "friday"),
        ("пк", None),
        # One slip from two words that mean different things.
        ("недлю", None),
        # The first letter is hardly ever wrong.
        ("тавтра", None),
        ("з" * 100, None),
    ],
)
def test_a_misspelt_word_is_found_when_only_one_meaning_is_near(typed, meaning):
    assert Vocabulary(WORDS).find(typed) == meaning
