"""What the lead does: his position and the line of business."""

from handlers.parsing.leads.business import DOMAIN_OF_POSITION
from handlers.parsing.leads.names import VERB_ENDINGS
from handlers.parsing.leads.roles import Role
from handlers.parsing.leads.sheet import Sheet

_ADJECTIVE = ("ный", "ний", "ная", "ский", "ская", "ський", "ська", "вой", "вая")
_OWNERS = frozenset({"собственник", "собственница", "власник", "власниця", "owner"})
"""Of a car or a flat, they tell no position."""
_OF_BUSINESS = (Role.FORM, Role.PROPRIETOR, Role.BUSINESS, Role.TRADE, Role.DOMAIN)
_OF_DEPARTMENT = frozenset({"отдела", "відділу", "службы", "служби", "департамента", "департаменту"})
_RANKS_TEXT = """
    гл гол главный главная головний головна старший старша старшая ст зам заместитель заступник ведущий ведущая
    провідний провідна младший молодший senior junior chief lead head deputy assistant clinic shop store restaurant
    company
"""
_RANKS = frozenset(_RANKS_TEXT.split())
_OF_WHAT = frozenset({"по", "з", "of", "for", "отдела", "відділу"})


def take_position(sheet: Sheet) -> str | None:
    for start, end, _ in sheet.phrases(Role.POSITION):
        if sheet.role(end) is None and sheet.plain(end).endswith(VERB_ENDINGS):
            continue
        if end == start + 1 and sheet.plain(start) in _OWNERS and not sheet.has(*_OF_BUSINESS):
            continue
        return sheet.take(_with_rank(sheet, start), _with_field(sheet, end), "position")
    return None


def _with_rank(sheet: Sheet, start: int) -> int:
    """«гл. врач», «кредитный менеджер», «senior accountant»."""
    place = start - 2 if sheet.plain(start - 1) == "." else start - 1
    if not sheet.is_free(place):
        return start
    is_adjective = sheet.role(place) is None and sheet.plain(place).endswith(_ADJECTIVE) and place == start - 1
    is_adjective = is_adjective and not sheet.tokens[place].is_capital
    return place if is_adjective or sheet.plain(place) in _RANKS else start


def _with_field(sheet: Sheet, end: int) -> int:
    """«директор по закупкам», «head of treasury», «инженер ПТО»."""
    token = sheet.tokens[end] if end < len(sheet.tokens) else None
    is_letters = token is not None and token.kind == "word" and token.text.isupper() and 2 <= len(token.text) <= 4
    if is_letters and sheet.role(end) is None and sheet.is_free(end):
        return end + 1
    if sheet.plain(end - 1) in _OF_DEPARTMENT and sheet.kind(end) == "word" and sheet.is_free(end):
        return end + (not sheet.tokens[end].is_capital)
    is_field = sheet.plain(end) in _OF_WHAT and sheet.kind(end + 1) == "word" and sheet.is_free(end + 1)
    if is_field and not sheet.tokens[end + 1].is_capital and sheet.role(end + 1) is None:
        return end + 2
    return end


def take_domain(sheet: Sheet, position: str | None) -> str | None:
    """The plain name of a line of business is taken; a sign of one («сеть аптек») tells more and stays in the note."""
    domain: str | None = None
    for start, end, code in sheet.phrases(Role.DOMAIN):
        if domain in {None, code}:
            domain = code
            sheet.take(start, end, "business_domain")
    if domain is None:
        domain = next((code for _, _, code in sheet.phrases(Role.TRADE)), None)
    if domain is None and position is not None:
        domain = DOMAIN_OF_POSITION.get(position.casefold())
    return domain
