"""What was typed and not understood, in its order.

* A clause of which anything is left goes in as it was typed, with its small words; only what a field has taken whole,
  and the words that lead to it («тел.», «на» before the car), are taken off at its ends.
* Greetings, labels and wishes alone say nothing.
"""

import re
from collections.abc import Iterator

from handlers.parsing.leads.objects import is_counted_vehicle
from handlers.parsing.leads.roles import Role
from handlers.parsing.leads.sheet import Sheet, Span
from handlers.parsing.leads.talk import SMALL

_SILENT = frozenset(
    {
        Role.FILLER,
        Role.WISH,
        Role.INSURE,
        Role.OWN_PHONE,
        Role.OFFICE_PHONE,
        Role.SENDER,
        Role.CONJUNCTION,
        Role.BUSINESS,
        Role.VEHICLE,
    }
)
"""They say nothing alone."""
_THINGS = frozenset({Role.VEHICLE, Role.BUSINESS, Role.INSURE})
_WITHIN = frozenset({"", "note", "business_domain"})
"""Whose words a piece may go over; a line of business is kept as a code, its word is lost."""
_PASSED_OVER = frozenset({"kinds", "source"})
_WANTING = ("хоч", "хот", "ищ", "шука", "надо", "треба", "нужн", "потрібн")
_LEADING = frozenset({Role.PREPOSITION, Role.REFERRER})
_SUBJECTS_TEXT = """
    тел телефон номер номера номери имя ім'я фамилия фамилию прізвище почту почта пошту адрес данные дані контакт
    контакты модель марку госномер вин vin
"""
_SUBJECTS = frozenset(_SUBJECTS_TEXT.split())
_LANDLINES = frozenset({"городской", "домашний", "міський", "домашній"})
_PARTING = frozenset(",;|•()\n!")
_SHORTEST_AT_END = 6
"""A shorter word before a point may be an abbreviation."""
_SAYS = re.compile(r"[^\W_]")
_KEPT_MARKS = frozenset("?%№#")


def note_of(sheet: Sheet) -> str | None:
    texts = (sheet.text(start, end) for start, end in _joined(sheet, list(_pieces(sheet))))
    return ", ".join(text for text in texts if _SAYS.search(text)) or None


def _joined(sheet: Sheet, pieces: list[Span]) -> Iterator[Span]:
    """«говорит каско дорого»: two pieces of one clause with the kind between."""
    for at, (start, end) in enumerate(pieces):
        if at and _is_one_clause(sheet, pieces[at - 1][1], start):
            pieces[at] = (pieces[at - 1][0], end)
        elif at:
            yield pieces[at - 1]
    yield from pieces[-1:]


def _is_one_clause(sheet: Sheet, start: int, end: int) -> bool:
    return all(
        sheet.owners[at] in _PASSED_OVER or (sheet.owners[at] in _WITHIN and not _parts(sheet, at))
        for at in range(start, end)
    ) and not any(sheet.kind(at) == "mark" for at in range(start, end))


def _pieces(sheet: Sheet) -> Iterator[Span]:
    start = 0
    for at in range(len(sheet.tokens) + 1):
        if at < len(sheet.tokens) and not _parts(sheet, at):
            continue
        trimmed = _trimmed(sheet, start, at) if at > start else None
        if trimmed is not None:
            yield trimmed
        start = at + 1


def _parts(sheet: Sheet, at: int) -> bool:
    """Whether no piece goes over this token; what was put into the note as a whole is not cut."""
    if sheet.owners[at]:
        return sheet.owners[at] not in _WITHIN
    return sheet.tokens[at].text in _PARTING or _ends_sentence(sheet, at)


def _ends_sentence(sheet: Sheet, at: int) -> bool:
    """A point before a capital letter or behind a long word, but for abbreviations: «г. Москва», «проф. риски»."""
    if sheet.plain(at) != "." or sheet.are_glued(at) or at + 1 == len(sheet.tokens):
        return False
    meaning = sheet.meanings[at - 1] if at else None
    is_small = meaning is not None and meaning.value == SMALL
    is_long = sheet.kind(at - 1) == "word" and (is_small or len(sheet.plain(at - 1)) >= _SHORTEST_AT_END)
    return is_long or (sheet.tokens[at + 1].is_capital and not _is_abbreviated(sheet, at))


def _is_abbreviated(sheet: Sheet, at: int) -> bool:
    """Whether the point here belongs to a short word before it."""
    return sheet.kind(at - 1) == "word" and len(sheet.plain(at - 1)) <= 2 and sheet.plain(at - 1).isalpha()


def _trimmed(sheet: Sheet, start: int, end: int) -> Span | None:
    first, last = start, end
    while first < last and _is_silent(sheet, first):
        first += 1
    while first < last and (_is_silent(sheet, last - 1) or _is_leading(sheet, last - 1)):
        last -= 1
    if not any(_SAYS.search(sheet.plain(at)) for at in range(first, last)):
        return None
    is_clause = end >= len(sheet.tokens) or sheet.owners[end] == ""
    while first > start and _belongs_before(sheet, first - 1, is_clause=is_clause):
        first -= 1
    last = max([last, *(at + 1 for at in range(last, end) if sheet.owners[at])])
    while is_clause and last < end and _belongs_behind(sheet, last):
        last += 1
    return first, last


def _belongs_before(sheet: Sheet, at: int, *, is_clause: bool) -> bool:
    """«сейчас в Ингосе», «хочет дешевле», «страховка от залива»; a wish that a field follows leads to it."""
    meaning = sheet.meanings[at]
    if sheet.kind(at) != "word" or meaning is None:
        return False
    if meaning.role in _THINGS or meaning.value == SMALL or sheet.owners[at]:
        return True
    after = sheet.spans[at][1]
    is_said = sheet.kind(after) == "word" and sheet.role(after) is None
    if meaning.role is Role.WISH:
        return is_clause or (is_said and sheet.plain(at).startswith(_WANTING))
    return is_said and (meaning.role is Role.OWN_PHONE or sheet.plain(at) in _SUBJECTS)


def _belongs_behind(sheet: Sheet, at: int) -> bool:
    """«не знает что надо», «в нормальной компании»."""
    meaning = sheet.meanings[at]
    is_small = meaning is not None and (meaning.role is Role.WISH or meaning.value == SMALL)
    return sheet.kind(at) == "word" and (is_small or sheet.role(at) in _THINGS)


def _is_silent(sheet: Sheet, at: int) -> bool:
    if sheet.owners[at] == "note" or _is_unit(sheet, at) or is_counted_vehicle(sheet, at):
        return False
    if sheet.owners[at]:
        return True
    if sheet.plain(at) == "." and _is_abbreviated(sheet, at):
        return not sheet.is_free(at - 1) or sheet.role(at - 1) in _SILENT
    if sheet.kind(at) in {"mark", "line"}:
        return sheet.plain(at) not in _KEPT_MARKS
    if sheet.plain(at) in _LANDLINES:
        return False
    return sheet.role(at) in _SILENT


def _is_unit(sheet: Sheet, at: int) -> bool:
    """«22т», «10am», «10 т»: the letters are the number's."""
    is_behind_number = sheet.kind(at - 1) == "number" and sheet.kind(at) == "word"
    return is_behind_number and (sheet.are_glued(at - 1) or sheet.plain(at) == "т")


def _is_leading(sheet: Sheet, at: int) -> bool:
    is_glued = sheet.kind(at - 1) == "mark" and sheet.are_glued(at - 1)
    if _is_unit(sheet, at):
        return False
    is_letter = sheet.tokens[at].is_capital and len(sheet.plain(at)) == 1
    return sheet.owners[at] != "note" and sheet.role(at) in _LEADING and not is_glued and not is_letter
