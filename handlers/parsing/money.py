"""An amount of money as people type it.

* Exactly one amount, above zero, or an Ask: a wrong amount is worse than a question.
* A sign or a word in the text overrides the currency given; another currency is refused.
* Two amounts, a range, a sum, a bound, a guess, words for numbers, broken grouping: asked.
* «1 млн 250 тыс» and «15000 руб 50 коп» are one amount; «1 млн 250» is not.
* One decimal without a unit is tenths («12 345.6»), but below a hundred it may mean thousands: asked.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import pairwise

from handlers.parsing.money_words import VOCABULARY, Doubt, Label, Minor, Scale, Sense
from handlers.parsing.numbers import NUMBER, decimals_of, read_number
from handlers.parsing.result import Ask
from handlers.parsing.text import MAX_LENGTH, clean, other_keyboards
from models.money import Currency, Money

_LARGEST = 10**12
_TOKEN = re.compile(rf"(?P<number>{NUMBER})|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)|(?P<mark>\S|\n)")
_WORD_OF_THREE = re.compile(r"[^\W\d_]\S\S")
_LETTER_O = re.compile(r"(?<=\d)[oо]*(?: ?[oо]{3})*(?![^\W\d_])")
_IGNORED_MARKS = frozenset(".,;:!)='\"|\n")
_EACH_OR_FROM = frozenset({"по", "от", "від", "from"})
"""«по 5000» and «от 5000» are no amount; «по каско», «от клиента» say what it is for."""
_MARK_DOUBTS = {"*": "sum", "/": "sum", "×": "sum", "÷": "sum", "<": "bound", ">": "bound", "≤": "bound", "≥": "bound"}
_DECORATIONS = (range(0x1F300, 0x1FB00), range(0x2600, 0x27C0))
_MEANINGFUL_PICTURES = frozenset("➕➖➗✖❌💯🔟👎")


@dataclass(frozen=True, slots=True)
class _Piece:
    """One number with what was said of it: «250 тыс» of «1 млн 250 тыс»."""

    literal: str
    scale: Scale | None = None
    is_minor: bool = False
    is_closed: bool = False
    """A currency came after it: only kopecks may follow."""

    @property
    def factor(self) -> int:
        return self.scale.by if self.scale else 1

    @property
    def value(self) -> Decimal | None:
        if self.is_minor and self.literal.isdigit():
            return Decimal(self.literal)
        return read_number(self.literal, scale=self.factor)


@dataclass(slots=True)
class _Reading:
    """What has been found in the text so far."""

    pieces: list[_Piece] = field(default_factory=list)
    currencies: set[Currency] = field(default_factory=set)
    doubts: list[str] = field(default_factory=list)
    minor_of: tuple[Currency, ...] = ()


def parse_money(text: str, *, currency: Currency) -> Money | Ask | None:
    """`currency` holds where the text names none; None when there is nothing like an amount."""
    plain = clean(text)
    if len(plain) > MAX_LENGTH:
        return Ask("too-long")
    answer = _read(plain, currency)
    if not isinstance(answer, Ask) or not _WORD_OF_THREE.search(plain):
        return answer
    retyped = (_read(other, currency) for other in other_keyboards(plain, shortest=3))
    return next((other for other in retyped if isinstance(other, Money)), answer)


def _read(plain: str, currency: Currency) -> Money | Ask | None:
    reading = _Reading()
    text = _LETTER_O.sub(lambda match: match[0].replace("o", "0").replace("о", "0"), plain)
    for match in _TOKEN.finditer(text):
        _take(reading, match, text)
    return _conclude(reading, currency)


def _take(reading: _Reading, match: re.Match[str], text: str) -> None:
    typed = match[0]
    if match["number"]:
        if _stands_after_stray_point(text, match.start()):
            reading.doubts.append("broken-number")
        reading.pieces.append(_Piece(typed))
    elif typed in _EACH_OR_FROM:
        if text[match.end() :].lstrip()[:1].isdigit():
            reading.doubts.append("bound")
    elif match["word"]:
        for sense in _senses(typed):
            _take_sense(reading, sense)
    elif typed in "+-":
        _take_sign(reading, typed, text[: match.start()], text[match.end() :])
    else:
        _take_sense(reading, _sense_of_mark(typed))


def _stands_after_stray_point(text: str, start: int) -> bool:
    """«.5» and «1..200» are slips; in «р.1200» the point ends a word."""
    before = text[:start][-2:]
    return before[-1:] in {".", ","} and not before[0].isalpha()


def _senses(word: str) -> Iterator[Sense]:
    """The meaning of a word, or of the two written together: «тысруб», «кгрн», «тр»."""
    known = VOCABULARY.find(word)
    if known is not None:
        yield known
        return
    for cut in range(1, min(len(word), 5)):
        scale, rest = VOCABULARY.find(word[:cut]), VOCABULARY.find(word[cut:])
        if isinstance(scale, Scale) and isinstance(rest, Currency):
            yield scale
            yield rest
            return
    yield Doubt("words" if any(map(str.isnumeric, word)) else "unclear")


def _sense_of_mark(mark: str) -> Sense:
    if mark in _IGNORED_MARKS or _is_decoration(mark):
        return Label()
    if mark in _MARK_DOUBTS:
        return Doubt(_MARK_DOUBTS[mark])
    known = VOCABULARY.find(mark)
    if known is None and unicodedata.category(mark) == "Sc":
        return Doubt("other-currency")
    return known or Doubt("unclear")


def _is_decoration(mark: str) -> bool:
    return mark not in _MEANINGFUL_PICTURES and any(ord(mark) in block for block in _DECORATIONS)


def _take_sign(reading: _Reading, sign: str, before: str, after: str) -> None:
    amount_follows = after.lstrip()[:1].isdigit()
    if reading.pieces and sign == "+":
        reading.doubts.append("sum")
    elif reading.pieces and amount_follows:
        reading.doubts.append("range")
    elif sign == "-" and amount_follows and (not before.strip() or after[0].isdigit()):
        reading.doubts.append("negative")


def _take_sense(reading: _Reading, sense: Sense) -> None:
    match sense:
        case Doubt(why):
            reading.doubts.append(why)
        case Label():
            pass
        case Currency():
            _take_currency(reading, sense)
        case Scale() | Minor():
            _take_unit(reading, sense)


def _take_currency(reading: _Reading, currency: Currency) -> None:
    reading.currencies.add(currency)
    if reading.pieces:
        reading.pieces[-1] = replace(reading.pieces[-1], is_closed=True)


def _take_unit(reading: _Reading, unit: Scale | Minor) -> None:
    """A unit belongs to the bare number before it; alone it is a number in words or a guess."""
    last = reading.pieces[-1] if reading.pieces else None
    if last is None or last.scale or last.is_minor or last.is_closed:
        reading.doubts.append("words" if isinstance(unit, Scale) else "approximate")
    elif isinstance(unit, Scale):
        reading.pieces[-1] = replace(last, scale=unit)
    else:
        reading.pieces[-1] = replace(last, is_minor=True)
        reading.minor_of = unit.of


def _conclude(reading: _Reading, currency: Currency) -> Money | Ask | None:
    if not reading.pieces:
        return Ask("words") if "words" in reading.doubts else None
    if reading.doubts:
        return Ask(next((why for why in reading.doubts if why != "unclear"), "unclear"))
    if len(reading.currencies) > 1:
        return Ask("two-currencies")
    said = next(iter(reading.currencies), None)
    chosen = said or currency
    if reading.minor_of and chosen not in reading.minor_of:
        return Ask("which-currency")
    total = _total(reading.pieces, has_unit=said is not None)
    return total if isinstance(total, Ask) else _money(total, chosen)


def _money(total: Decimal, currency: Currency) -> Money | Ask:
    if total <= 0:
        return Ask("zero")
    if total >= _LARGEST:
        return Ask("too-large")
    minor = total * 100
    return Money(int(minor), currency) if minor == minor.to_integral_value() else Ask("too-precise")


def _total(pieces: list[_Piece], *, has_unit: bool) -> Decimal | Ask:
    if any(piece.value is None for piece in pieces):
        return Ask("broken-number")
    if len(pieces) == 1 and not pieces[0].is_minor:
        return _single(pieces[0], has_unit=has_unit)
    *majors, last = pieces
    if not last.is_minor:
        majors = pieces
    elif last.value != int(last.value or 0) or (majors and not _takes_minor(majors[-1], last)):
        return Ask("two-amounts")
    if any(piece.is_minor for piece in majors) or not all(_continues(*pair) for pair in pairwise(majors)):
        return Ask("two-amounts")
    return sum((_worth(piece) for piece in pieces), Decimal(0))


def _worth(piece: _Piece) -> Decimal:
    value = (piece.value or Decimal(0)) * piece.factor
    return value / 100 if piece.is_minor else value


def _takes_minor(major: _Piece, minor: _Piece) -> bool:
    value = major.value
    return value is not None and value == int(value) and _worth(minor) < 1


def _continues(piece: _Piece, following: _Piece) -> bool:
    """«1 млн» may go on with «250 тыс», «5 тыс» with «200 руб»; not with a number that has no unit."""
    value = piece.value
    if piece.is_closed or value is None or value != int(value):
        return False
    if following.scale is None and not (following.is_closed and piece.factor == 1_000):
        return False
    return piece.factor > following.factor and _worth(following) < piece.factor


def _single(piece: _Piece, *, has_unit: bool) -> Decimal | Ask:
    worth = _worth(piece)
    if piece.scale and piece.scale.short and worth >= 10_000_000:
        return Ask("unlikely", {"amount": str(worth)})
    if piece.scale or has_unit:
        return worth
    if piece.literal.isdigit() and len(piece.literal) > 9:
        return Ask("unlikely", {"amount": piece.literal})
    return Ask("no-unit") if decimals_of(piece.literal) == 1 and worth < 100 else worth
