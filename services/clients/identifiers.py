"""Tax, registration and identity numbers, VINs and licence plates, as people type them.

- Spaces, dashes and words before the number ("ИНН 7707 083893") do not matter.
- The installation's region says which numbers are meant: ten digits are an ИНН in RU and a РНОКПП in UA.
- A number with a wrong check digit is a problem, never a value.
- Letters are compared by shape: VINs and plates are kept in Latin, Ukrainian passports in Cyrillic.
- A mask shows enough to tell two people apart and too little to use; what can't be masked is hidden whole.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from types import ModuleType

from stdnum.exceptions import InvalidChecksum, InvalidComponent, InvalidFormat, InvalidLength, ValidationError
from stdnum.ru import inn, ogrn
from stdnum.ua import edrpou, rntrc

from models.tax_number import TaxNumberKind


class IdentifierProblem(Enum):
    """Why a typed number is not accepted; not a StrEnum, so that a problem is never taken for a value."""

    WRONG_CHARACTERS = "wrong-characters"
    WRONG_LENGTH = "wrong-length"
    WRONG_CHECK_DIGIT = "wrong-check-digit"
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True, slots=True)
class TaxNumber:
    """`value` is digits only, its check digits hold."""

    kind: TaxNumberKind
    value: str


@dataclass(frozen=True, slots=True)
class Passport:
    """`series` is four digits (RU), two Cyrillic letters (UA booklet) or empty (UA card)."""

    series: str
    number: str

    @property
    def value(self) -> str:
        return self.series + self.number


TAX_NUMBERS: dict[tuple[str, int], tuple[TaxNumberKind, ModuleType]] = {
    ("RU", 10): (TaxNumberKind.INN, inn),
    ("RU", 12): (TaxNumberKind.INN, inn),
    ("UA", 8): (TaxNumberKind.EDRPOU, edrpou),
    ("UA", 10): (TaxNumberKind.RNOKPP, rntrc),
}

SEPARATORS = re.compile(r"[\s\-‐-―./№#:]+")
LABEL = re.compile(r"^[^\W\d]{2,}(?=\d)")

LATIN_SHAPES = str.maketrans("АВЕКМНОРСТУХІ", "ABEKMHOPCTYXI")
CYRILLIC_SHAPES = str.maketrans("ABEKMHOPCTYXI", "АВЕКМНОРСТУХІ")

HIDDEN = "•••"
OPERATOR_CODE_LENGTHS = {"+380": 2, "+7": 3}

PASSPORTS = {
    "RU": re.compile(r"(?P<series>\d{4})(?P<number>\d{6})", re.ASCII),
    "UA": re.compile(r"(?P<series>[А-ЩЬЮЯҐЄІЇ]{2})(?P<number>\d{6})|(?P<card>\d{9})", re.ASCII),
}

VIN = re.compile(r"[A-HJ-NPR-Z0-9]{17}")
VIN_LENGTH = 17

RU_PLATE_LETTER = "[ABEKMHOPCTYX]"
PLATES = {
    "RU": re.compile(
        rf"{RU_PLATE_LETTER}\d{{3}}{RU_PLATE_LETTER}{{2}}\d{{2,3}}"  # cars, lorries, buses
        rf"|{RU_PLATE_LETTER}{{2}}\d{{5,7}}"  # taxis and buses (3 + region), trailers (4 + region)
        rf"|\d{{4}}{RU_PLATE_LETTER}{{2}}\d{{2,3}}"  # motorcycles, tractors, military
        rf"|{RU_PLATE_LETTER}{{2}}\d{{2}}{RU_PLATE_LETTER}{{2}}\d{{2,3}}"  # mopeds and motorcycles since 2020
        rf"|{RU_PLATE_LETTER}{{2}}\d{{3}}{RU_PLATE_LETTER}\d{{2,3}}"  # transit
        rf"|{RU_PLATE_LETTER}\d{{6,7}}"  # police
        r"|\d{3}(?:CD\d|D\d{3}|T\d{3})\d{2,3}",  # diplomatic
    ),
    "UA": re.compile(
        r"[A-Z]{2}\d{4}[A-Z]{2}"  # since 2004; motorcycles and trailers too
        r"|\d{5}[A-Z]{2}"  # 1995 to 2004
        r"|\d{2}[A-Z]{2}\d{4}"  # transit
        r"|[A-Z]\d{5}[A-Z]{2}"  # private before 2004
    ),
}


def parse_tax_number(text: str, region: str) -> TaxNumber | IdentifierProblem:
    """`region` is RU (ИНН, 10 or 12 digits) or UA (ЄДРПОУ, 8; РНОКПП, 10)."""
    digits = _without_label(text)
    if not digits.isascii() or not digits.isdigit():
        return IdentifierProblem.WRONG_CHARACTERS
    if (region, len(digits)) not in TAX_NUMBERS:
        return IdentifierProblem.WRONG_LENGTH
    kind, standard = TAX_NUMBERS[region, len(digits)]
    checked = _checked(standard.validate, digits)
    return TaxNumber(kind, checked) if isinstance(checked, str) else checked


def parse_kpp(text: str) -> str | IdentifierProblem:
    """Nine characters: tax office, reason (two digits or Latin letters), serial. It has no check digit."""
    kpp = _without_label(text)
    if len(kpp) != 9:
        return IdentifierProblem.WRONG_LENGTH
    if not re.fullmatch(r"\d{4}[\dA-Z]{2}\d{3}", kpp, re.ASCII):
        return IdentifierProblem.WRONG_CHARACTERS
    return kpp


def parse_ogrn(text: str) -> str | IdentifierProblem:
    """ОГРН of a company (13 digits) or ОГРНИП of a sole proprietor (15)."""
    digits = _without_label(text)
    return _checked(_validate_ogrnip if len(digits) == 15 else ogrn.validate, digits)


def parse_passport(text: str, region: str) -> Passport | IdentifierProblem:
    """RU: series of 4 and number of 6 digits. UA: two letters and 6 digits, or 9 digits of a card."""
    compact = _without_label(text) if region == "RU" else _compact(text)
    found = PASSPORTS[region].fullmatch(compact.translate(CYRILLIC_SHAPES))
    if found is None:
        expected = {"RU": (10,), "UA": (8, 9)}[region]
        wrong = len(compact) not in expected
        return IdentifierProblem.WRONG_LENGTH if wrong else IdentifierProblem.WRONG_CHARACTERS
    groups = found.groupdict()
    return Passport(groups["series"] or "", groups["number"] or groups["card"])


def parse_vin(text: str) -> str | IdentifierProblem:
    """Upper-case Latin. I, O and Q are refused, not turned into digits: only the papers can tell."""
    vin = _compact(text).removeprefix("VIN").translate(LATIN_SHAPES)
    if len(vin) != VIN_LENGTH:
        return IdentifierProblem.WRONG_LENGTH
    return vin if VIN.fullmatch(vin) else IdentifierProblem.WRONG_CHARACTERS


def parse_plate(text: str, region: str) -> str | IdentifierProblem:
    """Upper-case Latin without separators, of a shape that the region issues."""
    plate = normalise_plate(text)
    return plate if PLATES[region].fullmatch(plate) else IdentifierProblem.IMPOSSIBLE


def normalise_plate(text: str) -> str:
    """A plate of any country, ready to be compared: upper-case, look-alikes Latin, no separators."""
    return _compact(text).translate(LATIN_SHAPES)


SHORTEST_FULL_PHONE = 11


def format_phone(phone: str) -> str:
    """An E.164 number as people read it: `+7 916 123-45-67`."""
    return _grouped(phone, hidden=False) if len(phone) >= SHORTEST_FULL_PHONE else phone


def mask_phone(phone: str) -> str:
    """Country and operator code and the last four digits of an E.164 number: `+7 916 •••-45-67`."""
    return _grouped(phone, hidden=True) if len(phone) >= SHORTEST_FULL_PHONE else HIDDEN


def _grouped(phone: str, *, hidden: bool) -> str:
    country = next((code for code in OPERATOR_CODE_LENGTHS if phone.startswith(code)), phone[:3])
    national = phone.removeprefix(country)
    operator = national[: OPERATOR_CODE_LENGTHS.get(country, 0)]
    if len(national) - len(operator) < 7:
        operator = ""
    middle = HIDDEN if hidden else national[len(operator) : -4]
    return " ".join(filter(None, (country, operator, f"{middle}-{phone[-4:-2]}-{phone[-2:]}")))


def mask_passport(passport: str) -> str:
    """All but the last two characters; a series stays apart from its number: `•••• ••••56`."""
    compact = "".join(passport.split())
    if len(compact) < 8:
        return HIDDEN
    series, number = compact[:-6], compact[-6:]
    if len(compact) == 9:
        series, number = "", compact
    return f"{'•' * len(series)} {'•' * (len(number) - 2)}{number[-2:]}".lstrip()


def mask_tax_number(number: str) -> str:
    """The last four digits: `••••••2259`."""
    return f"{'•' * (len(number) - 4)}{number[-4:]}" if len(number) >= 8 else HIDDEN


def mask_email(email: str) -> str:
    """The first letter and the domain: `o•••@example.com`."""
    name, _, domain = email.rpartition("@")
    if not name or not domain:
        return HIDDEN
    return f"{name[0] if len(name) > 1 else ''}{HIDDEN}@{domain}"


def _compact(text: str) -> str:
    return SEPARATORS.sub("", unicodedata.normalize("NFKC", text.replace("№", " "))).upper()


def _without_label(text: str) -> str:
    return LABEL.sub("", _compact(text))


def _validate_ogrnip(digits: str) -> str:
    """python-stdnum 2.2 compares the whole remainder with one digit and so refuses 3 numbers in 13."""
    if not digits.isascii() or not digits.isdigit():
        raise InvalidFormat
    if digits[0] not in "34":
        raise InvalidComponent
    if int(digits[:-1]) % 13 % 10 != int(digits[-1]):
        raise InvalidChecksum
    return digits


def _checked(validate: Callable[[str], str], digits: str) -> str | IdentifierProblem:
    try:
        value = validate(digits)
    except InvalidChecksum:
        return IdentifierProblem.WRONG_CHECK_DIGIT
    except InvalidLength:
        return IdentifierProblem.WRONG_LENGTH
    except InvalidFormat:
        return IdentifierProblem.WRONG_CHARACTERS
    except ValidationError:
        return IdentifierProblem.IMPOSSIBLE
    return value if value.strip("0") else IdentifierProblem.IMPOSSIBLE
