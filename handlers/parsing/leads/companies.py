"""Names of companies: a legal form with a name before or behind it, a name in quotes, a sole proprietor."""

from handlers.parsing.leads.names import Sign, sign_of
from handlers.parsing.leads.roles import Role
from handlers.parsing.leads.runs import sign_at
from handlers.parsing.leads.sheet import Sheet
from models.lead import LeadSource

_OPEN, _CLOSE = "«\"“„'", "»\"”“'"
_LONGEST_NAME = 4
_WORDS_OF_FORMS_TEXT = """
    фонд господарство хозяйство кооператив ассоциация асоціація союз спілка общество товариство
"""
_WORDS_OF_FORMS = frozenset(_WORDS_OF_FORMS_TEXT.split())
_GEOGRAPHIC = frozenset({"днепр", "урал", "волга", "нива"})
"""Makes that end the name of a company: «ООО Метиз Днепр»."""
_ADJECTIVES = ("ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ська", "зька", "цька", "ське")
_REGISTERS = frozenset({"огрн", "огрнип", "инн", "кпп", "снилс", "паспорт", "іпн", "рнокпп", "єдрпоу"})
_BUSINESS_ENDINGS = ("фирма", "фірма", "компания", "компанія", "холдинг", "company")
_SAID = frozenset({Role.KIND, Role.SOURCE, Role.MAKE, Role.MODEL, Role.WISH, Role.INSURE, Role.UNWANTED, Role.VEHICLE})
_OF_PERSONS = frozenset({"кфх", "сфг", "фг"})
"""Named by the owner, who is told with his first name: «глава КФХ Оганесян Гагик»."""
_COLONIES = frozenset({"снт", "тсн", "днт"})
"""Beside a building they tell where it stands: «дача СНТ Ромашка»."""
_OF_TITLES = frozenset({LeadSource.LEAD_MAGNET, LeadSource.REGISTRATION})
_NO_PART = frozenset({Role.KIND, Role.SOURCE, Role.POSITION, Role.OWN_PHONE, Role.OFFICE_PHONE, Role.FORM, Role.SENDER})


def take_company(sheet: Sheet) -> str | None:
    return (
        _with_form(sheet)
        or _proprietor(sheet)
        or _business(sheet)
        or _quoted_alone(sheet)
        or _of_address(sheet)
        or _behind_position(sheet)
    )


def _with_form(sheet: Sheet) -> str | None:
    for start, end, value in sheet.phrases(Role.FORM):
        if sheet.plain(start) in _COLONIES and sheet.has(Role.PLACE):
            continue
        if sheet.plain(start) in _OF_PERSONS and sign_at(sheet, end + 1) is Sign.FIRST:
            continue
        after = _name_after(sheet, end)
        if after is not None and (value != "latin" or not _begins_name(sheet, start)):
            return sheet.take(start, after, "company")
        before = _name_before(sheet, start)
        if before is None and value != "latin":
            before = _cyrillic_name_before(sheet, start)
        if before is not None:
            return sheet.take(before, end, "company")
    return None


def _begins_name(sheet: Sheet, start: int) -> bool:
    """«Acme LLC»: the form stands behind its name."""
    return _name_before(sheet, start) is not None


def _name_after(sheet: Sheet, start: int) -> int | None:
    """Where the name ends that begins here: in quotes, or capitals, or else one word."""
    quoted = _quoted_soon(sheet, start)
    if quoted is not None:
        return quoted
    if not _is_first(sheet, start):
        return None
    end = start + 1
    while end - start < _LONGEST_NAME and _is_next(sheet, end):
        end += 2 if sheet.kind(end) == "mark" else 1
    return end + 1 if end == start + 1 and _is_noun_of(sheet, start) else end


def _is_noun_of(sheet: Sheet, at: int) -> bool:
    """«ООО Мясной двор, …»: a small word behind an adjective, the last of its piece."""
    after = at + 1
    if not sheet.plain(at).endswith(_ADJECTIVES) or sheet.kind(after) != "word" or not sheet.is_free(after):
        return False
    is_last = after + 1 >= len(sheet.tokens) or sheet.kind(after + 1) in {"mark", "line"}
    return is_last and sheet.role(after) is None and not sheet.tokens[after].is_capital


def _quoted_soon(sheet: Sheet, start: int) -> int | None:
    """«ООО «Луч»», «ООО ТК «Северный путь»»: at most two words before the quotes."""
    for place in range(start, start + 3):
        quoted = end_of_quotes(sheet, place)
        if quoted is not None:
            return quoted
        if sheet.kind(place) != "word" or not sheet.is_free(place):
            return None
    return None


def _is_first(sheet: Sheet, at: int) -> bool:
    if sheet.kind(at) != "word" or not sheet.is_free(at) or sheet.role(at) in _NO_PART:
        return False
    is_small = not sheet.tokens[at].is_capital
    return not (is_small and sheet.role(at) is not None)


def _is_next(sheet: Sheet, at: int) -> bool:
    """A capital word that is no person's; a hyphen or an ampersand and the word behind it, or the number."""
    if sheet.kind(at + 1) == "number" and (sheet.plain(at) == "№" or _is_hyphen_inside(sheet, at)):
        return True
    if sheet.kind(at) == "mark" and sheet.plain(at) in {"-", "&", "+"}:
        return sheet.kind(at + 1) == "word" and (sheet.plain(at) != "-" or sheet.are_glued(at))
    if sheet.kind(at) != "word" or not sheet.is_free(at) or sheet.role(at) in _NO_PART:
        return False
    token = sheet.tokens[at]
    sign = sign_of(token.text, token.plain)
    is_whole = sheet.kind(at + 1) in {"mark", "line"}
    is_of_person = sign is Sign.FIRST or (sign is Sign.SURNAME and not (is_whole and _names_another(sheet, at)))
    is_vehicle = sheet.role(at) in {Role.MAKE, Role.MODEL} and not (is_whole and token.plain in _GEOGRAPHIC)
    return token.is_capital and not is_of_person and not is_vehicle


def _is_hyphen_inside(sheet: Sheet, at: int) -> bool:
    """«Колос-2000»."""
    return sheet.plain(at) == "-" and sheet.are_glued(at - 1) and sheet.are_glued(at)


def _names_another(sheet: Sheet, at: int) -> bool:
    """«Шмидт Олеся, ООО Кузница Кадров, …»: behind the first word of the name, where a person is named elsewhere."""
    return any(sign_at(sheet, place) is Sign.FIRST for place in range(len(sheet.tokens)) if abs(place - at) > 1)


def end_of_quotes(sheet: Sheet, at: int) -> int | None:
    if at >= len(sheet.tokens) or sheet.tokens[at].text not in _OPEN:
        return None
    depth = 1
    for place in range(at + 1, min(at + 14, len(sheet.tokens))):
        if sheet.kind(place) == "line":
            return None
        text = sheet.tokens[place].text
        if text == "«":
            depth += 1
        elif text in _CLOSE:
            depth -= 1
            if depth == 0 or text != "»":
                return place + 1 if place > at + 1 else None
    return None


def _name_before(sheet: Sheet, end: int) -> int | None:
    if end and sheet.tokens[end - 1].text in _CLOSE:
        return _start_of_quotes(sheet, end)
    start = end - 1 if sheet.plain(end - 1) == "," else end
    while start > 0 and end - start < _LONGEST_NAME and _is_latin_name(sheet, start - 1):
        start -= 1
    return start if start < end and sheet.kind(start) == "word" else None


def _is_latin_name(sheet: Sheet, at: int) -> bool:
    if at >= len(sheet.tokens):
        return False
    token = sheet.tokens[at]
    if token.text == "&":
        return at > 0 and sheet.kind(at - 1) == "word"
    return token.kind == "word" and sheet.is_free(at) and token.is_capital and token.plain.isascii()


def _cyrillic_name_before(sheet: Sheet, end: int) -> int | None:
    """«Логистика-Захід ТОВ», where nothing but the form is left of the piece."""
    is_ended = end + 1 >= len(sheet.tokens) or sheet.kind(end + 1) in {"mark", "line"}
    start = end
    while is_ended and start > 0 and end - start < _LONGEST_NAME and _is_name_or_hyphen(sheet, start - 1):
        start -= 1
    while start < end and sheet.role(start) is Role.WHERE:
        start += 1
    is_begun = start == 0 or sheet.kind(start - 1) in {"mark", "line"} or sheet.role(start - 1) is Role.WHERE
    return start if start < end and is_begun else None


def _is_name_or_hyphen(sheet: Sheet, at: int) -> bool:
    if sheet.plain(at) == "-":
        return sheet.are_glued(at) and sheet.are_glued(at - 1)
    return sheet.kind(at) == "word" and sheet.is_free(at) and sheet.tokens[at].is_capital


def _start_of_quotes(sheet: Sheet, end: int) -> int | None:
    for place in range(end - 2, max(end - 14, -1), -1):
        if sheet.tokens[place].text in _OPEN:
            return place
    return None


def _proprietor(sheet: Sheet) -> str | None:
    """«ИП Смирнов А.А.», «ФОП Коваленко»: the person's name belongs to it."""
    for start, end, _ in sheet.phrases(Role.PROPRIETOR):
        after = end
        while after - end < 8 and _is_of_person(sheet, after, is_first=after == end):
            after += 1
        if after > end:
            return sheet.take(start, after, "company")
    return None


def _is_of_person(sheet: Sheet, at: int, *, is_first: bool) -> bool:
    if sheet.plain(at) == ".":
        return not is_first and sheet.kind(at - 1) == "word" and len(sheet.plain(at - 1)) == 1
    if sheet.kind(at) != "word" or not sheet.is_free(at):
        return False
    token = sheet.tokens[at]
    if token.plain in _REGISTERS:
        return False
    if len(token.plain) == 1:
        return token.is_capital and (not is_first or sheet.plain(at + 1) == ".")
    if is_first:
        return token.is_capital or sheet.role(at) is None
    return (token.is_capital and sheet.role(at) is None) or sign_of(token.text, token.plain) is Sign.FIRST


def _business(sheet: Sheet) -> str | None:
    """«компания Вектор», «агрофирма «Луч»»: the word before is no part of the name."""
    for start, end, _ in sheet.phrases(Role.BUSINESS, Role.DOMAIN):
        is_domain = sheet.role(start) is Role.DOMAIN
        if is_domain and not sheet.plain(end - 1).endswith(_BUSINESS_ENDINGS):
            continue
        quoted = end_of_quotes(sheet, end)
        is_capital = sheet.kind(end) == "word" and sheet.tokens[end].is_capital and sheet.role(end) is None
        after = quoted if quoted is not None else _name_after(sheet, end) if is_capital else None
        if after is not None:
            if not is_domain:
                sheet.take(start, end, "dropped")
            return sheet.take(end, after, "company")
    return None


def _quoted_alone(sheet: Sheet) -> str | None:
    for at, token in enumerate(sheet.tokens):
        if token.text in {"«", "“", '"'} and sheet.is_free(at) and not _is_title(sheet, at):
            end = end_of_quotes(sheet, at)
            named = at + 1 + (sheet.kind(at + 1) == "number")
            if end is not None and sheet.tokens[named].is_capital and not _is_said(sheet, at + 1, end - 1):
                return sheet.take(_with_word_of_form(sheet, at), end, "company")
    return None


def _with_word_of_form(sheet: Sheet, at: int) -> int:
    """«Фонд «Луч»», «Фермерське господарство «Колос»»."""
    if sheet.plain(at - 1) not in _WORDS_OF_FORMS or not sheet.is_free(at - 1):
        return at
    is_adjective = sheet.is_free(at - 2) and sheet.plain(at - 2).endswith(_ADJECTIVES)
    return at - 1 - is_adjective


def _is_title(sheet: Sheet, at: int) -> bool:
    """«скачала чек-лист «Что делать при ДТП»»: what he took from us."""
    meaning = sheet.meanings[at - 1] if at else None
    return meaning is not None and meaning.role is Role.SOURCE and LeadSource(meaning.value[1:]) in _OF_TITLES


def _is_said(sheet: Sheet, start: int, end: int) -> bool:
    """Whether what is quoted means something else: «КАСКО», «Камри»."""
    return any(sheet.role(at) in _SAID for at in range(start, end))


def _of_address(sheet: Sheet) -> str | None:
    """«Siemens, schmidt@siemens.com», «HR lead at SoftGrid»: a name in capitals that the address repeats."""
    host = next((token.plain.partition("@")[2] for token in sheet.tokens if token.kind == "email"), "")
    for at, token in enumerate(sheet.tokens):
        is_name = token.kind == "word" and token.is_capital and sheet.is_free(at) and len(token.plain) > 2
        if not is_name or sheet.role(at) in _NO_PART or token.plain not in host.split("."):
            continue
        end = at + 1
        while end < len(sheet.tokens) and sheet.is_free(end) and _is_no_person(sheet, end):
            end += 1
        return sheet.take(at, end, "company")
    return None


def _behind_position(sheet: Sheet) -> str | None:
    """«procurement manager, Agro Trade, 050…»: Latin capitals up to the next mark that are nobody's name."""
    for _, position, _ in sheet.phrases(Role.POSITION):
        start = position + 1 if sheet.plain(position) in {",", "at", "@"} else position
        end = start
        while start > position and _is_latin_name(sheet, end) and _is_no_person(sheet, end):
            end += 1
        is_ended = end >= len(sheet.tokens) or sheet.kind(end) != "word"
        if end > start and is_ended and any(sheet.role(at) is None for at in range(start, end)):
            return sheet.take(start, end, "company")
    return None


def _is_no_person(sheet: Sheet, at: int) -> bool:
    token = sheet.tokens[at]
    return sheet.role(at) in {None, Role.DOMAIN} and sign_of(token.text, token.plain) is Sign.CAPITAL
