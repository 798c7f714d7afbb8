"""How often and how long: instalments and terms, read from where a number or a word of time stands."""

from collections.abc import Sequence

from handlers.parsing.offers.items import Every, Said, Word
from handlers.parsing.offers.lexer import Token
from handlers.parsing.offers.result import Split, Term
from handlers.parsing.offers.words import COUNTS, OF_BEFORE, Role, unit_of
from handlers.parsing.result import Ask

_MOST_PARTS = 24
_LONGEST_MONTHS = 600
_MONTHS = {Role.MONTH: 1, Role.QUARTER: 3, Role.HALF_YEAR: 6, Role.YEAR: 12, Role.YEARS_OF_AGE: 12}
_DAYS = {Role.DAY: 1, Role.WEEK: 7}
_EVERY = {
    Role.MONTHLY: 1,
    Role.QUARTERLY: 3,
    Role.HALF_YEARLY: 6,
    Role.MONTH: 1,
    Role.QUARTER: 3,
    Role.HALF_YEAR: 6,
    Role.YEAR: 12,
}
_SINGULAR = frozenset(
    [
        "год",
        "рік",
        "year",
        "yr",
        "y",
        "г",
        "god",
        "месяц",
        "місяць",
        "month",
        "день",
        "day",
        "неделя",
        "тиждень",
        "week",
        "квартал",
        "полгода",
        "півроку",
        "полугодие",
        "годовой",
        "годовая",
        "годовое",
        "річний",
        "річна",
        "річне",
        "піврічний",
        "полугодовой",
        "annual",
        "yearly",
    ]
)
_LINKS = frozenset({"на", "в", "по", "за", ":", "-", "=", "(", "for", "in", "of", ".", "до"})
_NO_TERM_AFTER = OF_BEFORE | {"в", "/", "per", "a", "каждый", "кожен"}
_MONEY_LABELS = {Role.SUM_INSURED, Role.DEDUCTIBLE, Role.PREMIUM, Role.PART}
_COUNTED = frozenset({Role.PAYMENT, Role.INSTALMENTS, Role.PREMIUM, Role.PART})
_PACES = frozenset({Role.MONTHLY, Role.QUARTERLY, Role.HALF_YEARLY})
_PERIODS = frozenset({Role.YEAR, Role.HALF_YEAR, Role.QUARTER})
_UNIT_ROLES = frozenset({None, Role.PREPOSITION})
_TAKING = frozenset({Role.COMMISSION, Role.DEDUCTIBLE})
Read = tuple[Said | Word, int]


def role_at(tokens: Sequence[Token], at: int) -> Role | None:
    return tokens[at].role if 0 <= at < len(tokens) else None


def label_before(tokens: Sequence[Token], at: int) -> Role | None:
    """The role of the word before, over a preposition, a colon and words that say nothing."""
    at -= 1
    while at >= 0 and (tokens[at].text in _LINKS or tokens[at].role is Role.FILLER):
        at -= 1
    return None if role_at(tokens, at - 1) is Role.WITHOUT else role_at(tokens, at)


def read_number_of_time(tokens: Sequence[Token], at: int) -> Read | None:
    """«2 платежа», «рассрочка 2», «12 мес», «срок 12» from the whole number at `at`, in digits or in words."""
    count = _count(tokens[at])
    if count is None:
        return None
    if _is_choice(tokens, at) and label_before(tokens, at) is Role.INSTALMENTS:
        return Said("instalments", Ask("choice")), at + 3
    after = at + 1
    while after < len(tokens) and tokens[after].text in {"-", ".", "х", "x", "ми", "мя", "равных", "рівних"}:
        after += 1
    return (
        _term(tokens, at, after, count) or _payments(tokens, at, after, count) or _bare_count(tokens, at, count, after)
    )


def _is_choice(tokens: Sequence[Token], at: int) -> bool:
    """«рассрочка 2 или 4», «2-4»."""
    if at + 2 >= len(tokens) or _count(tokens[at + 2]) is None:
        return False
    return tokens[at + 1].role is Role.OR or (tokens[at + 1].text in {"-", "/"} and _is_glued(tokens, at + 1))


def _is_glued(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start


def _count(token: Token) -> int | None:
    if token.kind == "number" and token.text.isdigit() and len(token.text) <= 3:
        return int(token.text)
    return COUNTS.get(token.text) if token.kind == "word" else None


def _term(tokens: Sequence[Token], at: int, after: int, count: int) -> Read | None:
    role = role_at(tokens, after)
    if role is None and after < len(tokens) and tokens[after].text in {"м", "m"}:
        role = Role.MONTH if 0 < count <= 60 and label_before(tokens, at) not in _MONEY_LABELS else None
    if (role not in _MONTHS and role not in _DAYS) or (count != 1 and tokens[after].text in _SINGULAR):
        return None
    before, end = label_before(tokens, at), after + 1
    if role is Role.DAY and role_at(tokens, end) is Role.OTHER:
        return None
    if before is Role.INSTALMENTS:
        return Said("instalments", Ask("instalments-count")), end
    if _is_other_time(tokens, at, role, count, before):
        return Word(f"{tokens[at].text} {tokens[after].text}"), end
    if _is_range(tokens, at):
        return Said("term", Ask("range")), end
    months, days = count * _MONTHS.get(role, 0), count * _DAYS.get(role, 0)
    fits = months + days > 0 and months <= _LONGEST_MONTHS
    return Said("term", Term(months, days) if fits else Ask("term-unclear")), end


def _is_other_time(tokens: Sequence[Token], at: int, role: Role, count: int, before: Role | None) -> bool:
    """An age, a validity, «через 3 дня»; several years are a term only after «на» or «срок»."""
    if before in {Role.VALIDITY, Role.OTHER} or (at and tokens[at - 1].text in {"через", "after", "каждые", "кожні"}):
        return True
    is_said = before is Role.TERM or (at and tokens[at - 1].text in {"на", "for"})
    return (role is Role.YEARS_OF_AGE or (role is Role.YEAR and count > 1)) and not is_said


def _is_range(tokens: Sequence[Token], at: int) -> bool:
    return at > 1 and tokens[at - 1].text == "-" and tokens[at - 2].text.isdigit() and _is_glued(tokens, at - 1)


def _payments(tokens: Sequence[Token], at: int, after: int, count: int) -> Read | None:
    role = role_at(tokens, after)
    if role in _COUNTED:
        is_label = role is not Role.PAYMENT
        if is_label and (label_before(tokens, at) is not None or not _is_payment_word(tokens[after].text)):
            return None
        is_bound = at > 0 and tokens[at - 1].text in {"до", "от", "від", "max"}
        return Said("instalments", Ask("bound") if is_bound else _split(count)), after + 1
    if count == 1 and after < len(tokens) and tokens[after].text.startswith("оплат"):
        return Said("instalments", Split(1)), after + 1
    return None


def _is_payment_word(text: str) -> bool:
    """Words that alone mean the premium or a part of it, and after «1» or «2» count payments."""
    return text.startswith(("плат", "взнос", "внес", "payment", "instal", "рассроч", "розстроч"))


def _bare_count(tokens: Sequence[Token], at: int, count: int, after: int) -> Read | None:
    """A number right after «рассрочка», «поквартально» or «срок»."""
    before, following = label_before(tokens, at), role_at(tokens, after)
    if following is Role.PERCENT or _has_unit(tokens, at):
        return None
    is_free = following not in _TAKING
    if before in _PACES and count <= _MOST_PARTS and is_free:
        return Said("instalments", _split(count)), after
    if (
        before is Role.PAYMENT
        and 1 <= count <= _MOST_PARTS
        and is_free
        and tokens[at - 1].text.endswith(("ами", "ями"))
    ):
        return Said("instalments", _split(count)), after
    if before is Role.INSTALMENTS and count <= 99:
        return Said("instalments", _split(count)), after
    if before is Role.TERM and tokens[at].kind == "number":
        return Said("term", Ask("term-unclear")), after
    return None


def _has_unit(tokens: Sequence[Token], at: int) -> bool:
    return role_at(tokens, at + 1) in _UNIT_ROLES and at + 1 < len(tokens) and bool(unit_of(tokens[at + 1].text))


def _split(count: int) -> Split | Ask:
    return Split(count) if 1 <= count <= _MOST_PARTS else Ask("instalments-count")


def read_word_of_time(tokens: Sequence[Token], at: int) -> Read | None:
    """«единовременно», «поквартально», «раз в полгода», «на год»."""
    role = tokens[at].role
    if tokens[at].text in {"раз", "every", "каждый", "каждые", "кожен", "кожні", "по"}:
        return _every(tokens, at)
    if role is Role.ONCE:
        end = at + 1 if role_at(tokens, at + 1) not in {Role.PAYMENT, Role.PREMIUM} else at + 2
        return Said("instalments", Split(1)), end
    if role in _PACES:
        return _monthly(tokens, at, role)
    if role in _PERIODS and _is_term(tokens, at):
        return Said("term", Term(months=_MONTHS[role])), at + 1
    return None


def _monthly(tokens: Sequence[Token], at: int, role: Role) -> Read | None:
    following = at + 1
    while following < len(tokens) and tokens[following].text in _LINKS:
        following += 1
    if following < len(tokens) and (said := read_number_of_time(tokens, following)) and said[0] != Word(""):
        is_count = isinstance(said[0], Said) and said[0].field == "instalments"
        if is_count:
            return said
    return Said("instalments", Every(_EVERY[role])), at + 1


def _every(tokens: Sequence[Token], at: int) -> Read | None:
    unit = at + 1
    while unit < len(tokens) and tokens[unit].text in {"в", "на"}:
        unit += 1
    role = role_at(tokens, unit)
    if role not in _EVERY or (tokens[at].text == "по" and role is Role.YEAR):
        return None
    return Said("instalments", Every(_EVERY[role])), unit + 1


def _is_term(tokens: Sequence[Token], at: int) -> bool:
    """«на год», «срок год», «, годовой»; not «в год», not «48200/год» and not «last year»."""
    before = tokens[at - 1] if at else None
    return before is None or before.text not in _NO_TERM_AFTER


def shares_of(tokens: Sequence[Token], at: int) -> Read:
    """«50/50»; beside a product's name it may be a part of that."""
    end = at + 2 if role_at(tokens, at + 1) is Role.PAYMENT else at + 1
    before = role_at(tokens, at - 1)
    if before in {Role.PRODUCT, Role.KIND}:
        return Said("instalments", Ask("split-or-programme")), end
    has_number = role_at(tokens, at - 2) in {Role.PERCENT, Role.WITHOUT, Role.NONE} or _ends_amount(tokens, at - 2)
    if before in {Role.DEDUCTIBLE, Role.COMMISSION} and not has_number:
        field = "deductible" if before is Role.DEDUCTIBLE else "commission"
        return Said(field, Ask("two-amounts")), end
    shares = tokens[at].shares
    return Said("instalments", Split(len(shares), shares) if sum(shares) == 100 else Ask("shares-sum")), end


def _ends_amount(tokens: Sequence[Token], at: int) -> bool:
    """«10т», «10 тыс. р» or a number alone ends there."""
    while at > 0 and (tokens[at].text == "." or (tokens[at].kind in {"word", "mark"} and unit_of(tokens[at].text))):
        at -= 1
    return at >= 0 and tokens[at].kind == "number"
