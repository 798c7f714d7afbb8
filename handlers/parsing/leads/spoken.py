"""Phone numbers dictated in words: «восемь девятьсот тринадцать девятьсот сорок два ноль семь семьдесят»."""

from collections.abc import Iterator, Sequence

from handlers.parsing.leads.sheet import Token
from handlers.parsing.phones import parse_phone
from handlers.parsing.result import Phone

_UNITS_TEXT = """
    ноль:0 нуль:0 один:1 одна:1 два:2 две:2 дві:2 три:3 четыре:4 чотири:4 пять:5 п'ять:5 шесть:6 шість:6 семь:7 сім:7
    восемь:8 вісім:8 девять:9 дев'ять:9
"""
_TEENS_TEXT = """
    десять:10 одиннадцать:11 одинадцять:11 двенадцать:12 дванадцять:12 тринадцать:13 тринадцять:13 четырнадцать:14
    чотирнадцять:14 пятнадцать:15 п'ятнадцять:15 шестнадцать:16 шістнадцять:16 семнадцать:17 сімнадцять:17
    восемнадцать:18 вісімнадцять:18 девятнадцать:19 дев'ятнадцять:19
"""
_TENS_TEXT = """
    двадцать:20 двадцять:20 тридцать:30 тридцять:30 сорок:40 пятьдесят:50 п'ятдесят:50 шестьдесят:60 шістдесят:60
    семьдесят:70 сімдесят:70 восемьдесят:80 вісімдесят:80 девяносто:90 дев'яносто:90
"""
_HUNDREDS_TEXT = """
    сто:100 двести:200 двісті:200 триста:300 четыреста:400 чотириста:400 пятьсот:500 п'ятсот:500 шестьсот:600
    шістсот:600 семьсот:700 сімсот:700 восемьсот:800 вісімсот:800 девятьсот:900 дев'ятсот:900
"""


def _numbers(text: str) -> dict[str, int]:
    return {word: int(number) for word, number in (pair.split(":") for pair in text.split())}


_NUMBERS = {
    word: number
    for text in (_UNITS_TEXT, _TEENS_TEXT, _TENS_TEXT, _HUNDREDS_TEXT)
    for word, number in _numbers(text).items()
}
_FEWEST_WORDS = 2
_LENGTHS = range(10, 13)


def with_dictated_phones(tokens: Sequence[Token], region: str) -> list[Token]:
    if sum(token.plain in _NUMBERS for token in tokens) < _FEWEST_WORDS:
        return list(tokens)
    return list(_read(tokens, region))


def _read(tokens: Sequence[Token], region: str) -> Iterator[Token]:
    at = 0
    while at < len(tokens):
        end = at
        while end < len(tokens) and _is_number(tokens[end]):
            end += 1
        phone = _phone(tokens[at:end], region)
        if phone is None:
            yield tokens[at]
            at += 1
            continue
        text, plain = (" ".join(getattr(token, name) for token in tokens[at:end]) for name in ("text", "plain"))
        yield Token("phone", text, plain, tokens[at].start, tokens[end - 1].end, phone)
        at = end


def _is_number(token: Token) -> bool:
    return token.plain in _NUMBERS or (
        token.kind in {"number", "broken-phone"} and token.plain.replace(" ", "").isdigit()
    )


def _phone(tokens: Sequence[Token], region: str) -> str | None:
    if sum(token.plain in _NUMBERS for token in tokens) < _FEWEST_WORDS:
        return None
    digits = "".join(_groups(tokens))
    found = parse_phone(digits, region) if len(digits) in _LENGTHS else None
    return found.e164 if isinstance(found, Phone) else None


def _groups(tokens: Sequence[Token]) -> Iterator[str]:
    """A smaller number adds to the greater one before it: «сорок два», but «ноль семь»."""
    said: int | None = None
    for token in tokens:
        number = _NUMBERS.get(token.plain)
        if said is not None and number and _adds(said, number):
            said += number
            continue
        if said is not None:
            yield str(said)
        said = number
        if number is None:
            yield token.plain.replace(" ", "")
    if said is not None:
        yield str(said)


def _adds(said: int, number: int) -> bool:
    """To round hundreds what is less than a hundred, to round tens a unit."""
    is_round = said % (100 if number >= 10 else 10) == 0
    return (is_round and number < 100 <= said) or (is_round and number < 10 and said >= 20)
