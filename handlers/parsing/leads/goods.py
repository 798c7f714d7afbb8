"""What is insured where only its own name says it: «груз оборудование», «майно - пекарня», «застрахувати ліфти і дах».

* Goods stand right behind the kind or behind the verb of carrying; a route, a count or a preposition ends them.
"""

from collections.abc import Iterator

from handlers.parsing.leads.names import VERB_ENDINGS
from handlers.parsing.leads.roles import Role
from handlers.parsing.leads.sheet import Sheet, Span

_CARRYING = ("возит", "возим", "везет", "везут", "везем", "везе", "перевоз", "перевез", "доставля", "доставить")
_INSURING = ("застрахова", "застрахува", "страхова", "страхува", "insur")
_VERB = ("ть", "ти", "ться", "тись", "insure", "ing")
_NOUNS = frozenset({None, Role.PLACE, Role.TRADE})
_JOINTS = frozenset({"и", "і", "й", "та", "and"})
_FROM = frozenset({"из", "з", "із", "from"})
_ROUTE = frozenset({"в", "во", "у", "до", "на", "to", "-", "–", "—"})
_NO_GOODS_TEXT = """
    маршрут рейс рейсы рейси отправка доставка регулярно ежемесячно ежедневно постоянно срочно разово часто завтра
    сегодня вечером утром терміново щомісяця щомісячно постійно сьогодні вранці ввечері только тільки monthly
"""
_NO_GOODS = frozenset(_NO_GOODS_TEXT.split())
_LONGEST = 3
_KNOWN_TEXT = """
    пиломатериал пиломатеріал металлопрокат металопрокат электроник електронік пшениц кукуруз кукурудз подсолнечн
    соняшник мебел меблі тканин одежд одяг обув взуття заморозк запчаст удобрен добрив цемент кирпич цегл фрукт овощ
    овочі молочк шин игрушк іграшк косметик бытов побутов химия хімія сахар цукор мука борошн металл метал трубы
    труби кабел плитк
"""
_KNOWN = tuple(_KNOWN_TEXT.split())
"""Goods that name themselves wherever they stand."""


def goods(sheet: Sheet) -> Span | None:
    """On the way: behind «груз», with a mark between or not, or behind «везёт»."""
    for start in _behind_kind(sheet, "cargo", ",:-("):
        nouns = _end_of_nouns(sheet, start)
        end = None if nouns is None else _with_origin(sheet, nouns)
        if end is not None and (
            sheet.plain(start - 1) != "," or _is_whole(sheet, end) or sheet.role(end) is Role.WHERE
        ):
            return start, end
    for at, token in enumerate(sheet.tokens):
        if token.kind == "word" and token.plain.startswith(_CARRYING) and sheet.role(at) is None:
            end = _end_of_nouns(sheet, at + 1)
            if end is not None:
                return at + 1, end
    for at, token in enumerate(sheet.tokens):
        if token.plain.startswith(_KNOWN) and sheet.is_free(at) and sheet.role(at) is None:
            return at, _with_origin(sheet, at + 1)
    return None


def _with_origin(sheet: Sheet, end: int) -> int:
    """«станки из Китая», but «станки из Китая в Казань» tells a route."""
    if sheet.plain(end) not in _FROM or sheet.role(end + 1) is not Role.WHERE:
        return end
    after = sheet.spans[end + 1][1]
    return end if sheet.plain(after) in _ROUTE else after


def belongings(sheet: Sheet) -> Span | None:
    """Behind «имущество -», or behind the verb of insuring."""
    verbs = (
        at + 1
        for at, token in enumerate(sheet.tokens)
        if sheet.role(at) is Role.INSURE and token.plain.startswith(_INSURING) and token.plain.endswith(_VERB)
    )
    for start in (*_behind_kind(sheet, "property", ":-"), *verbs):
        if sheet.role(start - 1) is Role.KIND:
            continue
        end = _end_of_nouns(sheet, start)
        if end is not None:
            return start, end
    return None


def _behind_kind(sheet: Sheet, kind: str, marks: str) -> Iterator[int]:
    for at, meaning in enumerate(sheet.meanings):
        start, end = sheet.spans[at]
        if meaning is None or meaning.role is not Role.KIND or meaning.value != kind or start != at:
            continue
        is_parted = end < len(sheet.tokens) and sheet.plain(end) in marks
        yield end + 1 if is_parted or sheet.plain(end) == "for" else end


def _end_of_nouns(sheet: Sheet, start: int) -> int | None:
    end = start
    while end - start < _LONGEST and _is_noun(sheet, end):
        end = sheet.spans[end][1]
        end += sheet.plain(end) in _JOINTS and _is_noun(sheet, end + 1)
    return end if end > start else None


def end_of_goods_joined(sheet: Sheet, at: int) -> int | None:
    """«помещение и подъёмники»: goods that end the piece behind «и»."""
    is_joined = sheet.plain(at) in _JOINTS and sheet.is_free(at) and _is_noun(sheet, at + 1)
    is_ended = _is_whole(sheet, at + 2) or sheet.plain(at + 2) in {"от", "від"}
    return at + 2 if is_joined and is_ended else None


def _is_noun(sheet: Sheet, at: int) -> bool:
    if sheet.kind(at) != "word" or not sheet.is_free(at) or sheet.tokens[at].is_capital:
        return False
    plain = sheet.plain(at)
    is_verb = sheet.role(at) is None and plain.endswith(VERB_ENDINGS)
    return sheet.role(at) in _NOUNS and len(plain) > 2 and plain not in _NO_GOODS and not is_verb


def _is_whole(sheet: Sheet, at: int) -> bool:
    return sheet.kind(at) in {"line", "mark"} or at >= len(sheet.tokens)
