"""What is insured, as typed: a vehicle with its model and year, a building with its area, people by their number.

* A make or a model goes with what is said of it: letters and figures, body, year.
* «машина» is the object only where nothing says which one; people only where health or accidents are insured.
"""

from collections.abc import Callable

from handlers.parsing.leads.buildings import building_at
from handlers.parsing.leads.kinds import MOTOR
from handlers.parsing.leads.roles import Role
from handlers.parsing.leads.sheet import Sheet, Span
from handlers.parsing.leads.vehicles import vehicle_at
from handlers.parsing.result import Ask

_COUNTS = frozenset({"два", "две", "три", "двох", "дві", "двух", "трех", "трьох", "оба", "обе", "two", "three", "both"})
_OF_PERSONS = frozenset({"dms", "ns_life"})
_JOINTS = frozenset({"и", "та", "і", "й", "and", "+", "/", "&"})


def take_object(sheet: Sheet, kinds: frozenset[str] | Ask) -> str | None:
    for reader in _readers(sheet, frozenset() if isinstance(kinds, Ask) else kinds):
        span = reader(sheet)
        if span is not None:
            insured = sheet.take(*span, "object")
            _drop_other_vehicles(sheet)
            return insured
    return None


def _readers(sheet: Sheet, kinds: frozenset[str]) -> list[Callable[[Sheet], Span | None]]:
    """Of those whose goods are on the way no vehicle is insured; where only health is, people come first."""
    if kinds == {"cargo"} and not sheet.has(Role.PLACE):
        return []
    if kinds and kinds <= _OF_PERSONS:
        return [_persons, _exact, _any_vehicle]
    return [_exact, *([_persons] if kinds & _OF_PERSONS else []), _any_vehicle]


def _exact(sheet: Sheet) -> Span | None:
    """The first vehicle or building, and those joined to it: «Камри и Рио»."""
    first = _next_exact(sheet, 0)
    if first is None:
        return None
    start, end = first
    while (following := _joined(sheet, start, end)) is not None:
        end = following
    return start, end


def _joined(sheet: Sheet, start: int, end: int) -> int | None:
    """Where the next one ends: «Камри и Рио», and buildings in a row, «дом, баня»."""
    if sheet.plain(end) in _JOINTS:
        following = _exact_at(sheet, end + 1)
        return following[1] if following else None
    are_buildings = sheet.plain(end) == "," and sheet.role(start) is Role.PLACE and sheet.role(end + 1) is Role.PLACE
    following = building_at(sheet, end + 1) if are_buildings and sheet.is_free(end + 1) else None
    return following[1] if following else None


def _next_exact(sheet: Sheet, at: int) -> Span | None:
    for place in range(at, len(sheet.tokens)):
        span = _exact_at(sheet, place)
        if span is not None:
            return span
    return None


def _exact_at(sheet: Sheet, at: int) -> Span | None:
    if not sheet.is_free(at):
        return None
    vehicle = vehicle_at(sheet, at)
    return building_at(sheet, at) if vehicle is None and not _is_of_vehicles(sheet) else vehicle


def _is_of_vehicles(sheet: Sheet) -> bool:
    """«Пришла в офис, каско на Туссан»: only vehicles are insured, and one is named."""
    kinds = {meaning.value for meaning in sheet.meanings if meaning is not None and meaning.role is Role.KIND}
    return bool(kinds) and kinds <= MOTOR and sheet.has(Role.MAKE, Role.MODEL)


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
        if sheet.kind(start - 1) != "number" and sheet.plain(start - 1) not in _COUNTS:
            sheet.take(start, end, "dropped")
