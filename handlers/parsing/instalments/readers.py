"""The tokens of a schedule read into items, from left to right."""

from collections.abc import Callable
from fractions import Fraction

from handlers.parsing.dates.words import Role, Unit
from handlers.parsing.instalments.amounts import read_amount, read_share
from handlers.parsing.instalments.items import After, Count, Figure, Found, Item, Mark, Refusal, Value
from handlers.parsing.instalments.lexer import Tokens
from handlers.parsing.instalments.whens import (
    number_at,
    read_counted_times,
    read_interval,
    read_span,
    read_when,
    unit_at,
    whole_at,
    word_at,
)
from handlers.parsing.instalments.words import HALVING, Amounts, Doubt, Interval, Sense, Share, Turn
from models.money import Currency

_START = After()
Reader = Callable[[Tokens, int], Found | None]
_TURN_ENDINGS = frozenset(["й", "ый", "ой", "ий", "я", "ая", "ша", "га", "а", "st", "nd", "rd", "th"])
_ONE_PART = frozenset({"платеж", "взнос", "транш", "этап", "часть", "платіж", "внесок", "частина", "payment", "етап"})
"""«2 платеж» is the second one."""
_TIMES_SIGNS = frozenset({"x", "х", "*", "×"})
_CHAIN_SIGNS = frozenset({"/", "\\", "|", "-", ":", "+", "на", "to", "x", "х", "×", "*"})
_NEXT_SIGNS = frozenset({",", ";", ".", "+", "&"})
_QUIET_SIGNS = frozenset({"-", ":", "!", "=", "/", "'", ">", "•", "*", "·", "→", "%"})
_EXTRA_COSTS = frozenset({"переплаты", "переплат", "переплати", "комиссии", "комісії", "interest", "fee", "fees"})
_THEN_LATER = frozenset({"потом", "затем", "then", "потім", "далі", "згодом", "afterwards"})
_MOST_COUNTED = 60
_SIMPLE = {
    Sense.REST: Mark.REST,
    Sense.SINGLE: Mark.SINGLE,
    Sense.WHOLE: Mark.WHOLE,
    Sense.EQUAL: Mark.EQUAL,
    Sense.EACH: Mark.EACH,
    Sense.EVERY: Mark.EACH,
    Sense.FROM: Mark.BASE,
}


def read_items(tokens: Tokens, currency: Currency) -> list[Item]:
    """`currency` is what a bare amount is in."""
    items: list[Item] = []
    at = 0
    while at < len(tokens):
        found = _read(tokens, at, currency, items)
        items.extend(found[0])
        at = found[1]
    return items


def _read(tokens: Tokens, at: int, currency: Currency, before: list[Item]) -> Found:
    found = _read_chain(tokens, at, before)
    found = found or next(filter(None, (reader(tokens, at) for reader in _READERS)), None)
    return found or read_amount(tokens, at, currency) or _read_rest(tokens, at)


def _read_chain(tokens: Tokens, at: int, before: list[Item]) -> Found | None:
    """«60/40», «50 на 50», «40-30-30»: a sign between two values."""
    if not before or not isinstance(before[-1], Value) or tokens[at].text not in _CHAIN_SIGNS:
        return None
    if number_at(tokens, at + 1) is None and tokens[at + 1].meaning is not Sense.REST:
        return None
    if tokens[at].text in _TIMES_SIGNS and not _adds_up(before[-1], number_at(tokens, at + 1)):
        count = whole_at(tokens, at + 1)
        return ((Mark.EACH, Count(count)), at + 2) if count is not None and count <= _MOST_COUNTED else None
    readers = (read_when, read_interval, read_span, _read_count)
    if tokens[at].text != "/" and any(reader(tokens, at + 1) for reader in readers):
        return None
    return (Mark.CHAIN,), at + 1


def _adds_up(left: Item, right: Fraction | None) -> bool:
    return isinstance(left, Figure) and right is not None and Fraction(left.number) + right == 100


def _read_doubt(tokens: Tokens, at: int) -> Found | None:
    meaning = tokens[at].meaning
    if isinstance(meaning, Doubt):
        if tokens[at].text in {"не", "not"} and tokens[at + 1].meaning is Sense.LATER:
            return (), at + 2
        return (Refusal(meaning.why),), at + 1
    if tokens[at].text in {"?", "~", "≈", "±", "<", "≤", "≥"}:
        return (Refusal("doubt"),), at + 1
    if meaning is Sense.UP_TO and number_at(tokens, at + 1) and not read_when(tokens, at + 1):
        return (Refusal("bound"),), at + 1
    if meaning is Sense.OF:
        return _read_of(tokens, at)
    return None


def _read_of(tokens: Tokens, at: int) -> Found:
    """«от премии» changes nothing; «от остатка» and «от 20000» do."""
    if tokens[at + 1].meaning is Sense.REST:
        return (Refusal("unclear"),), at + 1
    if tokens[at + 1].kind == "number" and not read_when(tokens, at + 1) and tokens[at].text != "of":
        return (Refusal("bound"),), at + 1
    return (), at + 1


def _read_without(tokens: Tokens, at: int) -> Found | None:
    if tokens[at].meaning is not Sense.WITHOUT:
        return None
    if tokens[at + 1].meaning is Sense.PERCENT or tokens[at + 1].text in _EXTRA_COSTS:
        return (), at + 2
    is_single = tokens[at + 1].meaning in {Sense.PLAN, Sense.PART}
    return ((Mark.SINGLE,), at + 2) if is_single else ((Refusal("unclear"),), at + 1)


def _read_turn(tokens: Tokens, at: int) -> Found | None:
    """«1-й», «второй», «вторая половина»: which payment is spoken of."""
    turn = tokens[at].meaning
    if isinstance(turn, Turn):
        return (turn,), at + 1
    if tokens[at].kind != "number" or not tokens[at].text.isdigit() or len(tokens[at].text) > 2:
        return None
    if tokens[at - 1].meaning is Sense.PART and tokens[at + 1].text in {":", "-"}:
        return (Turn(int(tokens[at].text)),), at + 2
    place = at + 2 if tokens[at + 1].text == "-" else at + 1
    if tokens[place].text in _TURN_ENDINGS:
        return (Turn(int(tokens[at].text)),), place + 1
    return None


def _read_count(tokens: Tokens, at: int) -> Found | None:
    """«4 платежа», «двумя равными», «3 по», «рассрочка на 4», «пополам»."""
    if tokens[at].meaning is Sense.PLAN:
        return _read_planned(tokens, at + 1)
    if tokens[at].meaning is Sense.TWICE:
        return (Count(2),), at + 1
    if tokens[at].text in HALVING:
        return (Count(2), Mark.EQUAL), at + 1
    count = whole_at(tokens, at)
    if count is None or (count > _MOST_COUNTED and not _is_counted(tokens, at + 1)):
        return None
    if number_at(tokens, at + 1) is not None:
        return None
    found: list[Item] = [Count(count)]
    place = at + 1
    while True:
        meaning = tokens[place].meaning
        if meaning is Sense.EQUAL:
            found.append(Mark.EQUAL)
        elif isinstance(meaning, Interval) and count <= _MOST_COUNTED:
            found.append(meaning)
        elif meaning is not Sense.AGAIN and not _is_hyphen_in_one_off(tokens, place):
            break
        place += 1
    return _counted(tokens, place, found, is_word=tokens[at].kind == "word")


def _is_hyphen_in_one_off(tokens: Tokens, at: int) -> bool:
    return tokens[at].text == "-" and tokens[at + 1].meaning is Sense.TIMES


def _is_counted(tokens: Tokens, at: int) -> bool:
    """«1000 платежей» are too many; «12000 по» is no count at all."""
    return tokens[at].meaning in {Sense.PART, Sense.TIMES} and len(tokens[at - 1].text) <= 4


def _counted(tokens: Tokens, at: int, found: list[Item], *, is_word: bool) -> Found | None:
    meaning, text = tokens[at].meaning, tokens[at].text
    if meaning is Sense.TIMES and found[0] == Count(1):
        return (Mark.SINGLE,), at + 1
    if isinstance(found[0], Count) and found[0].number > 1 and text in _ONE_PART and not is_word:
        return (Turn(found[0].number),), at + 1
    if meaning in {Sense.PART, Sense.TIMES}:
        return None if read_interval(tokens, at) else (tuple(found), at + 1)
    if len(found) > 1 or meaning is Sense.EACH:
        return tuple(found), at
    if text in _TIMES_SIGNS and number_at(tokens, at + 1) is not None:
        total = number_at(tokens, at - 1), number_at(tokens, at + 1)
        if None not in total and sum(filter(None, total)) != 100:
            return (*found, Mark.EACH), at + 1
        return None
    is_sure = is_word and found[0] != Count(1) and not isinstance(meaning, Share | Amounts | Doubt)
    return (tuple(found), at) if is_sure and unit_at(tokens, at) is None else None


def _read_planned(tokens: Tokens, at: int) -> Found:
    place = at
    while tokens[place].meaning in {Sense.ON, Sense.LABEL} or tokens[place].text in {"-", ":"}:
        place += 1
    count = whole_at(tokens, place)
    after = tokens[place + 1]
    is_alone = after.kind in {"end", "line"} or after.text in {",", ".", ";"} or after.kind == "word"
    is_measure = after.meaning is Sense.PERCENT or isinstance(after.meaning, Amounts) or after.text in {"на", "х", "x"}
    if count is None or not is_alone or is_measure or unit_at(tokens, place + 1) or _read_turn(tokens, place):
        return (), at
    if _read_count(tokens, place) or read_when(tokens, place):
        return (), at
    return (Count(count) if count > 1 else Refusal("instalments-count"),), place + 1


def _read_next(tokens: Tokens, at: int) -> Found | None:
    """A comma, a new line, «и», «потом»."""
    token = tokens[at]
    if token.text == ":" and tokens[at - 1].meaning in {Sense.PART, Sense.PLAN}:
        return (Mark.NEXT,), at + 1
    if token.meaning is Sense.THEN:
        following = tokens[at + 1]
        if token.text in _THEN_LATER and (following.kind in {"end", "line"} or following.text in {",", "."}):
            return (Refusal("vague"),), at + 1
        return (Mark.NEXT,), at + 1
    if token.kind == "line" or token.text in _NEXT_SIGNS:
        return (Mark.NEXT,), at + 1
    return None


def _read_word(tokens: Tokens, at: int) -> Found | None:
    meaning = tokens[at].meaning
    if meaning is Sense.NOW:
        return (_START,), at + 1
    if meaning is Sense.LATER:
        return (Refusal("vague"),), at + 1
    if meaning is Sense.ONCE:
        return (Mark.SINGLE,), at + 1
    if isinstance(meaning, Sense) and meaning in _SIMPLE:
        return (_SIMPLE[meaning],), at + 1
    return None


def _read_rest(tokens: Tokens, at: int) -> Found:
    """Words that change nothing, and those that nobody knows."""
    token = tokens[at]
    is_role = word_at(tokens, at).role in {Role.END, Role.FINAL, Role.MIDDLE, Role.BEFORE, Role.MINUS, Role.AGO}
    if token.kind == "mark" and token.text not in _QUIET_SIGNS and not _is_picture(token.text):
        return (Refusal("unclear"),), at + 1
    is_unread_period = unit_at(tokens, at) in {Unit.MONTH, Unit.QUARTER, Unit.WEEK}
    if (token.is_unknown and len(token.text) > 2) or is_role or is_unread_period:
        return (Refusal("unclear"),), at + 1
    return (), at + 1


def _is_picture(mark: str) -> bool:
    return ord(mark) >= 0x2190


_READERS: tuple[Reader, ...] = (
    _read_doubt,
    _read_without,
    read_counted_times,
    read_interval,
    read_when,
    _read_turn,
    _read_count,
    read_share,
    read_span,
    _read_next,
    _read_word,
)
