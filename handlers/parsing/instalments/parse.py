"""A schedule of payments as people type it.

* The payments add up to the premium, always; the last one makes up the rounding.
* The first is due at the start unless its day is said; "in N months" counts from the start.
* No interval said: even over the term. An interval without a count fills the term.
* What does not add up, goes back in time or can be read in two ways is asked.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime

from handlers.parsing.dates.translit import to_cyrillic
from handlers.parsing.instalments.dues import Clock, fill_counts, find_pace, make_dues
from handlers.parsing.instalments.items import Item, Mark, Refusal
from handlers.parsing.instalments.lexer import Tokens, tokenize
from handlers.parsing.instalments.parts import make_amounts, make_groups
from handlers.parsing.instalments.readers import read_items
from handlers.parsing.instalments.result import Instalment, Terms, Unclear
from handlers.parsing.instalments.slots import gather
from handlers.parsing.instalments.words import Sense
from handlers.parsing.result import Ask
from handlers.parsing.text import MAX_LENGTH, clean, other_keyboards
from models.money import Money

_QUIET = frozenset({Mark.NEXT, Mark.BASE, Mark.EACH, Mark.CHAIN})
_SAID = frozenset({"instalments-count", "range", "zero", "words", "too-large", "which-currency", "broken-number"})
"""Doubts that only an answer gives rise to."""
_ENDING = re.compile(r"[,.;:]$")


def parse_instalments(
    text: str, *, premium: Money, start: date, term_months: int, now: datetime, language: str | None = None
) -> list[Instalment] | Ask | None:
    """`now` is aware and in the person's zone. None when no payments are spoken of at all."""
    plain = clean(text)
    if len(plain) > MAX_LENGTH:
        return Ask("too-long")
    tokens = _best_spelling(plain, language)
    items = read_items(tokens, premium.currency)
    if not (_speaks_of_payments(items) or tokens.has(Sense.PART, Sense.PLAN)):
        return None
    try:
        return _settle(items, Terms(premium, start, term_months), Clock(now, tokens.language))
    except Unclear as unclear:
        return unclear.ask


def _speaks_of_payments(items: Sequence[Item]) -> bool:
    return any(item.why in _SAID if isinstance(item, Refusal) else item not in _QUIET for item in items)


def _settle(items: Sequence[Item], terms: Terms, clock: Clock) -> list[Instalment]:
    refusals = [item.why for item in items if isinstance(item, Refusal)]
    if refusals:
        raise Unclear(next((why for why in refusals if why != "unclear"), "unclear"))
    said = gather(items)
    groups = make_groups(said, terms)
    pace = fill_counts(groups, said.slots, find_pace(said.slots), terms, clock)
    amounts = make_amounts(groups, terms)
    days = make_dues(groups, said.slots, pace, terms, clock)
    return [Instalment(day, amount) for day, amount in zip(days, amounts, strict=True)]


def _best_spelling(plain: str, language: str | None) -> Tokens:
    """The line as typed, or as meant on another keyboard or in another alphabet: fewer unknown words win."""
    language = language or ("uk" if re.search("[іїєґ]", plain) else None)
    tokens = tokenize(plain, language)
    if not tokens.unknown:
        return tokens
    others = dict.fromkeys((*_retyped(plain), to_cyrillic(plain)))
    spellings = (tokens, *(tokenize(other, language) for other in others if other != plain))
    return min(spellings, key=lambda spelling: spelling.unknown)


def _retyped(plain: str) -> list[str]:
    """On other keyboards, with the comma after a word kept as one."""
    chunks = [(chunk[:-1], chunk[-1]) if _ENDING.search(chunk) else (chunk, "") for chunk in plain.split()]
    kept = [other_keyboards(chunk, shortest=2) for chunk, _ in chunks]
    return [
        " ".join(spelt[keyboard] + ending for spelt, (_, ending) in zip(kept, chunks, strict=True))
        for keyboard in range(3)
    ]
