"""What was typed and not understood, in its order.

* Words that only lead to what was understood (greetings, wishes, «тел.», «на» before the car) are left out at the ends
  of a piece, never from its middle.
"""

import re
from collections.abc import Iterator

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
    }
)
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
    return sheet.tokens[at].text in _PARTING or _ends_sentence(sheet, at)


def _ends_sentence(sheet: Sheet, at: int) -> bool:
    """A point before a capital letter, but for abbreviations: «г. Москва»."""
    if sheet.plain(at) != "." or sheet.are_glued(at) or at + 1 == len(sheet.tokens):
        return False
    return sheet.tokens[at + 1].is_capital and not _is_abbreviated(sheet, at)


def _is_abbreviated(sheet: Sheet, at: int) -> bool:
    """Whether the point here belongs to a short word before it."""
    return sheet.kind(at - 1) == "word" and len(sheet.plain(at - 1)) <= 2 and sheet.plain(at - 1).isalpha()


def _trimmed(sheet: Sheet, start: int, end: int) -> tuple[int, int] | None:
    while start < end and _is_left_out(sheet, start):
        start += 1
    while start < end and (_is_left_out(sheet, end - 1) or _is_leading(sheet, end - 1)):
        end -= 1
    return (start, end) if start < end else None


def _is_left_out(sheet: Sheet, at: int) -> bool:
    if sheet.owners[at] == "note" or _is_unit(sheet, at):
        return False
    if sheet.plain(at) == "." and _is_abbreviated(sheet, at):
        return not sheet.is_free(at - 1) or sheet.role(at - 1) in _LEFT_OUT
    if sheet.kind(at) in {"mark", "line"}:
        return sheet.plain(at) not in _KEPT_MARKS
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
