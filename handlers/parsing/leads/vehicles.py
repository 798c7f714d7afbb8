"""Vehicles as typed: a make or a model with what is said of it, letters and figures, body, year."""

import re

from handlers.parsing.leads.kinds import MOTOR
from handlers.parsing.leads.names import VERB_ENDINGS, Sign, sign_of
from handlers.parsing.leads.roles import Role
from handlers.parsing.leads.sheet import Sheet, Span

_MAKES = frozenset({Role.MAKE, Role.MODEL})
_VEHICLES = _MAKES | {Role.VEHICLE_TYPE}
_UNITS_TEXT = """
    тыс тысяч тис тисяч млн млрд руб рублей р грн гривень км дней дня день днів дні мес месяцев місяців лс hp л к kk
    т водителя водителей водитель водіїв водія раз лет рік недели долларов usd eur евро євро % $ ₽ ₴ €
"""
_UNITS = frozenset(_UNITS_TEXT.split())
_COUNTED = frozenset({Role.PERSONS, Role.VEHICLE, Role.RELATION, Role.AREA})
_SELLERS = frozenset({"центр", "центра", "центре", "дилер", "дилера", "салон", "салона", "dealer", "center"})
"""Behind a make they tell who sells it."""
_COUNTS_TEXT = """
    два две дві двух двох три трех трьох четыре чотири пять п'ять оба обе two three both
"""
COUNTS = frozenset(_COUNTS_TEXT.split())
_FOR = frozenset({"на", "for"})
_STATES_TEXT = """
    новый новая новую новое новий нова нову нове new
"""
_STATES = frozenset(_STATES_TEXT.split())
_ENGINE_TEXT = """
    куб куба кубов кубиков кубів кубиків cc см3 литра литров літра літрів
"""
_ENGINE = frozenset(_ENGINE_TEXT.split())
_ORDINAL = re.compile(
    r"(?:перв|втор|четверт|п'?ят|шест|шост|седьм|сьом|восьм|девят|дев'ят|десят|\w+надцят|\w+надцат|двадцат|двадцят"
    r"|тридцат|тридцят|тысячн|тисячн)ого|трет[ьі]?ого|третього"
)
_TENS = frozenset({"двадцать", "двадцять", "тридцать", "тридцять", "тысячи", "тисячі", "две", "дві"})
_YEARS = range(1950, 2036)


def vehicle_at(sheet: Sheet, at: int) -> Span | None:
    if _counts_vehicles(sheet, at) or (year_at(sheet, at) == at + 1 and sheet.role(at + 1) in _MAKES):
        return at, _end_of_vehicle(sheet, sheet.spans[at + 1][1])
    if sheet.plain(at) in _STATES and sheet.is_free(at) and sheet.role(at + 1) in _VEHICLES:
        return at, _end_of_vehicle(sheet, sheet.spans[at + 1][1])
    if sheet.role(at) in _VEHICLES:
        if sheet.plain(sheet.spans[at][1]) in _SELLERS:
            return None
        return at, _end_of_vehicle(sheet, sheet.spans[at][1])
    return (at, _end_of_vehicle(sheet, at + 1)) if _is_unknown_make(sheet, at) else None


def _counts_vehicles(sheet: Sheet, at: int) -> bool:
    """«7 фур», «два буса», «3 газели», «6 авто Fiat»."""
    is_word = sheet.plain(at) in COUNTS
    if not (is_word or sheet.kind(at) == "number") or not sheet.is_free(at + 1):
        return False
    role = sheet.role(at + 1)
    if role is Role.VEHICLE:
        return sheet.role(sheet.spans[at + 1][1]) in _MAKES
    is_few = is_word or (sheet.plain(at).isdigit() and len(sheet.plain(at)) < 3)
    return role is Role.VEHICLE_TYPE or (role in _MAKES and is_few)


def _is_unknown_make(sheet: Sheet, at: int) -> bool:
    """«машина Belgee», «КАСКО Ora 03», «каско на Бронто», «Хонгци H5»."""
    token = sheet.tokens[at]
    if token.kind != "word" or sheet.role(at) is not None or sign_of(token.text, token.plain) is not Sign.CAPITAL:
        return False
    if token.plain.isascii() and _is_motor(sheet) and _has_year(sheet, at + 1):
        return True
    place = at - 1
    while sheet.role(place) is Role.PREPOSITION or (sheet.kind(place) == "mark" and sheet.plain(place) in "(:-"):
        place -= 1
    meaning = sheet.meanings[place] if place >= 0 else None
    has_figures = any(character.isdigit() for character in sheet.plain(at + 1))
    has_figures = has_figures and sheet.kind(at + 1) in {"word", "number"}
    if has_figures and sheet.kind(at + 1) == "word" and _is_motor(sheet):
        return True
    if meaning is None or meaning.role not in {Role.VEHICLE, Role.KIND}:
        return False
    if meaning.role is Role.VEHICLE:
        return has_figures or token.plain.isascii()
    is_named = place < at - 1 and sheet.plain(at - 1) in _FOR
    return (has_figures or is_named) and meaning.value in MOTOR and meaning.value != "green_card"


def _is_motor(sheet: Sheet) -> bool:
    return any(
        meaning is not None and meaning.role is Role.KIND and meaning.value in MOTOR for meaning in sheet.meanings
    )


def _has_year(sheet: Sheet, at: int) -> bool:
    """Whether a year follows, with at most three words between."""
    for place in range(at, at + 4):
        if sheet.kind(place) == "number":
            return year_at(sheet, place) is not None
        if sheet.kind(place) != "word" and sheet.plain(place) != "-":
            return False
    return False


def _end_of_vehicle(sheet: Sheet, at: int) -> int:
    end = at
    has_model = sheet.role(at - 1) is not Role.MAKE
    while (after := _part_of_vehicle(sheet, end, has_model=has_model)) is not None:
        is_make_of_type = sheet.role(end) is Role.MAKE and sheet.role(end - 1) is Role.VEHICLE_TYPE
        has_model = not is_make_of_type and (has_model or sheet.role(end) is not Role.MAKE)
        end = after
    return end


def _part_of_vehicle(sheet: Sheet, at: int, *, has_model: bool) -> int | None:
    """Where the next word ends that still tells which vehicle it is."""
    if not sheet.is_free(at):
        return None
    year = year_at(sheet, at)
    if year is not None:
        return year
    if sheet.plain(at) in {"-", "."} and sheet.are_glued(at) and sheet.are_glued(at - 1):
        return _part_of_vehicle(sheet, at + 1, has_model=has_model)
    if sheet.plain(at) in {",", "-"}:
        is_model = not has_model and sheet.role(at + 1) is Role.MODEL and sheet.is_free(at + 1)
        return sheet.spans[at + 1][1] if is_model else year_at(sheet, at + 1)
    if _is_letter_of_model(sheet, at):
        return at + 1
    if sheet.kind(at) == "number":
        end = at + 2 if sheet.plain(at + 1) in _ENGINE else at + 1
        return end if _is_of_model(sheet, at) else None
    if sheet.kind(at) != "word":
        return None
    role = sheet.role(at)
    if role in {Role.MAKE, Role.MODEL, Role.TRIM, Role.VEHICLE_TYPE}:
        return sheet.spans[at][1]
    if role is Role.FILLER and not has_model and sheet.tokens[at].is_capital:
        return at + 1
    return at + 1 if role is None and _is_model_word(sheet, at, has_model=has_model) else None


def _is_letter_of_model(sheet: Sheet, at: int) -> bool:
    """«320i», «530d»."""
    is_glued = sheet.kind(at - 1) == "number" and sheet.are_glued(at - 1)
    return is_glued and len(sheet.plain(at)) <= 2 and sheet.plain(at).isascii() and sheet.plain(at).isalpha()


def _is_of_model(sheet: Sheet, at: int) -> bool:
    """«Тигго 7», «2.5», «65115»; not a count of something else."""
    plain = sheet.plain(at)
    is_short = plain.isdigit() and len(plain) <= 5
    is_volume = len(plain) == 3 and plain[1] in ".,"
    return (is_short or is_volume) and not counts_something(sheet, at)


def counts_something(sheet: Sheet, at: int) -> bool:
    """Whether this number says how many: «2 водителя», «5 млн», «30 человек»; or is one of a list: «4) КАСКО»."""
    if sheet.plain(at + 1) in _UNITS or (sheet.plain(at + 1) == ")" and sheet.kind(at + 2) == "word"):
        return True
    if sheet.role(at + 1) in _COUNTED and not sheet.are_glued(at):
        return True
    if sheet.kind(at + 1) != "word" or sheet.role(at + 1) is not None or len(sheet.plain(at)) > 2:
        return False
    return not sheet.tokens[at + 1].is_capital and not sheet.plain(at + 1).isascii()


def _is_model_word(sheet: Sheet, at: int, *, has_model: bool) -> bool:
    token = sheet.tokens[at]
    has_figures = any(character.isdigit() for character in token.plain)
    if has_figures:
        return len(token.plain) <= 8
    if sign_of(token.text, token.plain) in {Sign.FIRST, Sign.SURNAME}:
        return False
    if year_at(sheet, at + 1) is not None and sheet.kind(at + 1) == "number":
        return True
    is_behind_type = sheet.role(at - 1) is Role.VEHICLE_TYPE and token.is_capital
    if token.plain.isascii() and (token.is_capital or not has_model):
        return len(token.plain) <= 12
    is_long = len(token.plain) >= 3 or sheet.kind(at + 1) == "number"
    is_small_word = is_long and not token.plain.endswith(VERB_ENDINGS)
    return is_behind_type or (not has_model and (token.is_capital or is_small_word))


def year_at(sheet: Sheet, at: int) -> int | None:
    """«2021», «2021 г.в.», «21 года»: where it ends."""
    if sheet.kind(at) == "word" and sheet.is_free(at):
        return _spoken_year_at(sheet, at)
    if sheet.kind(at) != "number" or not sheet.plain(at).isdigit() or not sheet.is_free(at):
        return None
    is_year = len(sheet.plain(at)) == 4 and int(sheet.plain(at)) in _YEARS
    has_word = sheet.role(at + 1) is Role.YEAR and sheet.is_free(at + 1)
    if not is_year and not (has_word and len(sheet.plain(at)) == 2):
        return None
    if not has_word:
        return at + 1
    end = sheet.spans[at + 1][1]
    is_short = len(sheet.plain(end - 1)) <= 2
    return end + 1 if is_short and sheet.plain(end) == "." and sheet.are_glued(end - 1) else end


def _spoken_year_at(sheet: Sheet, at: int) -> int | None:
    """«двадцатого года», «две тысячи двадцать первого года»."""
    while sheet.plain(at) in _TENS:
        at += 1
    is_year = _ORDINAL.fullmatch(sheet.plain(at)) is not None and sheet.role(at + 1) is Role.YEAR
    return sheet.spans[at + 1][1] if is_year else None
