"""Takes out of a text what tells who somebody is, before it leaves the house.

- Addresses of mail, sites and messengers; numbers of seven digits and more however they are spaced, which covers
  phones, cards, tax numbers, passports and birthdays; numbers of documents behind a word that says so; VINs, licence
  plates and policies, which mix letters and digits.
- An amount grouped by thousands stays up to eight digits: `1 850 000`.
- Names that are known are taken out with their endings: Иванов, Ивановой.
- In doubt it is taken out.
"""

import re
import unicodedata
from collections.abc import Iterable

CONTACT, NUMBER, NAME = "[contact]", "[number]", "[name]"

_LETTER = r"[^\W\d_]"
_BETWEEN_DIGITS = r"[ \t()\[\].:/\\|_+*•·№#\-‐-―\u20e3]{0,3}"
_ADDRESS = re.compile(
    r"[^\s@<>\"]{1,64}\s{0,2}(?:@|\(at\)|\[at\])\s{0,2}[^\s@<>\"]{1,200}\.[^\W\d_]{2,24}"
    r"|\b(?:https?://|tg://|www\.)\S+"
    r"|\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}\.[a-z]{2,24}/\S+"
    r"|@\w{3,}",
    re.IGNORECASE,
)
_PLATE = re.compile(
    rf"(?<!\w){_LETTER}{{1,2}}[ -]?\d{{3,4}}[ -]?{_LETTER}{{2}}(?:[ -]?\d{{2,3}})?(?!\w)"
    rf"|(?<!\w)\d{{4}}[ -]?{_LETTER}{{2}}[ -]?\d{{2,3}}(?!\w)"
)
_SERIES = re.compile(r"(?<!\w)(?:\d{2} ?)?[A-ZА-ЯІЇЄҐ]{2}[ №-]{0,3}\d{6,}")
_MIXED = re.compile(r"(?<!\w)(?=\w*[^\W\d_])(?=(?:\w*\d){4})\w{6,}(?!\w)")
_DIGITS = re.compile(rf"\d(?:{_BETWEEN_DIGITS}\d){{6,}}")
_AMOUNT = re.compile(r"\d{1,2}[ .]\d{3}[ .]\d{3}")
_DOCUMENT = re.compile(
    r"\b((?:паспорт|сери|номер|ном\b|№|инн|ипн|іпн|рнокпп|єдрпоу|едрпоу|огрн|снилс|права|посвідчен|полис|поліс|птс|стс|"
    r"passport|series|serial|number|licen[cs]e|policy|tax|snils|id)\w*)"
    rf"(\W{{0,3}}(?:{_LETTER}{{1,2}}\W{{0,2}})?)(\d(?:{_BETWEEN_DIGITS}\d){{3,}})",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_VOWELS = frozenset("аеёиоуыэюяіїєьйaeiouy")
_SHORTEST_NAME = 3
_LONGEST_ENDING = 4


def redact(text: str, *, names: Iterable[str] = ()) -> str:
    """`names` are whole names of persons and companies."""
    plain = _plain(text)
    plain = _ADDRESS.sub(CONTACT, plain)
    plain = _DOCUMENT.sub(lambda found: f"{found[1]}{found[2]}{NUMBER}", plain)
    for numbered in (_PLATE, _SERIES, _MIXED):
        plain = numbered.sub(NUMBER, plain)
    plain = _DIGITS.sub(_unless_amount, plain)
    return _without_names(plain, names)


def _plain(text: str) -> str:
    """Letters and digits in their usual form, nothing unseen between them."""
    usual = unicodedata.normalize("NFKC", text)
    return "".join(char for char in usual if unicodedata.category(char) not in {"Cf", "Cs", "Mn"})


def _unless_amount(found: re.Match[str]) -> str:
    before = found.string[: found.start()]
    return found[0] if _AMOUNT.fullmatch(found[0]) and not before.endswith(("+", "(")) else NUMBER


def _without_names(text: str, names: Iterable[str]) -> str:
    stems = {_stem(word) for name in names for word in _WORD.findall(_plain(name)) if len(word) >= _SHORTEST_NAME}
    if not stems:
        return text
    longest_first = "|".join(re.escape(stem) for stem in sorted(stems, key=len, reverse=True))
    return re.sub(rf"\b(?:{longest_first})\w{{0,{_LONGEST_ENDING}}}\b", NAME, text, flags=re.IGNORECASE)


def _stem(word: str) -> str:
    """Without the letter that a case changes."""
    return word[:-1] if len(word) > _SHORTEST_NAME and word[-1].casefold() in _VOWELS else word
