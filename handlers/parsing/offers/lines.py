"""A message cut into lines, and a line into the words of each of its insurers.

* Bullets, numbers of a list and decorations go.
* A quoted name that is no insurer is a programme; the day that an offer holds until is no number.
* Several insurers in a line begin an offer each; where amounts stand before them, the commas part the offers.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from handlers.parsing.offers.insurers import InsurerBook, name_key
from handlers.parsing.offers.lexer import Token, tokens_of, with_digits
from handlers.parsing.offers.patterns import ADDRESSES
from handlers.parsing.offers.validity import put_validity_aside, validity_at
from handlers.parsing.offers.words import Role
from handlers.parsing.text import clean, other_keyboards

_BULLET = re.compile(
    r"^(?:[^\w\s«\"“„+$€₴₽~≈<>(-]+|[-+](?=\s)|\(?\d{1,2}[.)](?=\s*[^\W\d])|\(?\d{1,2}\)|\d\ufe0f?\u20e3|\s)+"
)
_ADDRESS = re.compile(ADDRESSES)
_QUOTED = re.compile(r"«([^«»]{2,40})»|[\"“„]([^\"“”„]{2,40})[\"“”]")
_LATIN = re.compile(r"[a-z]")
_CYRILLIC = re.compile(r"[а-яіїєґ]")
_LONG_NUMBER = re.compile(r"\d{3}")
_CLAUSES = frozenset({",", ";", "|"})
_VARIANTS = _CLAUSES | {"/", "или", "либо", "або", "чи", "or", "и", "й", "та", "and"}
_FIRST_PLACE = 0xE000


class Line(NamedTuple):
    """`goes_on` is indented; `plain` is what the tokens point into."""

    typed: str
    plain: str
    tokens: list[Token]
    goes_on: bool = False

    @property
    def is_heading(self) -> bool:
        return self.plain.rstrip().endswith(":")


@dataclass(slots=True)
class Chunk:
    """The words of one insurer; `heading` stands before a colon for all of its line, `common` is said of everyone."""

    insurers: list[Token]
    tokens: list[Token]
    common: list[Token] = field(default_factory=list)
    heading: list[Token] = field(default_factory=list)


def lines_of(text: str, book: InsurerBook, region: str, today: date | None) -> Iterator[Line]:
    for typed in text.splitlines():
        if typed.strip():
            yield _line(typed, book, region, today)


def _line(typed: str, book: InsurerBook, region: str, today: date | None) -> Line:
    bare = _BULLET.sub("", typed)
    if "@" in bare or "://" in bare:
        bare = _ADDRESS.sub(" ", bare)
    quoted: list[str] = []
    plain = with_digits(clean(_QUOTED.sub(lambda match: _put_aside(match, quoted, book, region), bare)))
    plain, days = put_validity_aside(plain, today) if today else (plain, [])
    tokens = tokens_of(plain, book, region)
    if _is_latin_only(plain) and not any(token.insurer for token in tokens):
        plain, tokens = _retyped(plain, tokens, book, region)
    if quoted or days:
        tokens = [_with_put_aside(token, quoted, days) for token in tokens]
    return Line(typed.strip(), plain, tokens, goes_on=typed[:1] in {" ", "\t"})


def _put_aside(match: re.Match[str], quoted: list[str], book: InsurerBook, region: str) -> str:
    """A mark in place of a quoted programme; a quoted insurer stays."""
    name = match[1] or match[2]
    if _LONG_NUMBER.search(name) or not name_key(name) or book.find(name_key(name), region):
        return match[0]
    quoted.append(name.strip())
    return f" {chr(_FIRST_PLACE + len(quoted) - 1)} "


def _with_put_aside(token: Token, quoted: Sequence[str], days: list[date]) -> Token:
    if token.kind != "quoted":
        return token
    day = validity_at(token.text, days)
    if day is not None:
        return Token("until", day.isoformat(), token.start, token.end)
    if ord(token.text) - _FIRST_PLACE >= len(quoted):
        return token
    return Token("quoted", quoted[ord(token.text) - _FIRST_PLACE], token.start, token.end)


def _is_latin_only(plain: str) -> bool:
    return bool(_LATIN.search(plain)) and not _CYRILLIC.search(plain)


def _retyped(plain: str, tokens: list[Token], book: InsurerBook, region: str) -> tuple[str, list[Token]]:
    for other in other_keyboards(plain, shortest=2):
        retyped = tokens_of(other, book, region)
        if any(token.insurer for token in retyped):
            return other, retyped
    return plain, tokens


def chunks_of(line: Line) -> list[Chunk]:
    """One for each insurer; a line without one is a single chunk."""
    names = [place for place, token in enumerate(line.tokens) if token.kind == "insurer"]
    if not names:
        return [Chunk([], line.tokens)]
    if names[0] and len(names) > 1 and line.tokens[names[0] - 1].text == ":":
        heading, tokens = line.tokens[: names[0]], line.tokens[names[0] :]
    else:
        heading, tokens = [], line.tokens
    starts = _starts(tokens, [place - len(heading) for place in names])
    ends = [*starts[1:], len(tokens)]
    return [_chunk(tokens[start:end], heading) for start, end in zip(starts, ends, strict=True)]


def _chunk(tokens: list[Token], heading: list[Token]) -> Chunk:
    own, common = _without_common(tokens)
    return Chunk([token for token in own if token.kind == "insurer"], own, common, heading)


def _without_common(tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    """Clauses after the first comma that speak of everyone."""
    if not any(token.role is Role.EVERYONE for token in tokens):
        return tokens, []
    own: list[Token] = []
    common: list[Token] = []
    for clause in _clauses(tokens, _CLAUSES):
        speaks_of_all = any(token.role is Role.EVERYONE for token in clause)
        (common if speaks_of_all and own and not any(token.insurer for token in clause) else own).extend(clause)
    return own, common


def clauses_of_variants(tokens: list[Token]) -> list[list[Token]]:
    """The parts between commas, slashes, «или» and «и»."""
    return list(_clauses(tokens, _VARIANTS))


def _clauses(tokens: list[Token], marks: frozenset[str]) -> Iterator[list[Token]]:
    start = 0
    for place, token in enumerate(tokens):
        if token.text in marks:
            yield tokens[start : place + 1]
            start = place + 1
    yield tokens[start:]


def _starts(tokens: list[Token], names: list[int]) -> list[int]:
    """Where the words of each insurer begin; insurers side by side share theirs."""
    if any(token.kind == "number" for token in tokens[: names[0]]):
        return _starts_by_comma(tokens, names)
    starts = [0]
    for before, place in pairwise(names):
        between = tokens[before + 1 : place]
        if any(token.kind in {"number", "shares"} or token.role in {Role.REFUSAL, Role.WITHOUT} for token in between):
            starts.append(place)
    return starts


def _starts_by_comma(tokens: list[Token], names: list[int]) -> list[int]:
    """«48200 Ингос, 45100 РЕСО»: after the last comma or «и» before each further insurer, if an amount follows it."""
    starts = [0]
    for before, place in pairwise(names):
        parts = [at for at in range(before + 1, place) if tokens[at].text in {",", ";"} or tokens[at].role is Role.AND]
        if parts and any(token.kind == "number" for token in tokens[parts[-1] : place]):
            starts.append(parts[-1] + 1)
        elif any(token.kind == "number" for token in tokens[before + 1 : place]):
            starts.append(place)
    return starts
