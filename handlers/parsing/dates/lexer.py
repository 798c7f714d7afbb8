"""A typed line cut into tokens."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handlers.parsing.dates.words import VOCABULARY, Word

_UNKNOWN = Word()
_TOKEN = re.compile(
    r"""(?P<iso>(?<!\d)\d{4}[-./]\d{1,2}[-./]\d{1,2}(?!\d))(?:t(?=\d))?
    |(?P<clock>(?<!\d)\d{1,2}:\d{2}(?!\d))(?::\d{2}(?!\d))?
    |(?P<full>(?<!\d)\d{1,2}\ ?(?P<sep>[-./,])\ ?\d{1,2}\ ?(?P=sep)\ ?'?(?:\d{4}|\d{2})(?![\d:]|[-./,]\d))
    |(?P<pair>(?<!\d)\d{1,2}[-./,]\d{1,2}(?![\d:]))
    |(?P<number>\d+)
    |(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)
    |(?P<mark>[-+~?/@%*=\n])""",
    re.VERBOSE,
)
_DIGITS = re.compile(r"\d+")
_SEPARATOR = re.compile(r"\d ?([-./,])")


@dataclass(frozen=True, slots=True)
class Token:
    """`numbers` of a numeric token; `word` with no meaning at all for what is not in the dictionary."""

    kind: str
    text: str
    numbers: tuple[int, ...] = ()
    word: Word = _UNKNOWN

    @property
    def is_unknown(self) -> bool:
        """A word that the dictionary does not have, not even as one that says nothing."""
        return self.kind == "word" and self.word is _UNKNOWN and len(self.text) > 2

    @property
    def number(self) -> int | None:
        return self.numbers[0] if self.kind == "number" else None

    @property
    def separator(self) -> str:
        found = _SEPARATOR.search(self.text)
        return found[1] if found else ""


_END = Token("end", "")


class Tokens:
    """The tokens of a line and its language, if that is known; past the end there is an empty token."""

    def __init__(self, tokens: Sequence[Token], language: str | None) -> None:
        self._tokens = tokens
        self.language = language

    def __getitem__(self, index: int) -> Token:
        return self._tokens[index] if 0 <= index < len(self._tokens) else _END

    def __iter__(self) -> Iterator[Token]:
        return iter(self._tokens)

    def __len__(self) -> int:
        return len(self._tokens)


def tokenize(plain: str, language: str | None) -> Tokens:
    """`plain` is cleaned text; points, commas and brackets outside numbers say nothing."""
    kinds = ((str(match.lastgroup), match) for match in _TOKEN.finditer(plain))
    return Tokens([_token(kind, match[kind]) for kind, match in kinds], language)


def _token(kind: str, text: str) -> Token:
    if kind == "word":
        return Token(kind, text, word=VOCABULARY.find(text) or _UNKNOWN)
    if kind == "mark":
        return Token(kind, text)
    return Token(kind, text, numbers=tuple(int(digits) for digits in _DIGITS.findall(text)))
