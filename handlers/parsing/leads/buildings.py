"""Buildings and belongings as typed: «загородный дом 120 м², Истра, Лесная 5».

* What says which one it is belongs to it: adjectives, material, area, town and street.
* A street is a word with a house number, or one behind «ул.»; a town is known by its name or stands behind «в».
"""

from handlers.parsing.leads.names import Sign, sign_of
from handlers.parsing.leads.roles import Role
from handlers.parsing.leads.sheet import Sheet, Span
from handlers.parsing.leads.vehicles import counts_something

_ADJECTIVE = ("ый", "ий", "ой", "ая", "яя", "ую", "юю", "ое", "ее", "ые", "ие", "ого", "ых", "их")
_MATERIAL = frozenset({"из", "з", "із"})
_MADE_OF_TEXT = """
    брус бруса брусовой кирпич кирпичный газобетон каркас каркасный панель монолит дерево деревянный деревянная
    деревянную дерев'яна дерев'яний дерев'яну кирпичная кирпичную цегляна цегла цегляний brick wooden timber log
    concrete
"""
_MADE_OF = frozenset(_MADE_OF_TEXT.split())
_IN_TEXT = """
    в во у на по под під около біля возле недалеко in near at on
"""
_IN = frozenset(_IN_TEXT.split())
_COUNTRYSIDE_TEXT = """
    деревне селе селі центре центрі centre center городе місті поселке пригороде передмісті области області районе
    районі
    новостройке новобудові снт днт кп жк countryside village city town
"""
_COUNTRYSIDE = frozenset(_COUNTRYSIDE_TEXT.split())
_BELONGINGS_TEXT = """
    оборудование оборудования обладнання мебель меблі товар товары товари техника техніка станки верстати
"""
_BELONGINGS = frozenset(_BELONGINGS_TEXT.split())
_GENITIVE = ("и", "ы", "і", "ї", "а", "я", "ів", "ов", "ей")
_OBLIQUE = ("ой", "ом", "ей", "ем", "ому", "ій")
_OFFICES = frozenset({"офис", "офіс", "офиса", "офісу", "office"})
_INTO = frozenset({"в", "у", "до", "из", "з", "to"})
_SIGNS_TEXT = """
    ул улица улице улицы вул вулиця вулиці пр просп проспект проспекте проспекті пер переулок пров провулок шоссе ш
    наб набережная бульвар бул пл площадь площа проезд мкр мкрн микрорайон мікрорайон г гор город м місто с село д
    дер деревня пос поселок пгт смт ст станица снт днт кп жк обл область область області р район районе районі край
    дом корп корпус к стр строение буд кв уч участок под подъезд st street ave avenue road rd blvd lane apt bldg
    city village region
"""
_SIGNS = frozenset(_SIGNS_TEXT.split())
_LONGEST_STREET = 3
_LONGEST_NUMBER = 4
_CLOSING = frozenset(",-(")
_AFTER_EXTENSION = frozenset({"доб", "вн", "внутр", "ext", "кв"})


def building_at(sheet: Sheet, at: int) -> Span | None:
    if sheet.role(at) is Role.TRADE:
        return _trade_at(sheet, at)
    if sheet.role(at) is not Role.PLACE or _is_pursued(sheet, at) or _is_ours(sheet, at):
        return None
    start = _with_description(sheet, at)
    end = sheet.spans[at][1]
    while sheet.role(end) is Role.PLACE and sheet.is_free(end):
        end = sheet.spans[end][1]
    end += _is_of_belongings(sheet, at, end)
    return _with_address_before(sheet, start), _end_of_building(sheet, end)


def _is_of_belongings(sheet: Sheet, at: int, end: int) -> bool:
    """«обладнання кухні»: whose they are; a preposition or a mark ends it."""
    is_word = sheet.kind(end) == "word" and sheet.is_free(end) and sheet.role(end) is None
    is_small = is_word and not sheet.tokens[end].is_capital and len(sheet.plain(end)) > 3
    is_ended = sheet.role(end + 1) is Role.PREPOSITION or sheet.kind(end + 1) != "word"
    return sheet.plain(at) in _BELONGINGS and is_small and is_ended and sheet.plain(end).endswith(_GENITIVE)


def _is_pursued(sheet: Sheet, at: int) -> bool:
    """«занимается боксом»."""
    return sheet.role(at - 1) is None and sheet.plain(at - 1).startswith(("занима", "займа", "увлека"))


def _is_ours(sheet: Sheet, at: int) -> bool:
    """«завтра зайдёт в офис»."""
    is_office = sheet.plain(at) in _OFFICES and sheet.plain(at - 1) in _INTO
    return is_office and not sheet.has(Role.INSURE) and not any(_is_a(sheet, place, "property") for place in range(at))


def _with_description(sheet: Sheet, start: int) -> int:
    while start and sheet.is_free(start - 1) and _describes(sheet, start - 1):
        start -= 1
    return start


def _trade_at(sheet: Sheet, at: int) -> Span | None:
    """A shop or a cafe is a building where it has an area, or where it is to be insured: «страхование магазина»."""
    end = sheet.spans[at][1]
    after = _end_of_building(sheet, end)
    is_measured = any(sheet.role(place) is Role.AREA for place in range(end, after))
    behind = at - 2 if sheet.plain(at - 1) in {"-", ":"} else at - 1
    is_belonging = _is_a(sheet, behind, "property") and not sheet.has(Role.PLACE)
    is_insured = (sheet.role(at - 1) is Role.INSURE or is_belonging) and not _is_a(
        sheet, at, "agriculture", "transport"
    )
    return (_with_description(sheet, at), after) if is_measured or is_insured else None


def _is_a(sheet: Sheet, at: int, *values: str) -> bool:
    meaning = sheet.meanings[at] if at >= 0 else None
    return meaning is not None and meaning.value in values


def _describes(sheet: Sheet, at: int) -> bool:
    """«загородный дом», «2-комнатная квартира», «2к квартира»."""
    if sheet.kind(at) == "number":
        return len(sheet.plain(at)) <= 3 and sheet.plain(at - 1) not in _AFTER_EXTENSION
    if sheet.plain(at) == "-":
        return sheet.are_glued(at) and sheet.kind(at - 1) == "number"
    if _counts_rooms(sheet, at):
        return True
    is_word = sheet.kind(at) == "word" and sheet.role(at) in {None, Role.TRIM}
    if not is_word or (sheet.tokens[at].is_capital and at and sign_of(sheet.tokens[at].text, sheet.plain(at)) >= 2):
        return False
    return len(sheet.plain(at)) > 4 and sheet.plain(at).endswith(_ADJECTIVE)


def _counts_rooms(sheet: Sheet, at: int) -> bool:
    """«2к», «2-к», «3-кімн» behind the figure."""
    is_behind = sheet.kind(at - 1) == "number" or (sheet.plain(at - 1) == "-" and sheet.kind(at - 2) == "number")
    is_rooms = sheet.plain(at) in {"к", "k"} or sheet.plain(at).startswith(("комн", "кімн"))
    return is_behind and is_rooms and sheet.are_glued(at - 1)


def _with_address_before(sheet: Sheet, start: int) -> int:
    """«вул. Городоцька 100, квартира»: where the address begins that ends just before."""
    place = start - 1 if sheet.plain(start - 1) == "," else start
    for begun in range(max(place - 8, 0), place - 1):
        is_sign = sheet.plain(begun) in _SIGNS and len(sheet.plain(begun)) > 1
        if is_sign and sheet.is_free(begun) and _end_of_address(sheet, begun) == place:
            return begun
    return start


def _end_of_building(sheet: Sheet, at: int) -> int:
    end = at
    if sheet.plain(end) in _MATERIAL and sheet.kind(end + 1) == "word" and sheet.is_free(end + 1):
        end += 2
    is_small = sheet.kind(end) == "word" and sheet.is_free(end) and not sheet.tokens[end].is_capital
    if is_small and sheet.role(end) is None and _end_of_area(sheet, end + 1):
        end += 1
    while (after := _part_at(sheet, end)) is not None:
        end = after
    return end


def _part_at(sheet: Sheet, at: int) -> int | None:
    """Where the next area or address ends, behind a comma or not."""
    at += sheet.plain(at) == "." and sheet.role(at - 1) in {Role.AREA, Role.PLACE} and sheet.are_glued(at - 1)
    start = at + 1 if sheet.plain(at) in _CLOSING else at
    if sheet.plain(start) in _MADE_OF and sheet.is_free(start):
        return start + 1
    area = _end_of_area(sheet, start)
    if area is not None:
        return area + 1 if sheet.plain(at) == "(" and sheet.plain(area) == ")" else area
    if sheet.plain(at) in {"-", "("}:
        return None
    if _is_quarter(sheet, start):
        return _end_of_area(sheet, start + 1)
    if sheet.plain(start) in _IN and sheet.is_free(start):
        return _end_of_whereabouts(sheet, start + 1)
    end = _end_of_address(sheet, start)
    return end if end > start else None


def _is_quarter(sheet: Sheet, at: int) -> bool:
    """«квартира Оболонь 54 м²»: an unknown name before the area."""
    if sheet.kind(at) != "word" or not sheet.is_free(at) or sheet.role(at) not in {None, Role.WHERE}:
        return False
    token = sheet.tokens[at]
    return sign_of(token.text, token.plain) is Sign.CAPITAL and _end_of_area(sheet, at + 1) is not None


def _end_of_area(sheet: Sheet, at: int) -> int | None:
    if sheet.kind(at) != "number" or not sheet.is_free(at):
        return None
    if sheet.role(at + 1) is Role.AREA and not _is_sign_of_number(sheet, at + 1):
        return sheet.spans[at + 1][1]
    rooms = at + 2 if sheet.plain(at + 1) == "-" else at + 1
    return rooms + 1 if _counts_rooms(sheet, rooms) else None


def _is_sign_of_number(sheet: Sheet, at: int) -> bool:
    """«кв. 4», «к 2»."""
    place = at + 2 if sheet.plain(at + 1) == "." else at + 1
    return sheet.plain(at) in _SIGNS and sheet.kind(place) == "number"


def _end_of_whereabouts(sheet: Sheet, at: int) -> int | None:
    """Behind «в»: a town, a street, «деревне»."""
    end = _end_of_address(sheet, at)
    if end > at:
        return end + (sheet.plain(end) in _COUNTRYSIDE)
    if sheet.kind(at) != "word" or not sheet.is_free(at):
        return None
    if sheet.plain(at) in _COUNTRYSIDE:
        at = _end_of_street(sheet, at + 1)
        return _end_of_address(sheet, at)
    named = _end_of_two_words(sheet, at) or _end_of_street(sheet, at)
    return _end_of_address(sheet, named) if named > at else None


def _end_of_two_words(sheet: Sheet, at: int) -> int | None:
    """«Высокой горе»: the noun behind the adjective may be in small letters where it ends the piece."""
    is_adjective = _is_street_word(sheet, at) and sheet.plain(at).endswith(_OBLIQUE)
    is_noun = sheet.kind(at + 1) == "word" and sheet.is_free(at + 1) and sheet.role(at + 1) is None
    is_whole = is_noun and sheet.kind(at + 2) != "word" and sheet.plain(at + 1).endswith(("е", "и", "у", "і"))
    return at + 2 if is_adjective and is_whole else None


def _end_of_address(sheet: Sheet, at: int) -> int:
    """Where towns, streets and numbers of houses end that begin here."""
    end = at
    while (after := _address_part(sheet, end + 1 if end > at and sheet.plain(end) == "," else end)) is not None:
        end = after
    return end


def _address_part(sheet: Sheet, at: int) -> int | None:
    if not sheet.is_free(at):
        return None
    if sheet.role(at) is Role.WHERE:
        return sheet.spans[at][1]
    if sheet.plain(at) in _SIGNS:
        return _behind_sign(sheet, at + 1)
    return _street_at(sheet, at)


def _behind_sign(sheet: Sheet, at: int) -> int | None:
    """What «ул.», «д.» or «кв» tells; an abbreviation may be in two parts: «пр-т», «р-н»."""
    if sheet.plain(at) == "-" and sheet.are_glued(at) and len(sheet.plain(at + 1)) <= 2:
        at += 2
    if sheet.plain(at) == ".":
        at += 1
    if sheet.kind(at) == "number":
        return _house_at(sheet, at)
    end = _end_of_street(sheet, at)
    if end == at and sheet.kind(at) == "word" and sheet.is_free(at) and sheet.role(at) in {Role.MODEL, Role.TRIM}:
        end += 1
    if end > at:
        return _house_at(sheet, end) or end
    return at if sheet.plain(at - 1) in _SIGNS and len(sheet.plain(at - 1)) > 2 else None


def _street_at(sheet: Sheet, at: int) -> int | None:
    """«Ленина 5», «Большая Садовая, 12»: words in capitals and a house number; «Калужская область»."""
    end = _end_of_street(sheet, at)
    if end == at:
        return None
    if sheet.plain(end) in _SIGNS and len(sheet.plain(end)) > 1 and sheet.is_free(end):
        after = _behind_sign(sheet, end + 1)
        return after if after is not None else end + 1
    return _house_at(sheet, end + 1 if sheet.plain(end) == "," else end)


def _end_of_street(sheet: Sheet, at: int) -> int:
    end = at
    while end - at < _LONGEST_STREET and _is_street_word(sheet, end):
        is_double = sheet.plain(end + 1) == "-" and sheet.are_glued(end) and _is_street_word(sheet, end + 2)
        end += 3 if is_double else 1
    return end


def _is_street_word(sheet: Sheet, at: int) -> bool:
    if sheet.kind(at) != "word" or not sheet.is_free(at) or not sheet.tokens[at].is_capital:
        return False
    return sheet.role(at) in {None, Role.WHERE} and len(sheet.plain(at)) > 1


def _house_at(sheet: Sheet, at: int) -> int | None:
    """«5», «5а», «5-12», «5/7»; not what counts years or roubles."""
    if sheet.kind(at) != "number" or not sheet.is_free(at):
        return None
    if counts_something(sheet, at) and not _is_sign_of_number(sheet, at + 1):
        return None
    if len(sheet.plain(at).split("/")[0]) > _LONGEST_NUMBER:
        return None
    end = at + 1
    if sheet.kind(end) == "word" and len(sheet.plain(end)) == 1 and sheet.are_glued(at):
        end += 1
    while sheet.plain(end) in {"-", "/"} and sheet.are_glued(end - 1) and sheet.kind(end + 1) == "number":
        end += 2
    return end
