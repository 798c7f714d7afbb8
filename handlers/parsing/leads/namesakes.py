"""Words that are somebody's name where they stand: «Елена Машина», «Пятница Олег», «Лада Мельник».

* A noun that is a surname too is one beside a first name in capitals, but behind «каско» or «на» it is a car.
* A make that is a first name too is one before a surname where another vehicle is named or none is insured.
"""

from handlers.parsing.leads.first_names import FIRST_NAMES
from handlers.parsing.leads.kinds import MOTOR
from handlers.parsing.leads.names import Sign, is_patronymic, sign_of
from handlers.parsing.leads.roles import Meaning, Role
from handlers.parsing.leads.sheet import Sheet

_SURNAMES_TEXT = """
    калина копейка копійка машина соболь нива волга чайка ока победа искра скала буханка славута таврия десятка бычок
    понедельник вторник среда четверг пятница суббота воскресенье середа субота неділя понеділок вівторок
    голова бригадир доктор лекарь писарь хозяин
    половина середина зелена зелений зеленая зеленый старина картина родина година людина величина причина дружина
    новый новий добрый добрий
    ростов волжский жуковский королев курган муром хуст
    городской русский московский киевский київський украинский английский мужской женский детский
"""
_SURNAMES = frozenset(_SURNAMES_TEXT.split())
_SURNAMES_OF_MAKERS = frozenset({"шкода", "форд", "опель", "линкольн", "крайслер", "бентли", "лифан", "хонда", "вэй"})
"""Somebody's only where another vehicle is insured."""
_FIRST_NAMES = frozenset({"лада", "веста", "октавия", "октавія", "астра", "лиана", "рим", "марсель"})
_OF_VEHICLES = frozenset({Role.MAKE, Role.MODEL, Role.TRIM, Role.VEHICLE, Role.VEHICLE_TYPE, Role.YEAR, Role.AREA})
_BEFORE_THINGS = frozenset({Role.KIND, Role.PREPOSITION, Role.VEHICLE, Role.MAKE, Role.INSURE})
_BEFORE_FIRST = _BEFORE_THINGS | {Role.WHERE}
_NAME = Meaning(Role.NAME)


def mark_namesakes(sheet: Sheet) -> None:
    for at, token in enumerate(sheet.tokens):
        if token.is_capital and token.kind == "word" and (_is_surname(sheet, at) or _is_first_name(sheet, at)):
            sheet.meanings[at], sheet.spans[at] = _NAME, (at, at + 1)


def _is_surname(sheet: Sheet, at: int) -> bool:
    is_maker = sheet.plain(at) in _SURNAMES_OF_MAKERS and not _is_the_insured(sheet, at)
    if not (is_maker or sheet.plain(at) in _SURNAMES) or _is_in_phrase(sheet, at):
        return False
    if sheet.role(at + 1) in _OF_VEHICLES or sheet.kind(at + 1) == "number":
        return False
    return _is_known_name(sheet, at - 1) or (_is_known_name(sheet, at + 1) and sheet.role(at - 1) not in _BEFORE_THINGS)


def _is_first_name(sheet: Sheet, at: int) -> bool:
    if sheet.plain(at) not in _FIRST_NAMES or _is_in_phrase(sheet, at) or sheet.role(at - 1) in _BEFORE_FIRST:
        return False
    if sheet.kind(at + 1) != "word" or sheet.role(at + 1) is not None:
        return False
    following = sheet.tokens[at + 1]
    if is_patronymic(following.plain):
        return following.is_capital
    sign = sign_of(following.text, following.plain)
    is_place = sheet.role(at) is Role.WHERE
    may_be_surname = sign is Sign.CAPITAL and not is_place and not _is_the_insured(sheet, at)
    return following.is_capital and (sign is Sign.SURNAME or may_be_surname)


def _is_in_phrase(sheet: Sheet, at: int) -> bool:
    start, end = sheet.spans[at]
    return end > start + 1


def _is_known_name(sheet: Sheet, at: int) -> bool:
    is_capital = sheet.kind(at) == "word" and sheet.tokens[at].is_capital
    return is_capital and sheet.plain(at) in FIRST_NAMES and sheet.role(at) in {None, Role.NAME}


def _is_the_insured(sheet: Sheet, at: int) -> bool:
    """Whether a vehicle is insured and this is the only one that is named."""
    are_motor = any(meaning.value in MOTOR for meaning in sheet.meanings if meaning and meaning.role is Role.KIND)
    others = (place for place in range(len(sheet.tokens)) if place != at)
    return are_motor and not any(sheet.role(place) in {Role.MAKE, Role.MODEL} for place in others)
