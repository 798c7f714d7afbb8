"""When a payment is due: days, terms from the start, and what is repeated."""

from fractions import Fraction

from handlers.parsing.dates.words import Role, Unit, Word
from handlers.parsing.instalments.items import After, Found, OnDay, Refusal, Span, When
from handlers.parsing.instalments.lexer import Token, Tokens
from handlers.parsing.instalments.words import Amounts, Interval, Sense, Share, Turn
from handlers.parsing.numbers import read_number

_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF_YEAR: 6, Unit.YEAR: 12}
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.FORTNIGHT: 14}
_DAY_ENDINGS = frozenset(["го", "ого", "е", "ое", "ье", "му", "ому", "те", "та", "ше", "ге", "st", "nd", "rd", "th"])
_ENGLISH_ENDINGS = frozenset({"st", "nd", "rd", "th"})
"""«1st» alone is the first payment, "the 1st" a day."""
_PER = frozenset({"в", "у", "во", "/", "a", "an"})
_MOST = 1200


def word_at(tokens: Tokens, at: int) -> Word:
    meaning = tokens[at].meaning
    return meaning if isinstance(meaning, Word) else Word()


def unit_at(tokens: Tokens, at: int) -> Unit | None:
    unit = word_at(tokens, at).unit
    return unit if unit in _MONTHS or unit in _DAYS else None


def number_at(tokens: Tokens, at: int) -> Fraction | None:
    """Of digits or of a word."""
    token = tokens[at]
    if token.kind == "number":
        value = read_number(token.text)
        return None if value is None else Fraction(value)
    number = word_at(tokens, at).number
    return None if number is None or token.text in {"a", "an"} else Fraction(number)


def whole_at(tokens: Tokens, at: int) -> int | None:
    number = number_at(tokens, at)
    return int(number) if number is not None and number.denominator == 1 else None


def read_interval(tokens: Tokens, at: int) -> Found | None:
    """«поквартально», «каждые 2 месяца», «раз в полгода», "12000 a month"."""
    meaning = tokens[at].meaning
    if isinstance(meaning, Interval):
        return (meaning,), at + 1
    if meaning in {Sense.TIMES, Sense.ONCE, Sense.TWICE}:
        return _read_times(tokens, at + 1, 2 if meaning is Sense.TWICE else 1)
    if meaning is Sense.STEP:
        return _read_repeated(tokens, at + 2 if tokens[at + 1].meaning is Sense.ON else at + 1)
    if meaning is Sense.EVERY:
        return _read_repeated(tokens, at + 1)
    if tokens[at].text in {"half", "semi"}:
        return _read_half_yearly(tokens, at + 2 if tokens[at + 1].text == "-" else at + 1)
    is_per = meaning is Sense.PER or tokens[at].text in _PER or _is_ukrainian_per(tokens, at)
    is_by = meaning is Sense.EACH and tokens[at + 1].text in {"месяцам", "кварталам", "місяцям", "неделям"}
    if (is_per or is_by) and unit_at(tokens, at + 1):
        return _read_repeated(tokens, at + 1)
    return None


def _read_half_yearly(tokens: Tokens, at: int) -> Found | None:
    return ((Interval(months=6),), at + 1) if tokens[at].meaning == Interval(months=12) else None


def _is_ukrainian_per(tokens: Tokens, at: int) -> bool:
    """«по 4000 на місяць»."""
    is_amount = tokens[at - 1].kind == "number" or isinstance(tokens[at - 1].meaning, Amounts)
    return tokens[at].text == "на" and tokens[at + 1].text in {"місяць", "квартал"} and is_amount


def read_counted_times(tokens: Tokens, at: int) -> Found | None:
    """«2 раза в год», "one every 4 months"."""
    count = whole_at(tokens, at)
    if count == 1 and tokens[at + 1].meaning is Sense.EVERY:
        return read_interval(tokens, at + 1)
    if not count or count > 12 or tokens[at + 1].meaning is not Sense.TIMES:
        return None
    return _read_times(tokens, at + 2, count)


def _read_times(tokens: Tokens, at: int, count: int) -> Found | None:
    place = at
    while tokens[place].meaning in {Sense.ON, Sense.PER, Sense.EVERY} or tokens[place].text in {"a", "/"}:
        place += 1
    if place == at:
        return None
    found = _read_repeated(tokens, place)
    if found is None or count == 1 or not isinstance(found[0][0], Interval):
        return found
    months = Fraction(found[0][0].months, count)
    return ((Interval(int(months)) if months and months.denominator == 1 else Refusal("vague"),), found[1])


def _read_repeated(tokens: Tokens, at: int) -> Found | None:
    found = _read_duration(tokens, at)
    if found is None:
        return None
    durations, after = found
    if len(durations) > 1 or isinstance(durations[0], Refusal):
        return (Refusal("range"),), after
    return (Interval(durations[0].months, durations[0].days),), after


def read_when(tokens: Tokens, at: int) -> Found | None:
    """A day, or a term after the start."""
    return _read_term(tokens, at) or _read_later(tokens, at) or _read_day(tokens, at)


def _read_term(tokens: Tokens, at: int) -> Found | None:
    """«через 3 и 6 месяцев», "in half a year", «+3 мес», «ещё через месяц»."""
    begin, again = (at + 1, True) if tokens[at].meaning is Sense.AGAIN else (at, False)
    if not (tokens[begin].meaning in {Sense.THROUGH, Sense.WITHIN} or tokens[begin].text == "+"):
        return None
    place = begin + 1
    if tokens[place].meaning is Sense.AGAIN:
        place, again = place + 1, True
    if tokens[place].meaning is Sense.EVERY:
        return _read_repeated(tokens, place + 1)
    found = _read_duration(tokens, place)
    if found is None:
        return ((Refusal("vague"),), place) if tokens[begin].text in {"через", "черз", "чрез"} else None
    durations, after = _with_more(tokens, *found)
    if tokens[begin].text == "за" and tokens[after - 1].text in {"неделю", "месяц", "год", "месяца", "недели"}:
        return (Refusal("within-or-before"),), after
    if tokens[after].meaning is Sense.LATER:
        after += 1
    return tuple(_after(each, from_last=again) for each in durations), after


def _with_more(tokens: Tokens, durations: list[Span | Refusal], after: int) -> tuple[list[Span | Refusal], int]:
    """«через 3 месяца и 6 месяцев»."""
    while tokens[after].text in {",", "и", "та", "і", "and"} and number_at(tokens, after + 1):
        found = _read_duration(tokens, after + 1)
        if found is None:
            break
        durations, after = durations + found[0], found[1]
    return durations, after


def _after(duration: Span | Refusal, *, from_last: bool) -> When | Refusal:
    return duration if isinstance(duration, Refusal) else After(duration.months, duration.days, from_last)


def _read_later(tokens: Tokens, at: int) -> Found | None:
    """«3 месяца спустя», "another 3 months later"."""
    begin, again = (at + 1, True) if tokens[at].meaning is Sense.AGAIN else (at, False)
    found = _read_duration(tokens, begin)
    if found is not None and tokens[found[1]].text == "apart":
        return _read_repeated(tokens, begin)
    if found is None or tokens[found[1]].meaning not in {Sense.LATER, Sense.THROUGH}:
        return None
    durations, after = found
    return tuple(_after(each, from_last=again) for each in durations), after + 1


def read_span(tokens: Tokens, at: int) -> Found | None:
    """«на 6 месяцев», «полгода»: counted, or one after «на»."""
    is_counted = number_at(tokens, at) is not None or word_at(tokens, at).unit is Unit.HALF_YEAR
    is_half = isinstance(tokens[at].meaning, Share)
    is_one = tokens[at - 1].meaning in {Sense.ON, Sense.DURING} or tokens[at - 1].text in {"за", "a"}
    if not (is_counted or is_half or is_one):
        return None
    found = _read_duration(tokens, at)
    return found and (tuple(found[0]), found[1])


def _read_duration(tokens: Tokens, at: int) -> tuple[list[Span | Refusal], int] | None:
    """Counts with their one unit; one where no count stands."""
    counts, place = _read_counts(tokens, at)
    unit = unit_at(tokens, place)
    if unit is None:
        return None
    after = place + 1
    if not counts:
        return [Refusal("range")], after
    if tokens[after].text == "-" and number_at(tokens, after + 1):
        return [Refusal("range")], after + 2
    return [_span(count, unit) for count in counts], after


def _read_counts(tokens: Tokens, at: int) -> tuple[list[Fraction], int]:
    """Empty for a range."""
    token = tokens[at]
    if isinstance(token.meaning, Share) and token.text in {"пол", "пів", "half", "половину", "половина"}:
        place = at + 2 if tokens[at + 1].text in {"a", "an", "-"} else at + 1
        return [Fraction(1, 2)], place
    if token.text in {"a", "an"}:
        return [Fraction(1)], at + 1
    number = number_at(tokens, at)
    if number is None:
        return [Fraction(1)], at
    counts, place = [number], at + 1
    while number_at(tokens, place + 1) is not None and tokens[place].text in {",", "и", "та", "і", "and", "/"}:
        counts.append(number_at(tokens, place + 1) or Fraction(0))
        place += 2
    if tokens[place].text == "-":
        place += 1
        if number_at(tokens, place) is not None:
            return [], place + 1
    return counts, place


def _span(count: Fraction, unit: Unit) -> Span | Refusal:
    is_months = unit in _MONTHS
    amount = count * (_MONTHS[unit] if is_months else _DAYS[unit])
    if amount.denominator != 1:
        return Refusal("part-of-unit")
    if not 0 < amount < _MOST:
        return Refusal("too-far" if amount else "zero")
    return Span(int(amount)) if is_months else Span(0, int(amount))


def _read_day(tokens: Tokens, at: int) -> Found | None:
    after = _end_of_day(tokens, at)
    return None if after is None else ((OnDay(tokens.typed(at, after)),), after)


def _end_of_day(tokens: Tokens, at: int) -> int | None:
    token, word = tokens[at], word_at(tokens, at)
    if token.kind == "date":
        return _after_year(tokens, at + 1)
    if word.month:
        return _after_month_first(tokens, at + 1)
    if word.day is not None or word.weekday is not None:
        return at + 1
    if word.which and (word_at(tokens, at + 1).weekday is not None or unit_at(tokens, at + 1)):
        return at + 2
    if word.role in {Role.END, Role.END_OF_MONTH, Role.END_OF_YEAR, Role.END_OF_WEEK}:
        return _after_end(tokens, at + 1)
    return _after_day_first(tokens, at)


def _after_end(tokens: Tokens, at: int) -> int:
    while tokens[at].meaning is Sense.OF or tokens[at].text == "the" or word_at(tokens, at).which:
        at += 1
    return _after_year(tokens, at + 1) if unit_at(tokens, at) or word_at(tokens, at).month else at


def _after_month_first(tokens: Tokens, at: int) -> int:
    place = at + 1 if tokens[at].text == "the" else at
    if not _is_day_number(tokens[place]) or _counts_something(tokens, place + 1):
        return _after_year(tokens, at)
    place += 1
    if tokens[place].text in _DAY_ENDINGS:
        place += 1
    return _after_year(tokens, place + 1 if tokens[place].text == "," and _is_year(tokens[place + 1]) else place)


def _counts_something(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    is_thing = token.text in {"%", "/"} or token.meaning in {Sense.PERCENT, Sense.PART, Sense.EQUAL, Sense.EACH}
    return is_thing or isinstance(token.meaning, Amounts) or bool(word_at(tokens, at).month)


def _after_day_first(tokens: Tokens, at: int) -> int | None:
    """«1 марта», «15-го числа», «двадцать пятого мая», "the 1st of March"."""
    place, has_ending = _after_day_number(tokens, at)
    if place is None:
        return None
    while tokens[place].meaning is Sense.OF or tokens[place].text in {"the", "числа", "-"}:
        has_ending = has_ending or tokens[place].text == "числа"
        place += 1
    if word_at(tokens, place).month:
        return _after_year(tokens, place + 1)
    return place if has_ending else None


def _after_day_number(tokens: Tokens, at: int) -> tuple[int | None, bool]:
    token, word = tokens[at], word_at(tokens, at)
    if _is_day_number(token):
        place = at + 2 if tokens[at + 1].text == "-" else at + 1
        if tokens[place].text not in _DAY_ENDINGS:
            return at + 1, False
        return place + 1, tokens[place].text not in _ENGLISH_ENDINGS or tokens[at - 1].text == "the"
    if isinstance(token.meaning, Turn) or (word.ordinal and not word.unit):
        return at + 1, False
    if word.number in {20, 30} and word_at(tokens, at + 1).ordinal:
        return at + 2, False
    return None, False


def _is_day_number(token: Token) -> bool:
    return token.kind == "number" and token.text.isdigit() and len(token.text) <= 2


def _is_year(token: Token) -> bool:
    return token.kind == "number" and len(token.text) == 4 and token.text.startswith("20")


def _after_year(tokens: Tokens, at: int) -> int:
    is_short = _is_day_number(tokens[at]) and tokens[at + 1].text in {"г", "года", "р", "року"}
    if _is_year(tokens[at]) or is_short:
        at += 1
    while tokens[at].text in {"г", "года", "год", "р", "року", "year"}:
        at += 1
    return at
