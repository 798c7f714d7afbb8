"""Numbers of the lead: phones, e-mail, plate, VIN, tax number.

* The lead's own phones come first: what is said to be of the office, of home or of somebody else comes behind.
* What has a wrong check digit or a shape that does not exist is asked, and stays in the note as typed.
"""

from handlers.parsing.leads.names import Sign
from handlers.parsing.leads.numbers import tax_number_of
from handlers.parsing.leads.roles import Role
from handlers.parsing.leads.runs import sign_at
from handlers.parsing.leads.sheet import Sheet
from handlers.parsing.result import Ask
from services.clients.identifiers import TaxNumber

_BETWEEN = frozenset({":", "-", "–", "—"})
_STEM = 3
_OWN, _OFFICE, _OTHER = range(3)


def take_phones(sheet: Sheet) -> tuple[str, ...] | Ask:
    """Those in the note are of people beside the lead."""
    ranked: list[tuple[int, str]] = []
    doubt: Ask | None = None
    for at, token in enumerate(sheet.tokens):
        if token.kind == "broken-phone":
            doubt = doubt or Ask(token.value or "not-a-phone")
        if token.kind != "phone":
            continue
        is_of_other = sheet.owners[at] == "note" or _take_with_other(sheet, at)
        ranked.append((_OTHER if is_of_other else _rank(sheet, at), token.value))
        if not is_of_other:
            sheet.take(at, at + 1, "phones")
    phones = tuple(dict.fromkeys(number for _, number in sorted(ranked, key=lambda each: each[0])))
    return phones or doubt or ()


def _take_with_other(sheet: Sheet, phone: int) -> bool:
    """«Олег: 8 916…, Полина: 8 985…»: the number beside another's name stays with it in the note."""
    last = phone - 1
    while sheet.plain(last) in _BETWEEN or sheet.role(last) is Role.OWN_PHONE:
        last -= 1
    own = {sheet.plain(at)[:_STEM] for at, owner in enumerate(sheet.owners) if owner == "name"}
    start = last
    while sheet.is_free(start) and sheet.tokens[start].is_capital and sign_at(sheet, start) >= Sign.SURNAME:
        start -= 1
    names = range(start + 1, last + 1)
    is_other = any(sign_at(sheet, at) is Sign.FIRST for at in names) and own
    if not is_other or any(sheet.plain(at)[:_STEM] in own for at in names):
        return False
    sheet.take(start + 1, phone + 1, "note")
    return True


def _rank(sheet: Sheet, at: int) -> int:
    """The words before the number, else those behind it in brackets: «раб. 8 495…», «8 495… (раб.)»."""
    for place in range(at - 1, max(at - 4, -1), -1):
        if sheet.role(place) is Role.OFFICE_PHONE:
            return _OFFICE
        if sheet.kind(place) != "mark" and sheet.role(place) is not Role.OWN_PHONE:
            break
        if sheet.plain(place) in {",", ";"}:
            break
    is_behind = sheet.plain(at + 1) == "(" and sheet.role(at + 2) is Role.OFFICE_PHONE
    return _OFFICE if is_behind else _OWN


def take_email(sheet: Sheet) -> str | None:
    """The first; others stay in the note."""
    for at, token in enumerate(sheet.tokens):
        if token.kind == "email" and sheet.is_free(at):
            sheet.take(at, at + 1, "email")
            return token.value.rstrip(".-_")
    return None


def take_plate(sheet: Sheet) -> str | Ask | None:
    return _take_code(sheet, "plate", Ask("plate-unlike"))


def take_vin(sheet: Sheet) -> str | Ask | None:
    return _take_code(sheet, "vin", Ask("vin-characters"))


def _take_code(sheet: Sheet, kind: str, doubt: Ask) -> str | Ask | None:
    for at, token in enumerate(sheet.tokens):
        if token.kind == kind and sheet.is_free(at):
            sheet.take(at, at + 1, kind)
            return token.value
    for at, token in enumerate(sheet.tokens):
        if token.kind == f"broken-{kind}":
            sheet.take(at, at + 1, "note")
            return doubt
    return None


def take_tax_number(sheet: Sheet, *, is_company: bool) -> TaxNumber | Ask | None:
    """Eight bare digits are a company's number only where a company is named."""
    for at, token in enumerate(sheet.tokens):
        is_bare = is_company and token.kind == "number" and len(token.plain) == 8 and token.plain.isdigit()
        if token.kind != "tax" and not is_bare:
            continue
        number = tax_number_of(token.plain, token.value or token.plain, sheet.region)
        if number is not None:
            sheet.take(at, at + 1, "tax_id")
            return number
        if not is_bare:
            sheet.take(at, at + 1, "note")
            return Ask("tax-number-check-digit")
    return None
