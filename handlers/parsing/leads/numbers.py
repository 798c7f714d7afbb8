"""What is written in figures: phones, tax numbers, VINs and plates, each good or broken.

* A phone's tail that makes it no phone («+44 7911 123456 30 человек») is cut off.
* Bare digits are a tax number where its check digit holds; ten of them that do not are tried as a phone.
* With blanks inside, a plate in small letters is one only where no word of the language stands in it («в 150 на 10»).
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from handlers.parsing.leads.patterns import PLATE_LABEL, SPOKEN_AT, SPOKEN_DOT, TAX_LABEL
from handlers.parsing.phones import parse_phone
from handlers.parsing.result import Phone
from handlers.parsing.text import look_alikes
from services.clients.identifiers import (
    LATIN_SHAPES,
    TAX_NUMBERS,
    TaxNumber,
    normalise_plate,
    parse_plate,
    parse_tax_number,
    parse_vin,
)

REGIONS = ("RU", "UA")

_LAST_GROUP = re.compile(r"[ ()./-]*\d+[ ()./-]*$")
_BEHIND_FIRST_NUMBER = re.compile(r"(?<=\d)\D")
_FEWEST_OF_BROKEN_PHONE = 8
_GROUP = re.compile(r"\S+")
_SPOKEN_AT, _SPOKEN_DOT = (re.compile(spoken, re.IGNORECASE) for spoken in (SPOKEN_AT, SPOKEN_DOT))
_SPOKEN_HOSTS_TEXT = """
    мейл:mail маил:mail майл:mail гмейл:gmail гмаил:gmail джимейл:gmail жмейл:gmail яндекс:yandex рамблер:rambler
    укр:ukr мета:meta инбокс:inbox бк:bk лист:list аутлук:outlook ру:ru ком:com нет:net юа:ua уа:ua орг:org
"""
_SPOKEN_HOSTS = dict(spoken.split(":") for spoken in _SPOKEN_HOSTS_TEXT.split())
_DIGITS = re.compile(r"\d+")
_WORDS_IN_PLATES_TEXT = """
    на не но ни то та ка ко по за кв мм см км кс тр рх вт mm cm km hp
"""
_WORDS_IN_PLATES = frozenset(_WORDS_IN_PLATES_TEXT.split())
_LETTER_PAIR = re.compile(r"\d ?([^\W\d_]{2})(?: |\d|$)")
_LABEL_OF_PLATE = re.compile(PLATE_LABEL + r"[ :№#-]{0,3}")
_LABEL_OF_TAX = re.compile(TAX_LABEL)
_LABEL_OF_VIN = re.compile(
    r"(?:vin|вин|він)(?:[ -]?(?:код|номер|code))?[ :№#-]{1,3}(?=\S)|(?:vin|вин|він)(?=[^\W_]{17}$)"
)
_BROKEN_PHONE = {
    "RU": re.compile(r"[78]9\d{7,8}|[78]9\d{10}|9\d{8}"),
    "UA": re.compile(r"0[35679]\d{7}|0[35679]\d{9}|3?80\d{8}"),
}
_UKRAINIAN_AT_HOME = re.compile(r"\(?(?:8[ (.-]{0,3})?\(?0")
_UKRAINIAN_LABELS = ("єд", "эд", "ед", "ег", "єг", "рн", "іп", "rn", "ed")


class Found(NamedTuple):
    """`length` of the typed text that it takes; `value` as it is kept."""

    kind: str
    length: int
    value: str = ""


def read_phone(_: str, plain: str, region: str) -> Found:
    """A Ukrainian number without +380 is asked in Russia."""
    if region == "RU" and _UKRAINIAN_AT_HOME.match(plain):
        return Found("broken-phone", len(plain), "which-country")
    tried = plain.replace("/", " ")
    while sum(character.isdigit() for character in tried) >= 9:
        match parse_phone(tried, region):
            case Phone(number):
                return Found("phone", len(tried.rstrip(" ()./-")), number)
        tried = _LAST_GROUP.sub("", tried)
    return Found("broken-phone", len(plain))


def read_email(typed: str, plain: str, _: str) -> Found:
    """Letters that only look Latin are made Latin; a dictated one is spelt out, and is words where that fails."""
    is_spoken = "@" not in typed
    spelt = _spelt_out(typed) if is_spoken else typed.replace(" ", "")
    latin = spelt if spelt.isascii() else look_alikes(spelt.casefold())[1]
    if is_spoken and not latin.isascii():
        return Found("word", _first_word(plain))
    return Found("email", len(plain), latin if latin.isascii() else spelt)


def _spelt_out(dictated: str) -> str:
    box, _, host = _SPOKEN_DOT.sub(".", _SPOKEN_AT.sub("@", dictated)).rpartition("@")
    return f"{box}@{'.'.join(_SPOKEN_HOSTS.get(part.casefold(), part) for part in host.split('.'))}"


def read_number(typed: str, plain: str, region: str) -> Found:
    is_broken = region in _BROKEN_PHONE and _BROKEN_PHONE[region].fullmatch(plain)
    if len(plain) in {8, 10, 12} and plain.isdigit() and not is_broken:
        match parse_tax_number(plain, region):
            case TaxNumber(value=value) if len(plain) > 8:
                return Found("tax", len(plain), value)
        phone = read_phone(typed, plain, region) if len(plain) == 10 and plain[0] in "348" else None
        if phone and phone.kind == "phone":
            return phone
    if region == "UA" and len(plain) == 10 and plain.startswith("9") and plain.isdigit():
        return Found("broken-phone", len(plain), "which-country")
    return Found("broken-phone" if is_broken else "number", len(plain))


def read_misread(_typed: str, plain: str, _region: str) -> Found:
    """A letter O among the figures, or a figure too few or too many."""
    if sum(character.isalnum() for character in plain) >= _FEWEST_OF_BROKEN_PHONE:
        return Found("broken-phone", len(plain))
    return Found("number", len(_BEHIND_FIRST_NUMBER.split(plain, maxsplit=1)[0]))


def read_tax(_typed: str, plain: str, _region: str) -> Found:
    """The digits behind the label; a blank inside the number is passed over, what follows it is not taken."""
    label = _LABEL_OF_TAX.match(plain)
    start = label.end() if label else 0
    digits, end = "", len(plain)
    for group in _DIGITS.finditer(plain, start):
        digits += group[0]
        if any(length == len(digits) for _, length in TAX_NUMBERS):
            end = group.end()
            break
    return Found("tax", end, digits)


def tax_number_of(label: str, digits: str, region: str) -> TaxNumber | None:
    """None where the check digit or the length is wrong for the country that the label names."""
    home = "UA" if label.startswith(_UKRAINIAN_LABELS) else region
    regions = [home, *(other for other in REGIONS if other != home and (home, len(digits)) not in TAX_NUMBERS)]
    found = [parse_tax_number(digits, place) for place in regions]
    return next((number for number in found if isinstance(number, TaxNumber)), None)


def read_vin(typed: str, plain: str, _: str) -> Found:
    label = _LABEL_OF_VIN.match(plain)
    vin = parse_vin(typed[label.end() :] if label else typed)
    latin = (plain[label.end() :] if label else plain).upper().translate(LATIN_SHAPES)
    if isinstance(vin, str):
        return Found("vin", len(plain), vin)
    is_serial = latin.isascii() and sum(character.isdigit() for character in latin) >= 5
    return Found("broken-vin" if label or is_serial else "word", len(plain))


def read_plate(typed: str, plain: str, _region: str) -> Found:
    label = _LABEL_OF_PLATE.match(plain)
    start = label.end() if label else 0
    if label is None and not _is_plate(typed):
        return Found("word", _first_word(plain))
    groups = list(_GROUP.finditer(plain, start))
    for group in reversed(groups):
        plate = normalise_plate(typed[start : group.end()]).removesuffix("RUS")
        if any(isinstance(parse_plate(plate, place), str) for place in REGIONS):
            return Found("plate", group.end(), plate)
    return Found("broken-plate", groups[0].end()) if label else Found("word", _first_word(plain))


def _is_plate(bare: str) -> bool:
    pair = _LETTER_PAIR.search(bare)
    return " " not in bare or bare == bare.upper() or not (pair and pair[1].casefold() in _WORDS_IN_PLATES)


def _first_word(plain: str) -> int:
    return len(plain.split(" ", 1)[0])


READERS: dict[str, Callable[[str, str, str], Found]] = {
    "email": read_email,
    "phone": read_phone,
    "misread": read_misread,
    "number": read_number,
    "tax": read_tax,
    "vin": read_vin,
    "plate": read_plate,
}
