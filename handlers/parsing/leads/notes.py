"""What was typed and not understood, in its order.

* Words that only lead to what was understood (greetings, wishes, «тел.», «на» before the car) are left out at the ends
  of a piece, never from its middle.
"""

import re
from collections.abc import Iterator

from handlers.parsing.leads.names import VERB_ENDINGS
from handlers.parsing.leads.objects import is_counted_vehicle
from handlers.parsing.leads.roles import Role
from handlers.parsing.leads.sheet import Sheet

_LEFT_OUT = frozenset(
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
_SUBJECTS_TEXT = """
    полис полиса поліс поліса страховка телефон тел номер номера номери имя ім'я сам сама сами самі
"""
_SUBJECTS = frozenset(_SUBJECTS_TEXT.split())
_BEGINNINGS_TEXT = """
    если якщо говорит говорят каже кажуть
"""
_BEGINNINGS = frozenset(_BEGINNINGS_TEXT.split())
_PRONOUNS = frozenset({"он", "она", "они", "він", "вона", "вони"})
_WANTS = ("хоч", "хот", "ищ", "шука", "спрашив", "пита", "запит", "надо", "треба", "нужн", "потрібн")
_ASKS = ("спрашив", "питав", "питал", "питає", "запитує", "запитав", "запитал")
_TO_WHOM = frozenset({"ему", "ей", "им", "йому", "їй", "їм"})
_ABOUT = frozenset({"про", "о", "об"})
_LANDLINES = frozenset({"городской", "домашний", "міський", "домашній"})
_PRICES = frozenset({"цена", "ціна", "стоимость", "вартість"})
_PREDICATES = frozenset({"не", "нет", "тот", "та", "те", "той", "немає"})
_ASKING = frozenset({"куда", "где", "как", "что", "чтоб", "чтобы", "куди", "де", "як", "що", "щоб", "шоб"})
_LEADING = frozenset({Role.PREPOSITION, Role.REFERRER})
_PARTING = frozenset(",;|•()\n!")
_SAYS = re.compile(r"[^\W_]")
_KEPT_MARKS = frozenset("?%№#")


def note_of(sheet: Sheet) -> str | None:
    pieces = [sheet.text(start, end) for start, end in _pieces(sheet)]
    return ", ".join(piece for piece in pieces if _SAYS.search(piece)) or None


def _pieces(sheet: Sheet) -> Iterator[tuple[int, int]]:
    start = 0
    for at in range(len(sheet.tokens) + 1):
        is_end = at == len(sheet.tokens)
        is_parting = is_end or _parts(sheet, at)
        if not is_parting and (at == start or sheet.owners[at] == sheet.owners[at - 1]):
            continue
        trimmed = _trimmed(sheet, start, at)
        if trimmed is not None:
            yield trimmed
        start = at + 1 if is_parting else at


def _parts(sheet: Sheet, at: int) -> bool:
    """Whether no piece goes over this token; what was put into the note as a whole is not cut."""
    if sheet.owners[at]:
        return sheet.owners[at] != "note"
    return sheet.tokens[at].text in _PARTING or _ends_sentence(sheet, at) or _is_told_by_object(sheet, at)


def _is_told_by_object(sheet: Sheet, at: int) -> bool:
    """«сломалась машина»: the object itself says which."""
    is_in_words = sheet.kind(at - 1) == "word" and sheet.is_free(at - 1)
    is_elsewhere = sheet.role(at) is Role.VEHICLE and is_in_words and not is_counted_vehicle(sheet, at)
    return is_elsewhere and not _is_verb(sheet, at + 1)


def _ends_sentence(sheet: Sheet, at: int) -> bool:
    """A point before a capital letter, but for abbreviations: «г. Москва»."""
    if sheet.plain(at) != "." or sheet.are_glued(at) or at + 1 == len(sheet.tokens):
        return False
    return sheet.tokens[at + 1].is_capital and not _is_abbreviated(sheet, at)


def _is_abbreviated(sheet: Sheet, at: int) -> bool:
    """Whether the point here belongs to a short word before it."""
    return sheet.kind(at - 1) == "word" and len(sheet.plain(at - 1)) <= 2 and sheet.plain(at - 1).isalpha()


def _trimmed(sheet: Sheet, start: int, end: int) -> tuple[int, int] | None:
    while start < end and _is_left_out(sheet, start) and not _begins_clause(sheet, start, end):
        start += 1
    while start < end and (_is_left_out(sheet, end - 1) or _is_leading(sheet, end - 1)):
        if _ends_clause(sheet, start, end - 1):
            break
        end -= 1
    return (start, end) if start < end else None


def _ends_clause(sheet: Sheet, start: int, at: int) -> bool:
    """«питав скільки коштує», «дзвонити краще йому»: what is asked, and whom it is about."""
    before = sheet.spans[at][0] - 1
    is_in_words = before >= start and sheet.role(before) is None and sheet.kind(before) == "word"
    if not is_in_words or not sheet.is_free(at):
        return False
    return sheet.plain(at) in _TO_WHOM or (sheet.role(at) is Role.WISH and sheet.plain(before).startswith(_ASKS))


def _begins_clause(sheet: Sheet, at: int, end: int) -> bool:
    """«полис закончился», «машина в залоге», «цена 2 350 000», «ищет куда уйти»: the word before belongs to it."""
    after = sheet.spans[at][1]
    while after < end and sheet.role(after) is Role.FILLER:
        after += 1
    subject, following = sheet.plain(sheet.spans[at][1] - 1), sheet.plain(after)
    if subject in _PRONOUNS:
        return _is_told(sheet, after, end)
    if after >= end or sheet.kind(after) not in {"word", "number"} or sheet.role(after) in _LEFT_OUT:
        return False
    if subject in _BEGINNINGS:
        return True
    if sheet.role(at) is Role.VEHICLE:
        return sheet.role(after) is not Role.RELATION
    if subject in _PRICES:
        return sheet.kind(after) == "number"
    if sheet.role(at) is Role.WISH:
        if following in _ABOUT and sheet.kind(after + 1) == "word" and after + 1 < end:
            return subject.startswith(_ASKS)
        is_said = sheet.kind(after) == "word" and sheet.role(after) is None
        return following in _ASKING or (is_said and subject.startswith(_WANTS))
    if subject not in _SUBJECTS:
        return False
    is_adjective = sheet.role(after) is None and following.endswith(("ие", "ые", "і"))
    return is_adjective or following in _PREDICATES or any(_is_verb(sheet, place) for place in range(after, end))


def _is_told(sheet: Sheet, start: int, end: int) -> bool:
    """«он едет 5 декабря», «він у вас машину страхував»: an unknown word or a verb of a thing is behind."""
    place = start
    while place < end and sheet.role(place) is Role.VEHICLE:
        place += 1
    return place < end and sheet.kind(place) == "word" and sheet.role(place) in {None, Role.PREPOSITION}


def _is_verb(sheet: Sheet, at: int) -> bool:
    return sheet.kind(at) == "word" and sheet.role(at) is None and sheet.plain(at).endswith(VERB_ENDINGS)


def _is_left_out(sheet: Sheet, at: int) -> bool:
    if sheet.owners[at] == "note" or _is_unit(sheet, at) or is_counted_vehicle(sheet, at):
        return False
    if sheet.plain(at) == "." and _is_abbreviated(sheet, at):
        return not sheet.is_free(at - 1) or sheet.role(at - 1) in _LEFT_OUT
    if sheet.kind(at) in {"mark", "line"}:
        return sheet.plain(at) not in _KEPT_MARKS
    if sheet.plain(at) in _LANDLINES:
        return False
    return sheet.role(at) in _LEFT_OUT


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
