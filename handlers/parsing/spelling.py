"""A vocabulary that forgives one slip in a word, two in a long one."""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from typing import Generic, TypeVar

from handlers.parsing.text import look_alikes

Meaning = TypeVar("Meaning")

_SHORTEST, _LONG, _LONGEST = 5, 8, 20


class Vocabulary(Generic[Meaning]):
    """Words with their meanings; a misspelt word is found only when all words near it mean the same."""

    def __init__(self, words: Mapping[str, Meaning]) -> None:
        self._words = words
        self._by_letter: dict[str, list[str]] = defaultdict(list)
        for word in words:
            if len(word) >= _SHORTEST:
                self._by_letter[word[0]].append(word)
        self.find = lru_cache(maxsize=4096)(self._find)

    def _find(self, word: str) -> Meaning | None:
        for spelling in (word, *look_alikes(word)) if len(word) > 1 else (word, look_alikes(word)[0]):
            if spelling in self._words:
                return self._words[spelling]
        return self._misspelt(word)

    def _misspelt(self, word: str) -> Meaning | None:
        if not _SHORTEST <= len(word) <= _LONGEST:
            return None
        for slips in (1, 2) if len(word) >= _LONG else (1,):
            near = [self._words[known] for known in self._by_letter.get(word[0], ()) if is_near(word, known, slips)]
            if near:
                return near[0] if all(meaning == near[0] for meaning in near) else None
        return None


def is_near(left: str, right: str, slips: int) -> bool:
    """Whether at most `slips` letters are missing, added, wrong or swapped with a neighbour."""
    if abs(len(left) - len(right)) > slips:
        return False
    left, right = _without_common_ends(left, right)
    return max(len(left), len(right)) <= slips or _distance(left, right) <= slips


def _without_common_ends(left: str, right: str) -> tuple[str, str]:
    start = 0
    while start < min(len(left), len(right)) and left[start] == right[start]:
        start += 1
    left, right = left[start:], right[start:]
    while left and right and left[-1] == right[-1]:
        left, right = left[:-1], right[:-1]
    return left, right


def _distance(left: str, right: str) -> int:
    """Optimal string alignment: a swap of neighbours counts as one slip."""
    before: list[int] = []
    last = list(range(len(right) + 1))
    for i, a in enumerate(left):
        row = [i + 1]
        for j, b in enumerate(right):
            cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a != b))
            if i and j and a == right[j - 1] and b == left[i - 1]:
                cost = min(cost, before[j - 1] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
