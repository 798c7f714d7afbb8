"""A kind of insurance that a clause only speaks of: «ОСАГО у него до 12.12», «к полису ОСАГО», «квартира в ипотеке»."""

import re

from handlers.parsing.leads.roles import Role
from handlers.parsing.leads.sheet import Sheet
from handlers.parsing.leads.talk import SMALL

_ENDING = (
    "заканчива",
    "закончи",
    "законч",
    "кончает",
    "кончи",
    "истека",
    "истек",
    "закінч",
    "кінча",
    "скінч",
    "спливає",
    "действ",
    "діє",
    "просроч",
    "expires",
    "ends",
)
_MONTHS_TEXT = """
    январ феврал март апрел мая май июн июл август сентябр октябр ноябр декабр січ лют берез квіт трав черв лип серп
    верес жовт листоп груд jan feb mar apr may jun jul aug sep oct nov dec
"""
_MONTHS = tuple(_MONTHS_TEXT.split())
_DAY = re.compile(r"\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?")
_TILL = frozenset({"до", "по", "till", "until"})
_TO = frozenset({"к", "ко", "до"})
_POLICY = ("полис", "поліс")
_HELD_TEXT = """
    старое старая старый старому прошлое прошлая прошлый прошлому стара старий старе торішня минулорічна было была был
    була був було имеющееся действующее действующая действующий діюча діючий текущее текущий поточна поточний
    есть имеется є мається купил купила брал брала брали брав купували страховал оформил оформила сделал сделала
"""
_HELD = frozenset(_HELD_TEXT.split())
_IN_PLEDGE = frozenset({"ипотеке", "іпотеці"})


def is_mentioned(sheet: Sheet, start: int, end: int) -> bool:
    return _is_about_its_end(sheet, end) or _is_held(sheet, start, end)


def _is_about_its_end(sheet: Sheet, at: int) -> bool:
    while sheet.kind(at) == "word" and _is_small(sheet, at):
        at += 1
    return sheet.plain(at).startswith(_ENDING) or (sheet.plain(at) in _TILL and _is_day(sheet, at + 1))


def _is_day(sheet: Sheet, at: int) -> bool:
    return sheet.kind(at) == "number" and (
        sheet.plain(at + 1).startswith(_MONTHS)
        or (_DAY.fullmatch(sheet.plain(at)) is not None and not sheet.plain(at + 1).startswith(("мл", "т")))
    )


def _is_small(sheet: Sheet, at: int) -> bool:
    meaning = sheet.meanings[at]
    return meaning is not None and (meaning.value == SMALL or meaning.role is Role.INSURE)


def _is_held(sheet: Sheet, start: int, end: int) -> bool:
    before = sheet.plain(start - 1)
    if before in _HELD or (before in _TO and not sheet.are_glued(start - 1)):
        return True
    if before.startswith(_POLICY) and sheet.plain(start - 2) in _TO:
        return True
    return sheet.plain(start) in _IN_PLEDGE and end == start + 1 and before in {"в", "у"}
