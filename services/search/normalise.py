"""Text as the search index keeps it, and a query in the same form.

- Case, ё, apostrophes, invisible characters and punctuation do not matter; і ї є ґ stay letters of their own.
- Digits that only a phone's punctuation separates are one run: "916 123" is in "+7 916 123-45-67". Anything else
  between two numbers becomes a comma, which is the only punctuation left.
- A word typed in both alphabets goes back to one of them. A word all in one alphabet stays as it is, except for
  codes (plates, VINs, series with numbers): look-alike letters beside digits go to Latin, spaces inside go away.
"""

import re
import unicodedata

LATIN = "abcehikmoptxy"
CYRILLIC = "авсенікмортху"
TO_LATIN = str.maketrans(CYRILLIC, LATIN)
TO_CYRILLIC = str.maketrans(LATIN, CYRILLIC)
LOOK_ALIKE = f"[{LATIN}{CYRILLIC}]"

IGNORED = re.compile(
    "['’‘ʼʻʹ`´′＇"  # apostrophes
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]"  # invisible
)
COMBINING = re.compile("[\u0300-\u036f]")

PHONE_PUNCTUATION = re.compile(r"(?<=\d)[ .()\-‐-―−]{1,3}(?=\d)")
BETWEEN_NUMBERS = re.compile(r"(?<=\d)[\W_]+(?=\d)")
WORDS = re.compile(r"[^\W_]+|(?<=\d),(?=\d)")
EDGE = r"(?![^\W_])"
TRUNK_EIGHT = re.compile(rf"(?<![^\W_])8(?=[3-9][0-9]{{9}}{EDGE})")
TYPED_TRUNK_EIGHT = re.compile(rf"(?<![^\W_])8(?=9[0-9]{{2,8}}{EDGE})")

ANY_CYRILLIC = re.compile("[\u0400-\u04ff]")
ANY_LATIN = re.compile("[a-z]")
ONLY_CYRILLIC = re.compile(f"(?![{CYRILLIC}])[\u0400-\u04ff]")
ONLY_LATIN = re.compile(f"(?![{LATIN}])[a-z]")

VIN_LENGTH = 17
CODE = re.compile(
    rf"{LOOK_ALIKE}{{1,3}}(?:\d+{LOOK_ALIKE}{{1,3}})*\d+|(?:\d+{LOOK_ALIKE}{{1,3}})+\d*"
    rf"|(?={LOOK_ALIKE}*\d)(?:{LOOK_ALIKE}|\d){{{VIN_LENGTH}}}"
)
SPACED_CODE = re.compile(
    r"(?<![^\W_])(?:"
    rf"{LOOK_ALIKE} ?\d{{3}} ?{LOOK_ALIKE}{{2}}(?: ?\d{{2,3}})?"  # а 123 вс 77
    rf"|{LOOK_ALIKE}{{2}} ?\d{{4}} ?{LOOK_ALIKE}{{2}}"  # аа 1234 вв
    rf"|{LOOK_ALIKE}{{2,3}} \d{{6,}}"  # ххх 0123456789
    rf"){EDGE}"
)


def search_text(*parts: str | None) -> str:
    """What the search column keeps of a row; numbers of different parts never run together."""
    text = _letters("\n".join(filter(None, parts)))
    text = BETWEEN_NUMBERS.sub(",", PHONE_PUNCTUATION.sub("", text))
    words = WORDS.findall(text)
    if not text.isascii():
        words = [word if word.isascii() else _one_alphabet(word) for word in words]
    line = " ".join(words).replace(" , ", ",")
    return TRUNK_EIGHT.sub("7", SPACED_CODE.sub(_join, line))


def search_query(text: str) -> str:
    """A query each of whose words (split at spaces) stands somewhere in the `search_text` of what is meant.

    The trunk 8 of a number that is still being typed is dropped: the index has a 7 there.
    """
    return TYPED_TRUNK_EIGHT.sub("", search_text(text))


def _letters(text: str) -> str:
    text = unicodedata.normalize("NFKC", IGNORED.sub("", text).replace("№", " "))
    text = unicodedata.normalize("NFKC", text.casefold())
    text = unicodedata.normalize("NFC", COMBINING.sub("", text))
    return IGNORED.sub("", text).replace("ё", "е")


def _one_alphabet(word: str) -> str:
    if CODE.fullmatch(word):
        return word.translate(TO_LATIN)
    if not (ANY_LATIN.search(word) and ANY_CYRILLIC.search(word)):
        return word
    russian, english = ONLY_CYRILLIC.search(word), ONLY_LATIN.search(word)
    if russian and english:
        return word
    return word.translate(TO_LATIN if english else TO_CYRILLIC)


def _join(code: re.Match[str]) -> str:
    return code[0].replace(" ", "").translate(TO_LATIN)
