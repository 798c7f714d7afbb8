"""What is insured, as typed: a vehicle with its model and year, a building with its area, people by their number.

* A make or a model goes with what is said of it: letters and figures, body, year.
* «машина» is the object only where nothing says which one; people only where health or accidents are insured.
"""

from collections.abc import Callable

from handlers.parsing.leads.kinds import MOTOR
from handlers.parsing.leads.names import Sign, sign_of
from handlers.parsing.leads.roles import Role
from handlers.parsing.leads.sheet import Sheet

_MAKES = frozenset({Role.MAKE, Role.MODEL})
_ADJECTIVE = ("ый", "ий", "ой", "ая", "яя", "ую", "юю", "ое", "ее", "ые", "ие", "ого", "ых", "их")
_JOINTS = frozenset({"и", "та", "і", "й", "and", "+", "/", "&"})
_UNITS_TEXT = """
    тыс тысяч тис тисяч млн млрд руб рублей р грн гривень км дней дня день днів дні мес месяцев місяців лс hp л к
    kk т водителя водителей водитель водіїв водія раз лет рік недели долларов usd eur евро євро % $ ₽ ₴ €
"""
_UNITS = frozenset(_UNITS_TEXT.split())
_YEARS = range(1950, 2036)
Span = tuple[int, int]


def take_object(sheet: Sheet, kinds: frozenset[str]) -> str | None:
    readers: list[Callable[[Sheet], Span | None]] = [_exact]
    if kinds & {"dms", "ns_life"}:
        readers.append(_persons)
    readers.append(_any_vehicle)
    for reader in readers:
        span = reader(sheet)
        if span is not None:
            insured = sheet.take(*span, "object")
            _drop_other_vehicles(sheet)
            return insured
    return None


def _exact(sheet: Sheet) -> Span | None:
    """The first vehicle or building, and those joined to it: «Камри и Рио»."""
    first = _next_exact(sheet, 0)
    if first is None:
        return None
    start, end = first
    while sheet.plain(end) in _JOINTS:
        following = _exact_at(sheet, end + 1)
        if following is None:
            break
        end = following[1]
    return start, end


def _next_exact(sheet: Sheet, at: int) -> Span | None:
    for place in range(at, len(sheet.tokens)):
        span = _exact_at(sheet, place)
        if span is not None:
            return span
    return None


def _exact_at(sheet: Sheet, at: int) -> Span | None:
    if not sheet.is_free(at):
        return None
    return _vehicle_at(sheet, at) or _place_at(sheet, at)


def _vehicle_at(sheet: Sheet, at: int) -> Span | None:
    start = at
    if _counts_vehicles(sheet, at):
        return at, _end_of_vehicle(sheet, sheet.spans[at + 1][1])
    if sheet.role(at) is Role.VEHICLE_TYPE:
        return start, _end_of_vehicle(sheet, sheet.spans[at][1])
    if sheet.role(at) in _MAKES:
        return start, _end_of_vehicle(sheet, sheet.spans[at][1])
    return (at, _end_of_vehicle(sheet, at + 1)) if _is_unknown_make(sheet, at) else None


def _counts_vehicles(sheet: Sheet, at: int) -> bool:
    """«7 фур», «3 газели»."""
    if sheet.kind(at) != "number" or not sheet.is_free(at + 1):
        return False
    role = sheet.role(at + 1)
    return role is Role.VEHICLE_TYPE or (role in _MAKES and sheet.plain(at).isdigit() and len(sheet.plain(at)) < 3)


def _is_unknown_make(sheet: Sheet, at: int) -> bool:
    """«машина Belgee», «КАСКО Ora 03»: behind a vehicle a Latin name, behind motor insurance one with figures."""
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
    if meaning is None or meaning.role not in {Role.VEHICLE, Role.KIND}:
        return False
    if meaning.role is Role.VEHICLE:
        return has_figures or token.plain.isascii()
    return has_figures and meaning.value in MOTOR and meaning.value != "green_card"


def _is_motor(sheet: Sheet) -> bool:
    return any(
        meaning is not None and meaning.role is Role.KIND and meaning.value in MOTOR for meaning in sheet.meanings
    )


def _has_year(sheet: Sheet, at: int) -> bool:
    """Whether a year follows, with at most three words between."""
    for place in range(at, at + 4):
        if sheet.kind(place) == "number":
            return _year_at(sheet, place) is not None
        if sheet.kind(place) != "word" and sheet.plain(place) != "-":
            return False
    return False


def _end_of_vehicle(sheet: Sheet, at: int) -> int:
    end = at
    has_model = sheet.role(at - 1) is not Role.MAKE
    while (after := _part_of_vehicle(sheet, end, has_model=has_model)) is not None:
        has_model = has_model or sheet.role(end) is not Role.MAKE
        end = after
    return end


def _part_of_vehicle(sheet: Sheet, at: int, *, has_model: bool) -> int | None:
    """Where the next word ends that still tells which vehicle it is."""
    if not sheet.is_free(at):
        return None
    year = _year_at(sheet, at)
    if year is not None:
        return year
    if sheet.plain(at) in {"-", "."} and sheet.are_glued(at) and sheet.are_glued(at - 1):
        return _part_of_vehicle(sheet, at + 1, has_model=has_model)
    if sheet.plain(at) == ",":
        return _year_at(sheet, at + 1)
    if sheet.kind(at) == "number":
        return at + 1 if _is_of_model(sheet, at) else None
    if sheet.kind(at) != "word":
        return None
    role = sheet.role(at)
    if role in {Role.MAKE, Role.MODEL, Role.TRIM, Role.VEHICLE_TYPE}:
        return sheet.spans[at][1]
    if role is Role.FILLER and not has_model and sheet.tokens[at].is_capital:
        return at + 1
    return at + 1 if role is None and _is_model_word(sheet, at, has_model=has_model) else None


def _is_of_model(sheet: Sheet, at: int) -> bool:
    """«Тигго 7», «2.5», «65115»; not a count of something else."""
    plain = sheet.plain(at)
    is_short = plain.isdigit() and len(plain) <= 5
    is_volume = len(plain) == 3 and plain[1] in ".,"
    is_count = sheet.role(at + 1) in {Role.PERSONS, Role.VEHICLE, Role.RELATION, Role.AREA} and not sheet.are_glued(at)
    is_count = is_count or (len(plain) < 3 and _counts(sheet, at + 1)) or sheet.plain(at + 1) in _UNITS
    return (is_short or is_volume) and not is_count


def _counts(sheet: Sheet, at: int) -> bool:
    """An unknown word in small letters behind a number is what it counts: «2 водителя», «5 млн»."""
    is_word = sheet.kind(at) == "word" and sheet.role(at) is None and not sheet.tokens[at].is_capital
    return is_word and not sheet.plain(at).isascii()


def _is_model_word(sheet: Sheet, at: int, *, has_model: bool) -> bool:
    token = sheet.tokens[at]
    has_figures = any(character.isdigit() for character in token.plain)
    if has_figures:
        return len(token.plain) <= 8
    if sign_of(token.text, token.plain) in {Sign.FIRST, Sign.SURNAME}:
        return False
    if token.plain.isascii():
        return len(token.plain) <= 12
    return not has_model and (token.is_capital or len(token.plain) >= 3)


def _year_at(sheet: Sheet, at: int) -> int | None:
    """«2021», «2021 г.в.», «21 года»: where it ends."""
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


def _place_at(sheet: Sheet, at: int) -> Span | None:
    if sheet.role(at) is Role.TRADE and _end_of_area(sheet, sheet.spans[at][1]) is not None:
        return at, _end_of_place(sheet, sheet.spans[at][1])
    if sheet.role(at) is not Role.PLACE:
        return None
    start = at
    while start and sheet.is_free(start - 1) and _describes_place(sheet, start - 1):
        start -= 1
    return start, _end_of_place(sheet, sheet.spans[at][1])


def _describes_place(sheet: Sheet, at: int) -> bool:
    """«загородный дом», «2-комнатная квартира», «2к квартира»."""
    if sheet.kind(at) == "number" and len(sheet.plain(at)) <= 3:
        return True
    if sheet.plain(at) == "-":
        return sheet.are_glued(at) and sheet.kind(at - 1) == "number"
    is_word = sheet.kind(at) == "word" and sheet.role(at) in {None, Role.TRIM}
    if not is_word or (sheet.tokens[at].is_capital and at and sign_of(sheet.tokens[at].text, sheet.plain(at)) >= 2):
        return False
    is_of_rooms = sheet.plain(at).startswith(("комн", "кімн", "к")) and sheet.are_glued(at - 1)
    return is_of_rooms or (len(sheet.plain(at)) > 4 and sheet.plain(at).endswith(_ADJECTIVE))


def _end_of_place(sheet: Sheet, at: int) -> int:
    if sheet.plain(at) in {"из", "з", "із"} and sheet.kind(at + 1) == "word" and sheet.is_free(at + 1):
        at += 2
    is_word = sheet.kind(at) == "word" and sheet.is_free(at) and sheet.role(at) is None
    area = _end_of_area(sheet, at + 1 if is_word and not sheet.tokens[at].is_capital else at)
    return at if area is None else area


def _end_of_area(sheet: Sheet, at: int) -> int | None:
    place = at + 1 if sheet.plain(at) in {",", "-", "("} else at
    if sheet.kind(place) == "number" and sheet.role(place + 1) is Role.AREA and sheet.is_free(place):
        return sheet.spans[place + 1][1]
    return None


def _persons(sheet: Sheet) -> Span | None:
    for start, end, _ in sheet.phrases(Role.PERSONS):
        if start and sheet.kind(start - 1) == "number" and sheet.is_free(start - 1):
            return start - 1, end
        if sheet.kind(end) == "number" and sheet.is_free(end):
            return start, end + 1
    return None


def _any_vehicle(sheet: Sheet) -> Span | None:
    """«5 машин», else «машину»."""
    spans = [(start, end) for start, end, _ in sheet.phrases(Role.VEHICLE)]
    counted = [(at - 1, end) for at, end in spans if sheet.kind(at - 1) == "number" and sheet.is_free(at - 1)]
    return next(iter([*counted, *spans]), None)


def _drop_other_vehicles(sheet: Sheet) -> None:
    """«авто Камри», «застраховать машину, Рио»: the word is told by the object itself."""
    for start, end, _ in sheet.phrases(Role.VEHICLE):
        if not (start and sheet.kind(start - 1) == "number"):
            sheet.take(start, end, "dropped")
