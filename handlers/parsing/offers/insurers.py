"""What people call insurers, found by any of their names.

* Case, ё/е, apostrophes, blanks and hyphens do not matter; look-alike letters, the other keyboard, «Інгос» for «Ингос»
  at home and one slip in a name of five letters are forgiven.
* The insurers of the brokerage's region come first: «Альфа» is one insurer in Russia and another in Ukraine.
* A name that two insurers of one region share is asked.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Protocol

from handlers.parsing.result import Ask
from handlers.parsing.spelling import Vocabulary, is_near
from handlers.parsing.text import clean, look_alikes, other_keyboards

_NOT_LETTER = re.compile(r"[\W_]+")
_UNCLEAR = Ask("insurer-unclear")
_RUSSIAN_LETTERS = str.maketrans("іїє", "иие")
SHORTEST_WITH_SLIP, LONGEST_SHORT = 4, 5


class Insurer(Protocol):
    """A row of insurers; `region` is an ISO country."""

    @property
    def code(self) -> str: ...
    @property
    def region(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def aliases(self) -> Sequence[str]: ...


def name_key(name: str) -> str:
    """The letters and digits of a name, in lower case."""
    return _NOT_LETTER.sub("", clean(name))


class InsurerBook:
    """All names of all insurers; one book serves every region."""

    def __init__(self, rows: Iterable[Insurer]) -> None:
        names: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self.any_code = ""
        for row in rows:
            self.any_code = row.code
            for name in (row.name, row.code, *row.aliases):
                names[row.region][name_key(name)].add(row.code)
        self._exact = {region: _known(found) for region, found in names.items()}
        self._similar: dict[str, Vocabulary[str | Ask]] = {
            region: Vocabulary(found) for region, found in self._exact.items()
        }
        self._short = {region: _short_names(found) for region, found in self._exact.items()}
        self._names = [name for found in self._exact.values() for name in found]
        self.begins = lru_cache(maxsize=8192)(self._begins)
        self.find = lru_cache(maxsize=8192)(self._find)
        self.find_similar = lru_cache(maxsize=8192)(self._find_similar)

    def _begins(self, word: str) -> bool:
        """Whether some name begins with this word."""
        return any(name.startswith(spelling) for spelling in (word, *look_alikes(word)) for name in self._names)

    def _find(self, key: str, region: str) -> str | Ask | None:
        """The code of exactly this name, in the region or else abroad; Ask where two insurers share it."""
        for spelling in (key, *look_alikes(key)):
            for place in self._home_first(region):
                if spelling in self._exact[place]:
                    return self._exact[place][spelling]
        return None

    def _find_similar(self, key: str, region: str) -> str | Ask | None:
        """As `find`, forgiving at home «Інгос», a slip or the other keyboard in a single word."""
        if found := self._exact.get(region, {}).get(key.translate(_RUSSIAN_LETTERS)):
            return found
        for place in self._home_first(region):
            if found := self._similar[place].find(key) or self._find_short(key, place):
                return found
        for other in other_keyboards(key, shortest=3):
            if found := self._find(name_key(other), region):
                return found
        return None

    def _find_short(self, key: str, region: str) -> str | None:
        """«рсео», «согз», «имнгос»: a slip in a name of four or five letters, where only one insurer is near."""
        if not SHORTEST_WITH_SLIP <= len(key) <= LONGEST_SHORT + 1:
            return None
        spellings, names = {key, *look_alikes(key)}, self._short.get(region, {})
        near = {code for name, code in names.items() if any(_is_slip(spelling, name) for spelling in spellings)}
        return near.pop() if len(near) == 1 else None

    def _home_first(self, region: str) -> list[str]:
        return sorted(self._exact, key=lambda other: other != region)


def _is_slip(typed: str, name: str) -> bool:
    """Letters swapped, one missing or one too many inside: with a wrong letter «пара» and «марс» are other words."""
    same_letters = sorted(typed) == sorted(name)
    is_inside = len(typed) != len(name) and typed[-1] == name[-1]
    return typed[0] == name[0] and (same_letters or is_inside) and is_near(typed, name, slips=1)


def _short_names(found: Mapping[str, str | Ask]) -> dict[str, str]:
    return {
        name: code
        for name, code in found.items()
        if SHORTEST_WITH_SLIP <= len(name) <= LONGEST_SHORT and isinstance(code, str)
    }


def _known(found: Mapping[str, set[str]]) -> dict[str, str | Ask]:
    return {name: _UNCLEAR if len(codes) > 1 else next(iter(codes)) for name, codes in found.items()}
