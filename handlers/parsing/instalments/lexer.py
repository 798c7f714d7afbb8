"""A typed schedule cut into tokens, each with what it may mean."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.parsing.instalments.words import Meaning, Turn, meaning_of

_TOKEN = re.compile(
    r"""(?P<date>(?<!\d)\d{4}[-./]\d{1,2}[-./]\d{1,2}(?!\d)
        |(?<![\d.,/])(?:0?[1-9]|[12]\d|3[01])\ ?([-./])\ ?(?:0?[1-9]|1[0-2])\ ?\2\ ?(?:20\d\d|2\d)(?![\d%]|\2\d)
        |(?<![\d.,/])(?:0?[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])(?![\d%]|[.,/]\d|\ ?(?:[кkт%]|тыс|тис|млн|руб|грн)\b)
        |(?<![\d.,/])(?:0[1-9]/(?:0?[1-9]|1[0-2])|(?:[12]\d|3[01])/0[1-9])(?![\d%/]))
    |(?P<list>(?<![^\n])\ *\(?\d{1,2}(?:\)|\.(?=\s))\ *)
    |(?P<number>\d{1,3}(?:\ {1,2}\d{3})+(?:[.,]\d{1,2})?(?![\d%]|[.,]\d)
        |\d{1,3}(?:[.,'_]\d{3})+(?:[.,]\d{1,2})?(?![\d%]|[.,]\d)
        |\d+[.,]\d+(?![\d]|[.,]\d)
        |\d+)
    |(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)
    |(?P<mark>[^\s()\[\]"])
    |(?P<line>\n)""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """`start` and `end` are places in the cleaned text."""

    kind: str
    text: str
    start: int
    end: int
    meaning: Meaning | Turn | None = None

    @property
    def is_unknown(self) -> bool:
        return self.kind == "word" and self.meaning is None


_END = Token("end", "", -1, -1)


class Tokens:
    """The tokens of a line with the text they are from; past either end there is an empty token."""

    def __init__(self, plain: str, tokens: Sequence[Token], language: str | None) -> None:
        self.plain = plain
        self.language = language
        self._tokens = tokens

    def __getitem__(self, index: int) -> Token:
        return self._tokens[index] if 0 <= index < len(self._tokens) else _END

    def __len__(self) -> int:
        return len(self._tokens)

    def typed(self, at: int, after: int) -> str:
        """What stands from one token up to another, as typed."""
        return self.plain[self[at].start : self[after - 1].end]

    def has(self, *meanings: Meaning) -> bool:
        return any(token.meaning in meanings for token in self._tokens)

    @property
    def unknown(self) -> int:
        """How many words say nothing."""
        return sum(token.is_unknown for token in self._tokens)


def tokenize(plain: str, language: str | None) -> Tokens:
    matches = (match for match in _TOKEN.finditer(plain) if match.lastgroup != "list")
    return Tokens(plain, [_token(match) for match in matches], language)


def _token(match: re.Match[str]) -> Token:
    kind = str(match.lastgroup)
    meaning = meaning_of(match[0]) if kind == "word" else None
    return Token(kind, match[0], match.start(), match.end(), meaning)
