"""An amount or a per cent in a line, with its unit and with whatever makes it uncertain.

* Money is read by `parse_money`; beside it stand a range, a sum, a choice, a bound, a guess: asked.
* «48200 к оплате» has a preposition, not thousands; «48 к оплате» may have either: asked.
* «6 м» may be months: `is_months` decides before an amount is read.
"""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from handlers.parsing.money import parse_money
from handlers.parsing.money_words import Scale
from handlers.parsing.numbers import read_number
from handlers.parsing.offers.lexer import Token
from handlers.parsing.offers.words import OF_BEFORE, Role, doubt_of, unit_of
from handlers.parsing.result import Ask
from models.money import Currency, Money

_CURRENCY_MARKS = frozenset("$€₴₽£¥₸")
_EACH_OR_FROM = frozenset({"по", "от", "від", "from"})
_UNIT_ROLES = frozenset({None, Role.PREPOSITION})
_DOUBT_ROLES = frozenset({None, Role.OR})
_TIMES = frozenset("*×xх")
_PER = frozenset({"в", "/", "per", "a"})
_PARTS_OF_A_YEAR = frozenset({Role.MONTH, Role.QUARTER, Role.HALF_YEAR})
_BY = frozenset({"на", "by"})
_MORE_OR_LESS = frozenset(
    [
        "дешевле",
        "дороже",
        "дешевше",
        "дорожче",
        "подорожал",
        "подорожала",
        "подорожало",
        "подешевел",
        "больше",
        "более",
        "більше",
        "меньше",
        "менее",
        "менше",
        "выше",
        "вище",
        "ниже",
        "нижче",
        "плюс",
        "минус",
        "мінус",
        "cheaper",
        "dearer",
        "more",
        "less",
        "higher",
        "lower",
        "above",
        "below",
        "up",
        "down",
        "plus",
        "minus",
    ]
)
_WORDS_TO_BEFORE = 6
_AFTER_BOUND = frozenset(
    [
        "максимум",
        "минимум",
        "мінімум",
        "больше",
        "більше",
        "меньше",
        "менше",
        "выше",
        "вище",
        "plus",
        "плюс",
        "макс",
        "мин",
    ]
)


class Amount(NamedTuple):
    """`percent` or `money` is set; `literal` is the number as typed, `bare` one without any unit.

    `each` is the money or the per cent of every payment: «2 платежа по 24100».
    """

    literal: str
    end: int
    money: Money | Ask | None = None
    percent: Decimal | Ask | None = None
    bare: bool = False
    each: Money | Decimal | None = None

    @property
    def digits(self) -> int:
        """Figures of a bare whole number; 0 for others."""
        return len(self.literal) if self.bare and self.literal.isdigit() else 0


def read_amount(tokens: Sequence[Token], at: int, plain: str, currency: Currency) -> Amount:
    """The amount whose number stands at `at`; `end` is the token after it."""
    amount = _read(tokens, at, plain, currency)
    tied = _tied(tokens, amount.end)
    if tied:
        other = _read(tokens, tied[1], plain, currency)
        alike = (other.percent is None) == (amount.percent is None)
        if alike or tied[0] == "range" or (tied[0] == "sum" and amount.digits in {1, 2}):
            return _doubtful(other, tied[0])
    if amount.percent is None and _is_difference(tokens, at, amount.end):
        return _doubtful(amount, "difference")
    doubt = _doubt_before(tokens, at, plain) or _doubt_after(tokens, amount.end)
    return _doubtful(amount, doubt) if doubt else amount


def _doubtful(amount: Amount, why: str) -> Amount:
    """A percent stays a percent: «КВ 20-25 %» asks about the commission, «все по 22 %» says it."""
    if why == "each":
        value = amount.money if amount.percent is None else amount.percent
        each = None if isinstance(value, Ask) else value
        money = None if amount.percent is not None else Ask(why)
        return Amount(amount.literal, amount.end, money=money, percent=amount.percent, each=each)
    if amount.percent is not None:
        return Amount(amount.literal, amount.end, percent=Ask(why))
    return Amount(amount.literal, amount.end, money=Ask(why))


def _read(tokens: Sequence[Token], at: int, plain: str, currency: Currency) -> Amount:
    literal = tokens[at].text
    end = _end_of_units(tokens, at + 1)
    if end < len(tokens) and tokens[end].role is Role.PERCENT:
        return Amount(literal, end + 1, percent=_percent(literal) if end == at + 1 else Ask("percent"))
    start = at
    if at and _is_currency(tokens[at - 1]) and (at < 2 or tokens[at - 2].kind != "number"):
        start = at - 1
    bare = end == at + 1 and start == at
    if _is_preposition(tokens, at, end):
        end = at + 1
        bare = True
        if len(literal) < 4:
            return Amount(literal, end, money=Ask("no-unit"))
    units = [unit_of(token.text) for token in tokens[start:end] if token.kind != "number" and token.text != "."]
    money = _plain(literal, units, currency) or _money(plain[tokens[start].start : tokens[end - 1].end], currency)
    return Amount(literal, end, money=money, bare=bare)


def _plain(literal: str, units: Sequence[object], currency: Currency) -> Money | None:
    """The plainest amounts, «48200», «48 200 р», «48 тыс руб», without the full reading of `parse_money`."""
    digits = literal.replace(" ", "")
    if not digits.isdigit() or digits[0] == "0" or len(digits) > 7:
        return None
    match units:
        case []:
            return Money(int(digits) * 100, currency)
        case [Currency() as said]:
            return Money(int(digits) * 100, said)
        case [Scale(by=1_000)] if len(digits) <= 3:
            return Money(int(digits) * 100_000, currency)
        case _:
            return None


@lru_cache(maxsize=8192)
def _money(span: str, currency: Currency) -> Money | Ask:
    return parse_money(span, currency=currency) or Ask("unclear")


@lru_cache(maxsize=1024)
def _percent(literal: str) -> Decimal | Ask:
    value = read_number(literal)
    return Ask("broken-number") if value is None else value


def _end_of_units(tokens: Sequence[Token], at: int) -> int:
    """After the units and the smaller parts: «1 млн 250 тыс руб», «15000 руб 50 коп», «15 т.р.»."""
    end = at
    while at < len(tokens):
        if _is_unit(tokens[at]):
            end = at + 1
        elif tokens[at].kind == "number":
            if end != at or not _goes_on(tokens, at):
                break
        elif tokens[at].text != "." or end != at:
            break
        at += 1
    return end


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """A number with a unit of its own after whole «млн», «тыс» or a currency: thousands, roubles or kopecks."""
    number = next(token.text for token in reversed(tokens[:at]) if token.kind == "number")
    if at + 1 >= len(tokens) or not _is_unit(tokens[at + 1]) or not number.replace(" ", "").isdigit():
        return False
    before, after = unit_of(tokens[at - 1].text), unit_of(tokens[at + 1].text)
    if isinstance(before, Currency):
        return after is not None and not isinstance(after, Currency) and not hasattr(after, "by")
    larger, smaller = getattr(before, "by", 0), getattr(after, "by", 1)
    return larger > smaller


def _is_unit(token: Token) -> bool:
    if token.kind == "mark":
        return token.text in _CURRENCY_MARKS
    return token.kind == "word" and token.role in _UNIT_ROLES and unit_of(token.text) is not None


def _is_currency(token: Token) -> bool:
    return _is_unit(token) and isinstance(unit_of(token.text), Currency)


def _is_preposition(tokens: Sequence[Token], at: int, end: int) -> bool:
    """«к» apart from its number and before a word."""
    return (
        end == at + 2
        and tokens[at + 1].text == "к"
        and tokens[at + 1].start > tokens[at].end
        and end < len(tokens)
        and tokens[end].kind == "word"
        and tokens[end].role in {None, Role.FILLER, Role.CHAT}
    )


def _tied(tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    """What ties the amount to a following number, and where that stands: «45-48к», «45000+3200», «45 или 48»."""
    if at + 1 >= len(tokens) or tokens[at + 1].kind != "number":
        return None
    mark, glued = tokens[at].text, tokens[at].start == tokens[at - 1].end
    if mark == "-" and glued and tokens[at + 1].start == tokens[at].end:
        return "range", at + 1
    if mark == "+" or mark in _TIMES:
        return "sum", at + 1
    is_choice = tokens[at].role is Role.OR or mark in {"до", "to"} or (mark == "/" and glued)
    return ("two-amounts", at + 1) if is_choice else None


def _doubt_before(tokens: Sequence[Token], at: int, plain: str) -> str | None:
    if at and _is_currency(tokens[at - 1]):
        at -= 1
    if not at:
        return None
    before = tokens[at - 1]
    if before.text in _EACH_OR_FROM:
        return "each" if before.text == "по" else "bound"
    if before.text == "-":
        spaced_before = before.start == 0 or plain[before.start - 1].isspace()
        return "negative" if spaced_before and before.end == tokens[at].start else None
    if before.text in {".", ","} and before.end == tokens[at].start and plain[: before.start][-1:] in {" ", "", "."}:
        return "broken-number"
    if before.text in _TIMES or before.kind == "insurer" or before.role not in _DOUBT_ROLES:
        return None
    doubt = doubt_of(before.text)
    return doubt if doubt not in {"percent", "words"} else None


def _is_difference(tokens: Sequence[Token], at: int, end: int) -> bool:
    """«дороже на 2000», «2000 more than last year», «+2000 к прошлому»: than what?"""
    if at == 0:
        return False
    before = tokens[at - 1]
    if before.text == "+" and before.end == tokens[at].start:
        return True
    beside = {token.text for token in [*tokens[max(at - 2, 0) : at], *tokens[end : end + 1]]}
    is_compared = not beside.isdisjoint(_MORE_OR_LESS)
    return is_compared and (before.text in _BY or _is_of_before(tokens, end))


def _is_of_before(tokens: Sequence[Token], at: int) -> bool:
    return any(token.text in OF_BEFORE for token in tokens[at : at + _WORDS_TO_BEFORE])


def _is_per(tokens: Sequence[Token], at: int) -> bool:
    """«4100 в месяц», «12000 руб./квартал»: no premium of a year."""
    return at + 1 < len(tokens) and tokens[at].text in _PER and tokens[at + 1].role in _PARTS_OF_A_YEAR


def _doubt_after(tokens: Sequence[Token], at: int) -> str | None:
    if at < len(tokens) and tokens[at].text == "+" and (at + 1 == len(tokens) or tokens[at + 1].text in {",", ";"}):
        return "bound"
    if _is_per(tokens, at + 1 if at < len(tokens) and tokens[at].text == "." else at):
        return "each"
    if at + 1 < len(tokens) and tokens[at].role is Role.PREPOSITION:
        at += 1
    if at >= len(tokens) or tokens[at].kind != "word":
        return None
    if tokens[at].text in _AFTER_BOUND:
        return "bound"
    doubt = doubt_of(tokens[at].text) if tokens[at].role is None else None
    if doubt in {"other-currency", "which-currency"}:
        return doubt
    follows_number = at + 1 < len(tokens) and tokens[at + 1].kind == "number"
    return "approximate" if doubt == "approximate" and not follows_number else None
