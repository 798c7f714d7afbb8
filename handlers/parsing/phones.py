"""Phone numbers as people type them, to E.164.

* The number is read in the region of the brokerage; then as if only "+" were missing («380…» typed in Russia).
* Then with the trunk prefixes of Russia and Ukraine («8-916…», «8-050…», «050…») read in the other country.
* Two different numbers are asked; an extension is kept apart.
"""

import re

from handlers.parsing.result import Ask, Phone
from handlers.parsing.text import MAX_LENGTH, clean

_EXTENSION = re.compile(r"(?:доб|добавочный|доп|внутр|внутренний|внутрішній|вн|ext|extension|x|#)\.? ?:? ?(\d{1,6})$")
_RUN = re.compile(r"[+(]?\d[\d ().\t-]*")
_NOT_DIGIT = re.compile(r"\D")
_FEWEST_DIGITS = 5


def parse_phone(text: str, region: str) -> Phone | Ask | None:
    """`region` is the ISO country whose national numbers are typed without a code; None when there is no number."""
    plain = clean(text)
    if len(plain) > MAX_LENGTH:
        return Ask("too-long")
    extension = _EXTENSION.search(plain)
    runs = _RUN.findall(plain[: extension.start()] if extension else plain)
    runs = [run for run in runs if len(_NOT_DIGIT.sub("", run)) >= _FEWEST_DIGITS]
    if not runs:
        return None
    numbers = {_e164(run, region) for run in runs}
    if len(numbers) > 1:
        return Ask("two-phones")
    number = numbers.pop()
    return Phone(number, extension[1] if extension else None) if number else Ask("not-a-phone")


def _e164(run: str, region: str) -> str | None:
    digits = _NOT_DIGIT.sub("", run)
    readings = [run, f"+{digits}"]
    if len(digits) == 11 and digits.startswith("80"):
        readings.append(f"+3{digits}")
    if len(digits) == 11 and digits.startswith("8"):
        readings.append(f"+7{digits[1:]}")
    if len(digits) == 10 and digits.startswith("0"):
        readings.append(f"+38{digits}")
    return next(filter(None, (_valid(reading, region) for reading in readings)), None)


def _valid(number: str, region: str) -> str | None:
    import phonenumbers  # noqa: PLC0415 - 7 MB and 150 ms that a start without a phone does not pay

    try:
        parsed = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(parsed):
        return None
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
