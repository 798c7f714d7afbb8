"""Fields of a form: «Имя: Мария», «Компания - Вектор», one a line or parted by commas."""

from handlers.parsing.leads.roles import Role
from handlers.parsing.leads.sheet import Sheet
from handlers.parsing.leads.vehicles import year_at

_FIELDS = {
    "name": """
        имя, ім'я, фио, піб, клиент, клієнт, name, full name, имя клиента, ім'я клієнта, контактное лицо,
        контакт, контактна особа, страхователь, contact, contact person, client, customer, имя фамилия, фамилия имя""",
    "surname": "фамилия, прізвище, surname, last name",
    "company": """
        компания, компанія, организация, організація, фирма, фірма, company, место работы, місце роботи,
        работодатель, наименование, название компании, назва компанії, organization, organisation, юрлицо,
        предприятие, підприємство""",
    "position": "должность, посада, position, job title, job, title",
    "object": """
        авто, автомобиль, автомобіль, машина, марка, модель, марка авто, марка и модель, марка модель,
        марка та модель, объект, об'єкт, объект страхования, об'єкт страхування, тс, тз, car, vehicle, object, груз,
        вантаж, недвижимость, имущество, make, model, make and model, марка тс, property""",
}
_LABELS = {tuple(label.split()): name for name, labels in _FIELDS.items() for label in labels.split(",")}
_LONGEST = max(map(len, _LABELS))
_SIGNS = frozenset(":=-")
_ENDS = frozenset({"line", "phone", "broken-phone", "email", "address", "plate", "vin", "tax"})
_MARKS_THAT_END = frozenset(",;|/")
_SHORTEST_AT_END = 5
_TAIL = frozenset(".-!")


def take_labelled(sheet: Sheet) -> dict[str, str]:
    """The fields that are named, the first of each; what is no value stays free."""
    found: dict[str, str] = {}
    at = 0 if any(token.plain in _SIGNS for token in sheet.tokens) else len(sheet.tokens)
    while at < len(sheet.tokens):
        labelled = _label_at(sheet, at)
        if labelled is None:
            at += 1
            continue
        name, start = labelled
        end = _end_of_value(sheet, start)
        if name == "object" and sheet.plain(end) == ",":
            end = year_at(sheet, end + 1) or end
        if end > start and name not in found:
            if sheet.role(at) is not Role.KIND:
                sheet.take(at, start, "dropped")
            found[name] = sheet.take(start, end, name)
        at = max(end, start)
    return _with_whole_name(found)


def _with_whole_name(found: dict[str, str]) -> dict[str, str]:
    name = " ".join(found[part] for part in ("surname", "name") if part in found)
    return {**found, "name": name} if name else found


def _label_at(sheet: Sheet, at: int) -> tuple[str, int] | None:
    """The field, and where its value begins; a dash is a sign only with a blank behind it."""
    if not _begins(sheet, at):
        return None
    words: list[str] = []
    for place in range(at, min(at + _LONGEST, len(sheet.tokens))):
        if sheet.kind(place) != "word" or sheet.owners[place]:
            return None
        words.append(sheet.plain(place))
        name = _LABELS.get(tuple(words))
        if name and place + 1 < len(sheet.tokens) and _is_sign(sheet, place + 1):
            return name, place + 2
    return None


def _begins(sheet: Sheet, at: int) -> bool:
    return at == 0 or sheet.kind(at - 1) in {"line", "mark"} or sheet.kind(at - 1) in _ENDS


def _is_sign(sheet: Sheet, at: int) -> bool:
    is_dash = sheet.plain(at) == "-"
    return sheet.plain(at) in _SIGNS and not (is_dash and sheet.are_glued(at))


def _end_of_value(sheet: Sheet, start: int) -> int:
    end = start
    while end < len(sheet.tokens) and sheet.kind(end) not in _ENDS and sheet.plain(end) not in _MARKS_THAT_END:
        if sheet.plain(end) in {":", "="}:
            end = _before_label(sheet, start, end)
            break
        if end > start and _ends_sentence(sheet, end):
            break
        end += 1
    while end > start and sheet.plain(end - 1) in _TAIL and not _is_after_initial(sheet, end - 1):
        end -= 1
    return end


def _ends_sentence(sheet: Sheet, at: int) -> bool:
    is_long = sheet.kind(at - 1) == "word" and len(sheet.plain(at - 1)) >= _SHORTEST_AT_END
    return is_long and sheet.plain(at) == "." and sheet.kind(at + 1) == "word" and sheet.tokens[at + 1].is_capital


def _is_after_initial(sheet: Sheet, at: int) -> bool:
    return sheet.plain(at) == "." and sheet.kind(at - 1) == "word" and len(sheet.plain(at - 1)) <= 2


def _before_label(sheet: Sheet, start: int, sign: int) -> int:
    """«Имя: Иван Авто: Камри»: the words of the next label are no part of the value."""
    last = sign - 2 if sheet.plain(sign - 1) == "." else sign - 1
    return max(start, sheet.spans[last][0])
