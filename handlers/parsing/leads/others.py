"""People beside the lead: «жена Мария», «секретарь 8 495…».

* They are not the lead: they stay in the note, with their numbers.
"""

from dataclasses import dataclass

from handlers.parsing.leads.children import end_of_child
from handlers.parsing.leads.roles import Role
from handlers.parsing.leads.runs import PHONES, end_of_name
from handlers.parsing.leads.sheet import Sheet, Span

_FOR = frozenset({"на", "для", "за", "for", "с", "з"})
_OBLIQUE = ("у", "ю", "ы", "и", "ой", "ою", "ею", "ом", "ем", "е", "і")
_OBLIQUE_TEXT = """
    мужа сына брата отца тата друга супруга сина батька чоловіка секретаря водителя водія внука онука дядька сусіда
    соседа родственника
"""
_OBLIQUE_OF_MEN = frozenset(_OBLIQUE_TEXT.split())


_BEFORE_NAME = frozenset({"of", "(", "мой", "моя", "мій", "мого", "моего", "моей", "моєї"})


@dataclass(frozen=True, slots=True)
class Other:
    """Somebody beside the lead, with his name; it is empty where only his phone is told."""

    start: int
    name: Span
    end: int
    phone: int | None

    @property
    def is_named(self) -> bool:
        return self.name[0] < self.name[1]


def take_others(sheet: Sheet, *, are_insured: bool) -> list[Other]:
    """Puts people beside the lead into the note, with their phones; `are_insured` leaves children with their ages."""
    others = []
    for start, end, _ in list(sheet.phrases(Role.RELATION)):
        if are_insured and end_of_child(sheet, start):
            continue
        begun = end + 1 if sheet.plain(end) in _BEFORE_NAME else end
        after = end_of_name(sheet, begun)
        named = (begun, after) if after is not None else (end, end)
        phone = phone_behind(sheet, named[1])
        other = Other(start, named, _end_of_other(sheet, named, phone), phone)
        if other.end > end and not (named[0] == named[1] and phone is None and begun > end):
            is_behind_preposition = sheet.plain(start - 1) in _FOR and sheet.is_free(start - 1)
            sheet.take(start - is_behind_preposition, other.end, "note")
            others.append(other)
    return others


def _end_of_other(sheet: Sheet, named: Span, phone: int | None) -> int:
    if phone is None:
        return end_of_brackets(sheet, named[1])
    return phone + 1 + (sheet.plain(phone + 1) == ")" and sheet.plain(named[0] - 1) == "(")


def take_name_of_other(sheet: Sheet, others: list[Other]) -> str | None:
    """«мама Галина Ивановна 8 916…»: where nobody else is named, he who is has the phone and is the lead."""
    named = [other for other in others if other.is_named and _is_nominative(sheet.plain(other.start))]
    reached = [other for other in named if other.phone is not None] or named
    if len(reached) != 1:
        return None
    [lead] = reached
    sheet.free(lead.start, lead.end)
    return sheet.take(*lead.name, "name")


def end_of_brackets(sheet: Sheet, at: int) -> int:
    """Behind what stands in brackets here: «от Рената (риелтор)»."""
    if sheet.plain(at) != "(":
        return at
    for place in range(at + 1, min(at + 8, len(sheet.tokens))):
        if sheet.plain(place) == ")":
            return place + 1
        if not sheet.is_free(place) or not (sheet.kind(place) in {"word", *PHONES} or sheet.plain(place) == ","):
            return at
    return at


def _is_nominative(relation: str) -> bool:
    return relation == "мати" or not (relation.endswith(_OBLIQUE) or relation in _OBLIQUE_OF_MEN)


def phone_behind(sheet: Sheet, at: int) -> int | None:
    for place in range(at, min(at + 4, len(sheet.tokens))):
        if sheet.kind(place) in PHONES:
            return place
        is_of_word = sheet.plain(place) == "." and sheet.role(place - 1) is Role.OWN_PHONE
        if not is_of_word and sheet.role(place) is not Role.OWN_PHONE and sheet.plain(place) not in {"-", ":", "("}:
            return None
    return None
