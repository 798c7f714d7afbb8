"""«через 2 недели», "in an hour", «за тиждень», «3 дня назад»."""

from collections.abc import Callable
from fractions import Fraction

from handlers.parsing.dates.items import Item, Refusal, Shift
from handlers.parsing.dates.lexer import Token, Tokens
from handlers.parsing.dates.words import Role, Unit

Found = tuple[tuple[Item, ...], int]
"""What stands at a place, and where to go on."""
Reader = Callable[[Tokens, int], Found | None]

_MOST = 40_000
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF_YEAR: 6, Unit.YEAR: 12}
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.FORTNIGHT: 14}
_MINUTES = {Unit.MINUTE: 1, Unit.HALF_HOUR: 30, Unit.HOUR: 60}
_SMALLER = {
    Unit.YEAR: {Unit.MONTH},
    Unit.MONTH: {Unit.WEEK, Unit.DAY},
    Unit.WEEK: {Unit.DAY},
    Unit.HOUR: {Unit.MINUTE},
}


def read_shift(tokens: Tokens, at: int) -> Found | None:
    """A duration after a word that counts from now."""
    role = tokens[at].word.role
    if role is Role.THROUGH:
        item, after = _read_difference(tokens, at + 1) or (_refused(tokens[at + 1]), at + 1)
        return (_unless_vague_day(tokens, at, after, item),), after
    if role in {Role.IN, Role.AFTER} or tokens[at].text == "+":
        found = _read_difference(tokens, at + 1)
        return found and ((found[0],), found[1])
    if role is Role.ZA:
        return _read_za(tokens, at)
    return None


def _read_difference(tokens: Tokens, at: int) -> tuple[Shift | Refusal, int] | None:
    """«через год минус день»: the last day of a yearly policy."""
    found = read_duration(tokens, at)
    if found is None or tokens[found[1]].word.role is not Role.MINUS:
        return found
    less = read_duration(tokens, found[1] + 1)
    if less is None or isinstance(found[0], Refusal) or isinstance(less[0], Refusal):
        return Refusal("unclear"), found[1] + 1
    return found[0].plus(less[0].back()), less[1]


def _refused(token: Token) -> Refusal:
    return Refusal(token.word.doubt or "unclear")


def _unless_vague_day(tokens: Tokens, at: int, after: int, item: Item) -> Item:
    """«через день» is tomorrow for some, the day after for others, and every other day."""
    return Refusal("every-other-day") if after == at + 2 and tokens[at + 1].text == "день" else item


def _read_za(tokens: Tokens, at: int) -> Found | None:
    """«за тиждень» is in a week; «за неделю» is a week before something, or within it."""
    found = read_duration(tokens, at + 1)
    if found is None:
        return None
    item, after = found
    is_before = tokens[after].text in {"до", "перед"}
    languages = tokens[after - 1].word.languages & {"ru", "uk"}
    is_ukrainian = languages == {"uk"} or (len(languages) == 2 and tokens.language == "uk")
    return ((item if is_ukrainian and not is_before else Refusal("within-or-before"),), after)


def read_ago(tokens: Tokens, at: int) -> Found | None:
    """«3 дня назад», and its English opposite "3 days from now"."""
    found = read_duration(tokens, at)
    if found is None:
        return None
    item, after = found
    if tokens[after].text == "from" and tokens[after + 1].word.day == 0:
        return (item,), after + 2
    end = after
    while tokens[end].word.role is Role.AGO:
        end += 1
    if end == after:
        return None
    return (item.back() if isinstance(item, Shift) else item,), end


def read_bare_duration(tokens: Tokens, at: int) -> Found | None:
    """«3 дня» with nothing before or after may be a term as well as a day."""
    is_counted = tokens[at].number is not None or tokens[at].word.number is not None
    if not is_counted and tokens[at].word.unit not in {Unit.HALF_YEAR, Unit.HALF_HOUR}:
        return None
    found = read_duration(tokens, at)
    return found and ((Refusal("duration-or-date"),), found[1])


def read_duration(tokens: Tokens, at: int) -> tuple[Shift | Refusal, int] | None:
    """One or two counted units; a range or a guess is refused."""
    count, place = _read_count(tokens, at)
    unit = tokens[place].word.unit
    if place > at and tokens[place].word.doubt == "working-days":
        return Refusal("working-days"), place + 1
    if unit is None:
        return None
    after = place + 1
    if count is None or _is_open(tokens, at, place):
        return Refusal("range" if count is None else "approximate"), after
    if _is_range(tokens, after):
        return Refusal("range"), after + 2
    if tokens[place].text == "год" and tokens.language == "uk" and count > 1:
        return Refusal("hours-or-years"), after
    return _with_smaller(tokens, after, unit, _shift(unit, count))


def _with_smaller(tokens: Tokens, at: int, unit: Unit, shift: Shift | Refusal) -> tuple[Shift | Refusal, int]:
    place = at + 1 if tokens[at].word.role is Role.AND else at
    count, unit_place = _read_count(tokens, place)
    if unit_place == place or tokens[unit_place].word.unit not in _SMALLER.get(unit, ()):
        return shift, at
    smaller = read_duration(tokens, place)
    if count is None or smaller is None or isinstance(shift, Refusal) or isinstance(smaller[0], Refusal):
        return Refusal("range"), unit_place + 1
    return shift.plus(smaller[0]), smaller[1]


def _is_open(tokens: Tokens, at: int, place: int) -> bool:
    """«через дня 3» puts the count after the unit: about three days."""
    following = tokens[place + 1]
    is_counted_after = (following.number or 0) > 0 or (following.word.number or 0) > 1
    return at == place and is_counted_after and tokens[place + 2].word.unit is None


def _is_range(tokens: Tokens, after: int) -> bool:
    """«через день-два», «час - полтора»."""
    following = tokens[after + 1]
    return tokens[after].text == "-" and not (following.number is None and following.word.number is None)


def _read_count(tokens: Tokens, at: int) -> tuple[Fraction | None, int]:
    """How many, and where the unit should stand; one where nothing is said, None for a range."""
    token = tokens[at]
    if token.kind == "pair" and tokens[at + 1].word.unit:
        return _decimal(token), at + 1
    if token.number is not None:
        if tokens[at + 1].text == "-" and tokens[at + 2].number is not None:
            return None, at + 3
        return Fraction(token.number), at + (2 if tokens[at + 1].text == "-" else 1)
    return _read_number_words(tokens, at)


def _decimal(token: Token) -> Fraction | None:
    return Fraction(token.text.replace(",", ".")) if token.separator in {".", ","} else None


def _read_number_words(tokens: Tokens, at: int) -> tuple[Fraction | None, int]:
    number = tokens[at].word.number
    if number is None:
        return Fraction(1), at
    after = at + 1
    if number == 0.5 and tokens[after].text in {"a", "an", "-"}:
        return Fraction(1, 2), after + 1
    following = tokens[after + 1 if tokens[after].text == "-" else after].word.number
    if following is None:
        return Fraction(number), after
    is_one_number = number in {20, 30, 40, 50, 60, 90} and following < 10
    return (Fraction(number) + Fraction(following) if is_one_number else None), after + 1 + (tokens[after].text == "-")


def _shift(unit: Unit, count: Fraction) -> Shift | Refusal:
    for units, field in ((_MONTHS, "months"), (_DAYS, "days"), (_MINUTES, "minutes")):
        if unit in units:
            amount = count * units[unit]
            if amount.denominator != 1 or (count.denominator != 1 and unit in {Unit.MONTH, Unit.QUARTER}):
                return Refusal("part-of-unit")
            return Shift(**{field: int(amount)}) if amount < _MOST * max(units[unit], 1) else Refusal("too-far")
    return Refusal("unclear")
