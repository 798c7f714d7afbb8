"""A book of words and phrases with their meanings.

* A word with a star stands for all that begin with it.
* The longest phrase wins; a hyphen or a point between its words does not matter.
* A slip is forgiven in words that are written out, not in names of people.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from handlers.parsing.leads.names import looks_like_name
from handlers.parsing.leads.roles import Meaning, Role
from handlers.parsing.leads.sheet import Token
from handlers.parsing.spelling import Vocabulary
from handlers.parsing.text import clean, look_alikes, other_keyboards

_END = ""
_SHORTEST_BEGINNING = 2
_BETWEEN = frozenset("-./")


class PhraseBook:
    """`entries` are meanings with their phrases, parted by commas; only words of `forgiven` may be misspelt."""

    def __init__(self, entries: Iterable[tuple[Meaning, str]], forgiven: frozenset[Role] = frozenset()) -> None:
        self._tree: dict[str, Any] = {}
        self._patterns: set[str] = set()
        similar: dict[str, str] = {}
        usual: dict[Meaning, str] = {}
        for meaning, phrases in entries:
            for phrase in phrases.split(","):
                words = clean(phrase).replace(".", " ").split()
                self._add(words, meaning)
                if len(words) == 1:
                    usual.setdefault(meaning, words[0])
                if meaning.role in forgiven:
                    similar.update((word, usual[meaning] if len(words) == 1 else word) for word in words if "*" not in word)
        self._similar = Vocabulary(similar)
        self._retyped = frozenset(word for word in similar if _END in self._tree.get(word, ()))
        self.patterns_of = lru_cache(maxsize=16384)(self._patterns_of)

    def _add(self, words: Sequence[str], meaning: Meaning) -> None:
        node = self._tree
        for word in words:
            self._patterns.add(word)
            node = node.setdefault(word, {})
        node.setdefault(_END, meaning)

    def longest_at(self, tokens: Sequence[Token], at: int) -> tuple[Meaning, int] | None:
        """The meaning of the longest phrase that begins here, and where it ends."""
        best: tuple[Meaning, int] | None = None
        reached = [(self._tree, at)]
        while reached:
            following = []
            for node, place in reached:
                if place >= len(tokens) or tokens[place].kind != "word":
                    continue
                for pattern in self.patterns_of(tokens[place].plain, tokens[place].is_capital):
                    child = node.get(pattern)
                    if child is None:
                        continue
                    meaning = child.get(_END)
                    if meaning and not (meaning.proper and not tokens[place].text.isupper()):
                        best = best if best and best[1] > place + 1 else (meaning, place + 1)
                    following.append((child, _next_word(tokens, place + 1)))
            reached = following
        return best

    def _patterns_of(self, word: str, is_capital: bool) -> tuple[str, ...]:  # noqa: FBT001 - part of a cache's key
        found = self._known(word)
        if found or len(word) < 3:
            return found
        for spelling in look_alikes(word):
            if known := self._known(spelling):
                return known
        if is_capital and looks_like_name(word):
            return ()
        if similar := self._similar.find(word):
            return (similar,)
        return tuple(spelling for spelling in other_keyboards(word) if spelling in self._retyped)[:1]

    def _known(self, word: str) -> tuple[str, ...]:
        beginnings = (word[:length] + "*" for length in range(len(word), _SHORTEST_BEGINNING - 1, -1))
        return tuple(pattern for pattern in (word, *beginnings) if pattern in self._patterns)


def _next_word(tokens: Sequence[Token], at: int) -> int:
    if at < len(tokens) and tokens[at].text in _BETWEEN:
        return at + 1
    return at
