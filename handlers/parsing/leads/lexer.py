"""A message cut into tokens.

* The plain text is as long as the typed one, so that every field can be given as typed.
* A phone that no country has, a VIN with a letter that VINs don't have, are told from good ones: they are asked.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from handlers.parsing.leads.numbers import READERS
from handlers.parsing.leads.patterns import token_pattern
from handlers.parsing.leads.sheet import Token
from handlers.parsing.text import clean

_QUOTES = '«»"“”„'


class _Plain(dict[int, str]):
    """One plain character for each that was typed."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        plain = '"' if character in _QUOTES else clean(f"x{character}x")[1:-1]
        self[code] = plain = plain if len(plain) == 1 else character
        return plain


class _Visible(dict[int, str]):
    """The character itself, or nothing for a joining mark."""

    def __missing__(self, code: int) -> str:
        self[code] = visible = "" if clean(f"x{chr(code)}x") == "xx" else chr(code)
        return visible


_PLAIN, _VISIBLE = _Plain(), _Visible()


def typed_text(text: str) -> str:
    """Composed, without invisible marks, with one kind of line end."""
    composed = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    return composed if composed.isascii() else composed.translate(_VISIBLE)


@cache
def _pattern(region: str) -> re.Pattern[str]:
    return re.compile(token_pattern(region))


def tokens_of(typed: str, region: str) -> list[Token]:
    plain = typed.translate(_PLAIN)
    return list(_tokens(typed, plain, region))


def _tokens(typed: str, plain: str, region: str) -> Iterator[Token]:
    at = 0
    pattern = _pattern(region)
    while match := pattern.search(plain, at):
        start, at = match.span()
        kind = match.lastgroup or "mark"
        read = READERS.get(kind)
        if read is None:
            yield Token(kind, typed[start:at], match[0], start, at)
            continue
        found = read(typed[start:at], match[0], region)
        at = start + found.length
        yield Token(found.kind, typed[start:at], plain[start:at], start, at, found.value)
