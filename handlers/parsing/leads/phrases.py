"""A book of words and phrases with their meanings.

* A word with a star stands for all that begin with it.
* The longest phrase wins; a hyphen or a point between its words does not matter.
* A slip is forgiven in long words, a case ending in nouns, neither in what looks like a person's name.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from handlers.parsing.leads.first_names import FIRST_NAMES
from handlers.parsing.leads.names import looks_like_name
from handlers.parsing.leads.roles import Meaning, Role
from handlers.parsing.leads.sheet import Token
from handlers.parsing.spelling import Vocabulary
from handlers.parsing.text import clean, look_alikes, other_keyboards

_END = ""
_SHORTEST_BEGINNING = 2
_SHORTEST_STEM = 4
_SHORTEST_LIKE_MODEL = 6
"""Names of models are near too many other words."""
_ORDINARY_TEXT = """
    девушка дєвушка домой додому дома вдома
    осгоп переехал переехала переехали переїхав переїхала переїхали перевел перевела перенес перенесла
    группа группу группы група групи групу велика великий верно вірно добро правильно старая старий старое кроме
    равно протокол продавец привести провели провел пример приклад рівні весть вести риск ризик клас класс повод
    привез привезла привезли верный accept start super exceed group great price change grant scale traffic thread
    steps sellers start
    evaluate register partners garbage promise premium covers light right night smart sport order board store stage
    route party пожар пожара пожежі потоп соседей сусідів семейный детский срочный старый ставка ставки тариф тарифы
    скидка знижка сделка сделки угода премия премії срок сроки строк термін счет рахунок работа работу робота город
    города место місце время часто просто после потом завтра вчера вчора неделя неделю тиждень месяц месяца місяць
"""
_ORDINARY = frozenset(_ORDINARY_TEXT.split())
"""Words near those of the book that mean only themselves."""
_BETWEEN = frozenset("-./")
_WORDS = frozenset({"word", "number"})
_ENDING = re.compile(
    r"(?:ами|ями|ого|его|ому|ему|ими|ыми|[оеиыіая]й|[ыиоеа]м|[ая]х|[ыи]х|[оеєі]в|ою|ею|єю|[ую]ю|ая|яя|ое|ее|ые|ие|[аяуюыиіїеєоьй])$"
)


class PhraseBook:
    """`entries` are meanings with their phrases, parted by commas.

    Words of `forgiven` may be misspelt, those of `inflected` end as they like.
    """

    def __init__(
        self,
        entries: Iterable[tuple[Meaning, str]],
        *,
        forgiven: frozenset[Role] = frozenset(),
        inflected: frozenset[Role] = frozenset(),
    ) -> None:
        self._tree: dict[str, Any] = {}
        self._patterns: set[str] = set()
        self._stems: dict[str, str] = {}
        similar: dict[str, str] = {}
        usual: dict[Meaning, str] = {}
        for meaning, phrases in entries:
            for phrase in phrases.split(","):
                words = clean(phrase).replace(".", " ").split()
                self._add(words, meaning)
                if meaning.role in inflected:
                    self._stems.update((stem, word) for word in words if (stem := _stem(word)))
                if meaning.role in forgiven and len(words) == 1:
                    similar[words[0]] = usual.setdefault(meaning, words[0])
        self._similar = Vocabulary(similar)
        self._models = frozenset(word for meaning, word in usual.items() if meaning.role is Role.MODEL)
        self._retyped = frozenset(similar)
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
        reached = [(self._tree, at)] if tokens[at].kind in _WORDS else []
        while reached:
            steps = [step for node, place in reached for step in self._steps(node, tokens, place)]
            ended = [(child[_END], end) for child, end in steps if _is_meant(child.get(_END), tokens[end - 1])]
            best = max([*ended, *([best] if best else [])], key=lambda found: found[1], default=None)
            reached = [(child, _next_word(tokens, end)) for child, end in steps]
        return best

    def _steps(self, node: dict[str, Any], tokens: Sequence[Token], at: int) -> Iterator[tuple[dict[str, Any], int]]:
        if at >= len(tokens) or tokens[at].kind not in _WORDS:
            return
        token = tokens[at]
        is_capital = token.is_capital
        for pattern in self.patterns_of(token.plain, is_capital, is_capital and _is_beside_first_name(tokens, at)):
            if pattern in node:
                yield node[pattern], at + 1

    def _patterns_of(self, word: str, is_capital: bool, is_beside_name: bool) -> tuple[str, ...]:  # noqa: FBT001 - part of a cache's key
        found = self._known(word)
        if not word[0].isalpha() or (found and len(word) < _SHORTEST_STEM):
            return found
        if not found and len(word) > 2:
            found = next(filter(None, map(self._known, look_alikes(word))), ())
        if word in FIRST_NAMES or word in _ORDINARY or is_beside_name or (is_capital and looks_like_name(word)):
            return found
        stemmed = self._stems.get(_stem(word) or "")
        if found or stemmed:
            return (*found, stemmed) if stemmed and stemmed not in found else found
        if len(word) < 3:
            return ()
        similar = self._similar.find(word)
        if similar and (len(word) >= _SHORTEST_LIKE_MODEL or similar not in self._models):
            return (similar,)
        return tuple(spelling for spelling in other_keyboards(word) if spelling in self._retyped)[:1]

    def _known(self, word: str) -> tuple[str, ...]:
        beginnings = (word[:length] + "*" for length in range(len(word), _SHORTEST_BEGINNING - 1, -1))
        return tuple(pattern for pattern in (word, *beginnings) if pattern in self._patterns)


def _is_beside_first_name(tokens: Sequence[Token], at: int) -> bool:
    """«Белоус Марина» is no «Беларус»."""
    return _is_first_name(tokens, at + 1) or (at > 0 and _is_first_name(tokens, at - 1))


def _is_first_name(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].plain in FIRST_NAMES and tokens[at].is_capital


def _stem(word: str) -> str | None:
    """A Cyrillic word without its ending; None where too little is left."""
    if word.isascii() or len(word) < _SHORTEST_STEM:
        return None
    stem = _ENDING.sub("", word)
    return stem if len(stem) >= _SHORTEST_STEM else None


def _is_meant(meaning: Meaning | None, last: Token) -> bool:
    return meaning is not None and not (meaning.proper and not last.text.isupper())


def _next_word(tokens: Sequence[Token], at: int) -> int:
    if at < len(tokens) and tokens[at].text in _BETWEEN:
        return at + 1
    return at
