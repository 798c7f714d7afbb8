"""The words and numbers of one offer, read from left to right into items."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from handlers.parsing.money_words import Scale
from handlers.parsing.offers.amounts import Amount, read_amount
from handlers.parsing.offers.items import Gap, Item, Label, Said, Word
from handlers.parsing.offers.lexer import Token
from handlers.parsing.offers.periods import label_before, read_number_of_time, read_word_of_time, role_at, shares_of
from handlers.parsing.offers.result import NoDeductible, Split
from handlers.parsing.offers.words import COUNTS, NO_DEDUCTIBLE, NONE_BEFORE_ITS_LABEL, Role, doubt_of, unit_of
from handlers.parsing.result import Ask
from models.money import Currency

_GAPS = frozenset(",;|()[]\n\\/")
_LABELS = {
    Role.PREMIUM,
    Role.DEDUCTIBLE,
    Role.COMMISSION,
    Role.SUM_INSURED,
    Role.DISCOUNT,
    Role.PART,
    Role.OTHER,
    Role.VALIDITY,
}
_SILENT = {
    Role.FILLER,
    Role.PREPOSITION,
    Role.AND,
    Role.KIND,
    Role.EVERYONE,
    Role.PAYMENT,
    Role.TERM,
    Role.OR,
    Role.OBJECT,
    Role.PERCENT,
    Role.INSURED,
    Role.NONE,
    Role.WITHOUT,
    Role.PROGRAMME,
}
_ABSENT = {
    Role.DEDUCTIBLE: Said("deductible", NoDeductible()),
    Role.INSTALMENTS: Said("instalments", Split(1)),
    Role.COMMISSION: Said("commission", Decimal(0)),
}
_LABEL = {role: Label(role) for role in _LABELS}
_LINKS = frozenset(":-=.")
_NAMED = frozenset({*_LABELS, Role.INSURED, Role.COST, Role.SUM, Role.INSTALMENTS})
_GAP, _DASH = Gap(), Gap(is_weak=True)
Read = tuple[Item | None, int]


def read_items(tokens: Sequence[Token], plain: str, currency: Currency) -> list[Item]:
    items: list[Item] = []
    at = 0
    while at < len(tokens):
        item, at = _item(tokens, at, plain, currency)
        if item is not None and not (isinstance(item, Label) and items[-1:] == [item]):
            items.append(item)
    return items


def _item(tokens: Sequence[Token], at: int, plain: str, currency: Currency) -> Read:
    token = tokens[at]
    match token.kind:
        case "word":
            return _word(tokens, at)
        case "number":
            return read_number_of_time(tokens, at) or _amount(tokens, at, plain, currency)
        case "power":
            return Amount(token.text, at + 1, money=Ask("broken-number")), at + 1
        case "mark":
            return _gap(tokens, at), at + 1
        case "shares":
            return shares_of(tokens, at)
        case "quoted":
            return Said("programme", token.text), at + 1
        case "until":
            return Said("valid_until", date.fromisoformat(token.text)), at + 1
        case "skipped":
            return Word(token.text), at + 1
        case _:
            return None, at + 1


def _gap(tokens: Sequence[Token], at: int) -> Gap | None:
    """A dash parts only with blanks around it, and weakly: «фр - 15» is one thing."""
    token = tokens[at]
    if token.text in _GAPS:
        return _GAP
    is_apart = 0 < at < len(tokens) - 1 and tokens[at - 1].end < token.start and token.end < tokens[at + 1].start
    return _DASH if token.text == "-" and is_apart else None


def _amount(tokens: Sequence[Token], at: int, plain: str, currency: Currency) -> Read:
    amount = read_amount(tokens, at, plain, currency)
    is_year = amount.digits == 4 and role_at(tokens, at - 1) is Role.VEHICLE and amount.literal[:2] in {"19", "20"}
    if is_year or (amount.bare and len(amount.literal) <= 2 and _counts_something(tokens, at)):
        return Word(amount.literal), amount.end
    return amount, amount.end


def _counts_something(tokens: Sequence[Token], at: int) -> bool:
    """«2 фото», «3 водителя», «в 15», «X5»: no amount, unless a label stands before it."""
    if label_before(tokens, at) in _LABELS:
        return False
    before = tokens[at - 1] if at else None
    if before and before.kind == "word" and before.end == tokens[at].start and before.role in {None, Role.VEHICLE}:
        return True
    if at + 1 < len(tokens) and tokens[at + 1].kind == "word":
        following = tokens[at + 1]
        if following.role is Role.CHAT or (following.role is None and not _is_known(following.text)):
            return True
    return before is not None and before.text in {"в", "о", "об", "at"}


def _is_known(word: str) -> bool:
    return word in NO_DEDUCTIBLE or word in COUNTS or unit_of(word) is not None or doubt_of(word) is not None


def _word(tokens: Sequence[Token], at: int) -> Read:
    token = tokens[at]
    if token.role is Role.FILLER:
        return None, at + 1
    if token.text in NO_DEDUCTIBLE:
        return _ABSENT[Role.DEDUCTIBLE], at + 1
    read = _absence(tokens, at) or (token.text in COUNTS and read_number_of_time(tokens, at)) or None
    read = read or read_word_of_time(tokens, at) or _programme(tokens, at)
    read = read or _extra(tokens, at) or _label(tokens, at)
    if read:
        return read
    if token.role in _SILENT:
        return None, at + 1
    return _number_in_words(tokens, at) or (Word(token.text), at + 1)


def _number_in_words(tokens: Sequence[Token], at: int) -> Read | None:
    """«сорок восемь тысяч» is an amount that is asked; «один вариант» is none."""
    end = at
    while end < len(tokens) and _is_number_word(tokens[end]):
        end += 1
    if end == at or (end == at + 1 and COUNTS.get(tokens[at].text) == 1):
        return None
    return Amount(tokens[at].text, end, money=Ask("words")), end


def _is_number_word(token: Token) -> bool:
    if token.kind != "word" or token.role is not None:
        return False
    is_scale = isinstance(unit_of(token.text), Scale) and len(token.text) > 2
    return is_scale or doubt_of(token.text) == "words"


def _absence(tokens: Sequence[Token], at: int) -> Read | None:
    """«без франшизы», «нулевая франшиза», «франшиза: нет»."""
    role = tokens[at].role
    if role not in _ABSENT and role is not Role.WITHOUT and role is not Role.NONE:
        return None
    after = at + 1
    while after < len(tokens) and (tokens[after].text in _LINKS or tokens[after].role in {Role.FILLER, Role.EVERYONE}):
        after += 1
    following = role_at(tokens, after)
    if role in {Role.WITHOUT, Role.NONE} and following in _ABSENT:
        is_other_label = role is Role.NONE and after > at + 1
        return None if is_other_label else (_ABSENT[following], after + 1)
    if role is Role.WITHOUT and following in {Role.DISCOUNT, Role.OTHER, Role.PART}:
        return Word(f"{tokens[at].text} {tokens[after].text}"), after + 1
    is_of_next = role_at(tokens, after + 1) in _ABSENT and following and tokens[after].text in NONE_BEFORE_ITS_LABEL
    if role in _ABSENT and following is Role.NONE and not is_of_next:
        return _ABSENT[role], after + 1
    return None


def _programme(tokens: Sequence[Token], at: int) -> Read | None:
    """Words of products side by side, «КАСКО Стандарт», or whatever follows «программа»."""
    named = tokens[at].role is Role.PROGRAMME
    if not named and tokens[at].role not in {Role.PRODUCT, Role.KIND}:
        return None
    start = at + 1 if named else at
    end = start
    while end < len(tokens) and tokens[end].kind in {"word", "quoted"} and _is_of_product(tokens[end], named=named):
        end += 1
    words = tokens[start:end]
    if not any(word.role is Role.PRODUCT or named for word in words):
        return None
    return Said("programme", " ".join(word.text for word in words)), end


def _is_of_product(token: Token, *, named: bool) -> bool:
    if token.kind == "quoted" or token.role in {Role.PRODUCT, Role.KIND}:
        return token.kind != "quoted" or named
    return named and token.role is None


def _extra(tokens: Sequence[Token], at: int) -> Read | None:
    """«+ НС 1500», «НС +1500»: no label but money that the premium may lack; a per cent is none."""
    if tokens[at].role is not Role.OTHER:
        return None
    added = [token.text == "+" for token in (tokens[at - 1], *tokens[at + 1 : at + 2])] if at else []
    number = at + 1
    while number < len(tokens) and tokens[number].text in {"+", ":", "-", "."}:
        number += 1
    is_number = number < len(tokens) and tokens[number].kind == "number"
    is_money = is_number and role_at(tokens, number + 1) is not Role.PERCENT
    return (Word(tokens[at].text), at + 1) if any(added) and is_money else None


def _label(tokens: Sequence[Token], at: int) -> Read | None:
    role, after = tokens[at].role, at + 1
    if role not in _NAMED:
        return None
    while after < len(tokens) and tokens[after].text == ".":
        after += 1
    following = role_at(tokens, after)
    if role is Role.INSURED and following in {Role.SUM, Role.INSURED}:
        return Label(Role.SUM_INSURED), after + 1
    if role is Role.INSURED and following in {Role.PREMIUM, Role.COST}:
        return Label(Role.PREMIUM), after + 1
    if role in {Role.COST, Role.PREMIUM} and following is Role.OBJECT:
        return Label(Role.SUM_INSURED), after + 1
    if role is Role.SUM and after < len(tokens) and tokens[after].text.startswith("страх"):
        return Label(Role.SUM_INSURED), after + 1
    if role is Role.COST:
        return Label(Role.PREMIUM), at + 1
    if role is Role.INSTALMENTS:
        return Said("instalments", Ask("instalments-count")), at + 1
    if role is Role.SUM:
        return None, at + 1
    return (_LABEL[role], at + 1) if role in _LABEL else None
