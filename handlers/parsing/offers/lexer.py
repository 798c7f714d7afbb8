"""A line of offers cut into words, numbers, marks and insurers.

* Numbers that are no amounts are passed over: phones, dates, clock times, years of make, plates, links.
* A blank groups thousands only before exactly three digits: «45 000 15» are two numbers.
* Shares that add up to about a hundred are one piece: «50/50», «40/30/30», and «50/40», which is asked.
"""

import re
from decimal import Decimal
from typing import NamedTuple

from handlers.parsing.offers.insurers import InsurerBook
from handlers.parsing.offers.patterns import ABBREVIATED, NO_LETTER, NOT_IN_WORD, SKIPPED
from handlers.parsing.offers.words import Role, doubt_of, role_of, unit_of
from handlers.parsing.result import Ask

_GROUPED = r"\d{1,3}(?:(?: {1,2}\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?|(?:[.,'_]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?)"
_TOKEN = re.compile(
    rf"(?P<skipped>{SKIPPED})"
    r"|(?P<power>\d+(?:[.,]\d+)?[eе]\+?\d{1,3}(?![^\W_]))"
    r"|(?P<shares>\d{1,2} ?%? ?(?:[/\\:+x×х]| на ) ?\d{1,2}(?:%?[/\\:+]\d{1,2})*"
    r"(?![.,]?\d|[^\W\d_]| \d{3}(?!\d)) ?%?)"
    rf"|(?P<number>{_GROUPED}|\d+(?:[.,'_]\d+)*)"
    rf"|{NOT_IN_WORD}(?P<short>{ABBREVIATED}){NO_LETTER}"
    r"|(?P<quoted>[\ue000-\uf8ff])|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)|(?P<mark>\S)"
)
_NUMBER = re.compile(rf"{_GROUPED}|\d+(?:[.,'_]\d+)*")
_INTEGER = re.compile(r"\d+")
_NOT_LETTER = re.compile(r"[\W_]+")
_LETTER_O = re.compile(r"(?<=\d)[oо]+(?![^\W\d_])|(?<=\d) [oо]{3}(?![^\W\d_])")
_LONGEST_NAME = 4


class Token(NamedTuple):
    """`kind` is word, number, power (1e6), shares, insurer, quoted, until, skipped or mark.

    `start` and `end` stand in the plain line.
    """

    kind: str
    text: str
    start: int
    end: int
    role: Role | None = None
    insurer: str | Ask | None = None
    shares: tuple[Decimal, ...] = ()


def with_digits(plain: str) -> str:
    """Letters O after a digit become zeros."""
    return _LETTER_O.sub(lambda match: match[0].replace("o", "0").replace("о", "0"), plain)


def tokens_of(plain: str, book: InsurerBook, region: str) -> list[Token]:
    return _with_insurers(_raw(plain), book, region)


def _raw(plain: str) -> list[Token]:
    found: list[Token] = []
    at = 0
    while match := _TOKEN.search(plain, at):
        kind, text = match.lastgroup or "mark", match[0]
        start, at = match.span()
        if kind in {"word", "mark"}:
            found.append(Token(kind, text, start, at, role_of(text)))
        elif kind == "short":
            word = _NOT_LETTER.sub("", text)
            found.append(Token("word", word, start, at, role_of(word)))
        elif kind == "shares" and not (shares := _shares(text)):
            at = _end_of_number(plain, start)
            found.append(Token("number", plain[start:at], start, at))
        elif kind == "shares":
            found.append(Token(kind, text, start, at, None, None, shares))
        else:
            found.append(Token(kind, text, start, at))
    return found


def _end_of_number(plain: str, start: int) -> int:
    number = _NUMBER.match(plain, start)
    assert number is not None  # noqa: S101 - shares begin with a figure
    return number.end()


def _shares(text: str) -> tuple[Decimal, ...]:
    parts = tuple(Decimal(digits) for digits in _INTEGER.findall(text))
    is_sum_near = sum(parts) == 100 or (90 <= sum(parts) <= 110 and " " not in text and "%" not in text)
    return parts if is_sum_near and all(parts) else ()


def _with_insurers(raw: list[Token], book: InsurerBook, region: str) -> list[Token]:
    found: list[Token] = []
    at = 0
    while at < len(raw):
        name = _insurer_at(raw, at, book, region) if raw[at].kind == "word" else None
        if name is None:
            found.append(raw[at])
            at += 1
        else:
            found.append(name[0])
            at = name[1]
    return found


def _insurer_at(raw: list[Token], at: int, book: InsurerBook, region: str) -> tuple[Token, int] | None:
    """The longest exact name that begins here, else a misspelt word that nothing else explains."""
    is_unit = len(raw[at].text) == 1 and at > 0 and raw[at - 1].kind == "number"
    if is_unit or (raw[at].role is not None and not book.begins(raw[at].text)):
        return None
    ends = _ends_of_names(raw, at)
    for end, key in reversed(ends):
        if code := book.find(key, region):
            return _insurer(raw, at, end, code), end
    if not _may_be_name(raw[at]):
        return None
    if len(raw[at].text) == 1 and (at + 1 == len(raw) or raw[at + 1].text != "-"):
        return None
    for end, key in reversed(ends if len(raw[at].text) > 2 else ends[1:]):
        if code := book.find_similar(key, region):
            return _insurer(raw, at, end, code), end
    return None


def _may_be_name(token: Token) -> bool:
    if len(token.text) == 1:
        return token.role is None
    return token.role is None and not unit_of(token.text) and not doubt_of(token.text)


def _insurer(raw: list[Token], at: int, end: int, code: str | Ask) -> Token:
    return Token("insurer", raw[at].text, raw[at].start, raw[end - 1].end, insurer=code)


def _ends_of_names(raw: list[Token], at: int) -> list[tuple[int, str]]:
    """Where a name of one to four words may end, with its letters; a hyphen or a point may stand between them."""
    key, ends = "", []
    for place in range(at, min(at + 2 * _LONGEST_NAME, len(raw))):
        if raw[place].kind == "word":
            key += raw[place].text.replace("'", "")
            ends.append((place + 1, key))
        elif raw[place].text not in {"-", ".", "&"}:
            break
        if len(ends) == _LONGEST_NAME:
            break
    return ends
