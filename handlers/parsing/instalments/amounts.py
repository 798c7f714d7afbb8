"""Shares and amounts: «30%», «треть», «20 тыс. руб.», and figures that may be either."""

from decimal import Decimal
from fractions import Fraction

from handlers.parsing.instalments.items import Count, Figure, Found, Item, Refusal
from handlers.parsing.instalments.lexer import Tokens
from handlers.parsing.instalments.whens import number_at, whole_at, word_at
from handlers.parsing.instalments.words import Amounts, Sense, Share
from handlers.parsing.money import parse_money
from handlers.parsing.numbers import read_number
from handlers.parsing.result import Ask
from models.money import Currency, Money

_FRACTIONS = frozenset({(1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (1, 6)})


def read_share(tokens: Tokens, at: int) -> Found | None:
    meaning = tokens[at].meaning
    if isinstance(meaning, Share):
        return (meaning,), at + 1
    number = number_at(tokens, at)
    if number is None:
        return None
    following = tokens[at + 1]
    if following.text == "%" or following.meaning is Sense.PERCENT:
        if tokens[at].kind == "word":
            return (Refusal("words"),), at + 2
        return (Share(number / 100) if number else Refusal("zero"),), at + 2
    if isinstance(following.meaning, Share):
        share = following.meaning.of_one * number
        if share == 1:
            return (Count(int(number)),), at + 2
        return (Share(share) if 0 < share < 1 else Refusal("unclear"),), at + 2
    return _read_fraction(tokens, at)


def _read_fraction(tokens: Tokens, at: int) -> Found | None:
    if tokens[at + 1].text != "/" or tokens[at + 3].text == "/" or tokens[at - 1].text == "/":
        return None
    above, below = whole_at(tokens, at), whole_at(tokens, at + 2)
    if above is None or below is None or (above, below) not in _FRACTIONS:
        return None
    after = at + 4 if tokens[at + 3].meaning is Sense.PART else at + 3
    return (Share(Fraction(above, below)),), after


def read_amount(tokens: Tokens, at: int, currency: Currency) -> Found | None:
    begin = at + 1 if isinstance(tokens[at].meaning, Currency) or tokens[at].text in {"$", "€", "₴", "₽"} else at
    if tokens[begin].kind != "number":
        return ((Refusal("words"),), at + 1) if word_at(tokens, at).number else None
    after = _after_units(tokens, begin + 1)
    if after == begin + 1 and begin == at:
        return _read_figure(tokens, at, currency)
    longer = _after_units(tokens, after + 1) if tokens[after].kind == "number" else after
    if longer > after + 1:
        amount = parse_money(tokens.typed(at, longer), currency=currency)
        if isinstance(amount, Money):
            return _with_currency(amount, currency), longer
    amount = parse_money(tokens.typed(at, after), currency=currency)
    if isinstance(amount, Money):
        return _with_currency(amount, currency), after
    return (Refusal(amount.why if isinstance(amount, Ask) else "unclear"),), after


def _with_currency(amount: Money, currency: Currency) -> tuple[Item, ...]:
    return (amount,) if amount.currency is currency else (Refusal("which-currency"),)


def _after_units(tokens: Tokens, at: int) -> int:
    """Past «тыс. руб.»; a lone «к» apart from a large number belongs to the day after it."""
    place = at
    while True:
        token = tokens[place]
        is_point = token.text == "." and tokens[place - 1].end == token.start and place > at
        if not _is_unit(tokens, place + 1 if is_point else place):
            return place
        place += 1


def _is_unit(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    if token.text in {"₽", "$", "€", "₴"}:
        return True
    if token.text in {"к", "k", "т", "t", "м", "m"}:
        return tokens[at - 1].end == token.start or len(tokens[at - 1].text) <= 3
    return isinstance(token.meaning, Amounts)


def _read_figure(tokens: Tokens, at: int, currency: Currency) -> Found:
    literal = tokens[at].text
    number = read_number(literal)
    if number is None:
        return (Refusal("broken-number"),), at + 1
    if not number:
        return (Refusal("zero"),), at + 1
    if number < 1000:
        return (Figure(Decimal(number)),), at + 1
    amount = parse_money(literal, currency=currency)
    return (amount if isinstance(amount, Money) else Refusal(amount.why if amount else "unclear"),), at + 1
