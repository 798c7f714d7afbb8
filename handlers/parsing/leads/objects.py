"""What is insured, as typed: a vehicle with its model and year, a building with its area, people by their number.

* A make or a model goes with what is said of it: letters and figures, body, year.
* «машина» is the object only where nothing says which one; people only where health or accidents are insured.
"""

from collections.abc import Callable

from handlers.parsing.leads.buildings import building_at
from handlers.parsing.leads.children import end_of_child
from handlers.parsing.leads.goods import belongings, end_of_goods_joined, goods
from handlers.parsing.leads.kinds import MOTOR, MOTOR_CODES
from handlers.parsing.leads.names import VERB_ENDINGS
from handlers.parsing.leads.roles import Role
from handlers.parsing.leads.sheet import Sheet, Span
from handlers.parsing.leads.vehicles import COUNTS, vehicle_at
from handlers.parsing.result import Ask

_OF_PERSONS = frozenset({"dms", "ns_life"})
_GROUPS_TEXT = """
    бригаду бригада бригады бригади команду команда команды команди группу группа группы групу група групи экипаж екіпаж
    коллектив колектив коллектива колективу персонал персонала персоналу отдел відділ смену зміну класс клас штат
    team crew staff
"""
_GROUPS = frozenset(_GROUPS_TEXT.split())
_ADJECTIVE = ("ной", "ної", "ную", "ну", "ского", "ської", "скую", "ську")
_FOR = frozenset({"на", "для", "за", "for"})
_JOINTS = frozenset({"и", "та", "і", "й", "and", "+", "/", "&"})


def take_object(sheet: Sheet, kinds: frozenset[str] | Ask) -> str | None:
    for reader in _readers(sheet, frozenset() if isinstance(kinds, Ask) else kinds):
        span = reader(sheet)
        if span is not None:
            return sheet.take(*span, "object")
    return None


def are_persons_insured(kinds: frozenset[str] | Ask) -> bool:
    return not isinstance(kinds, Ask) and bool(kinds & _OF_PERSONS)


def _readers(sheet: Sheet, kinds: frozenset[str]) -> list[Callable[[Sheet], Span | None]]:
    """Of those whose goods are on the way no vehicle is insured; where only health is, people come first."""
    if kinds == {"cargo"}:
        return [goods, _exact] if sheet.has(Role.PLACE) else [goods]
    if kinds and kinds <= _OF_PERSONS:
        return [_child, _persons, _exact, _any_vehicle]
    if "vzr" in kinds and not kinds & MOTOR_CODES:
        return [_traveller, _exact, _any_vehicle]
    rest = [belongings] if kinds == {"property"} else [_any_vehicle]
    return [_exact, *([_child, _persons] if kinds & _OF_PERSONS else []), *rest]


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
    joint = end + 1 if sheet.kind(end) == "plate" else end
    if sheet.plain(joint) in _JOINTS:
        joint += sheet.plain(joint + 1) == "на"
        following = _exact_at(sheet, joint + 1)
        if following and sheet.kind(end) == "plate":
            return following[1] + 1 if sheet.kind(following[1]) == "plate" else None
        if following:
            return following[1]
        return end_of_goods_joined(sheet, end) if sheet.role(start) is Role.PLACE else None
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
    if vehicle is not None:
        return vehicle
    building = building_at(sheet, at)
    return None if building is None or _is_of_vehicles(sheet) else building


def _is_of_vehicles(sheet: Sheet) -> bool:
    """«Пришла в офис, каско на Туссан»: only vehicles are insured, and one is named."""
    kinds = {meaning.value for meaning in sheet.meanings if meaning is not None and meaning.role is Role.KIND}
    return bool(kinds) and kinds <= MOTOR and sheet.has(Role.MAKE, Role.MODEL)


def _persons(sheet: Sheet) -> Span | None:
    for start, end, _ in sheet.phrases(Role.PERSONS):
        if start and sheet.kind(start - 1) == "number" and sheet.is_free(start - 1):
            return _with_group(sheet, start - 1), end
        if sheet.kind(end) == "number" and sheet.is_free(end):
            return start, end + 1
    return None


def _with_group(sheet: Sheet, start: int) -> int:
    """«футбольної команди 18 осіб», «бригаду 14 осіб»."""
    if sheet.plain(start - 1) not in _GROUPS or not sheet.is_free(start - 1):
        return start
    is_described = sheet.is_free(start - 2) and sheet.role(start - 2) is None
    return start - 1 - (is_described and sheet.plain(start - 2).endswith(_ADJECTIVE))


def _child(sheet: Sheet) -> Span | None:
    return next(((at, end) for at in range(len(sheet.tokens)) if (end := end_of_child(sheet, at))), None)


def _traveller(sheet: Sheet) -> Span | None:
    """The one of whom the clause speaks; those who fly with others stay in the note."""
    found = _child(sheet)
    if found is None:
        return None
    before = sheet.plain(found[0] - 1)
    return found if before in _FOR or sheet.kind(found[0] - 1) in {"mark", "line"} else None


def _any_vehicle(sheet: Sheet) -> Span | None:
    """«5 машин», else «машину»."""
    spans = [(start, end) for start, end, _ in sheet.phrases(Role.VEHICLE) if not _is_denied(sheet, end)]
    counted = [(at - 1, end) for at, end in spans if sheet.kind(at - 1) == "number" and sheet.is_free(at - 1)]
    return next(iter([*counted, *spans]), None)


def _is_denied(sheet: Sheet, at: int) -> bool:
    """«машину ещё не выбрала» names none."""
    while sheet.role(at) is Role.FILLER or sheet.plain(at) in {"пока", "поки"}:
        at += 1
    return sheet.plain(at) == "не" and sheet.plain(at + 1).endswith(VERB_ENDINGS)


def is_counted_vehicle(sheet: Sheet, at: int) -> bool:
    """«5 авто», «две машины»."""
    return sheet.role(at) is Role.VEHICLE and (sheet.kind(at - 1) == "number" or sheet.plain(at - 1) in COUNTS)
