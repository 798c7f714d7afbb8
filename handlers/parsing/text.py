"""Typed text made plain before it is read: digits, dashes, apostrophes, invisible marks, keyboards."""

import unicodedata

MAX_LENGTH = 200
"""A field's answer is short; in a longer text a number or a day may mean anything."""

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−﹣", "-"),
        **dict.fromkeys("’‘ʼʹ′`´", "'"),
        **dict.fromkeys('«»"“”„', " "),
        "ё": "е",
        "٫": ".",
        "٬": "'",
        "…": "...",
    }
)
_EN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
_RU_KEYS = "йцукенгшщзхъфывапролджэячсмитьбю"
_UK_KEYS = "йцукенгшщзхїфівапролджєячсмитьбю"
_KEYBOARDS = (
    str.maketrans(_EN_KEYS, _RU_KEYS),
    str.maketrans(_EN_KEYS, _UK_KEYS),
    str.maketrans(_RU_KEYS, _EN_KEYS),
)
_TO_CYRILLIC = str.maketrans("abcehikmoptxy", "авсенікмортху")
_TO_LATIN = str.maketrans("авсенікмортху", "abcehikmoptxy")


def clean(text: str) -> str:
    """Lower case, ASCII digits, one kind of dash, apostrophe and space; line ends stay line ends."""
    return unicodedata.normalize("NFC", text).translate(_CHARACTERS).strip()


def _plain_character(character: str) -> str:
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    if "！" <= character <= "～":
        return chr(ord(character) - 0xFEE0)
    if character.isspace():
        return character if character in "\n\r\t" else " "
    return "" if _is_invisible(character) else character


class _Characters(dict[int, str]):
    """What `str.translate` asks for, worked out once for each character that was ever typed."""

    def __missing__(self, code: int) -> str:
        self[code] = plain = _plain_character(chr(code)).casefold().translate(_PLAIN)
        return plain


_CHARACTERS = _Characters()


def _is_invisible(character: str) -> bool:
    """Direction and joining marks, emoji variants, a stress mark; not an overlay that strikes through."""
    return unicodedata.category(character) == "Cf" or character in "\ufe0e\ufe0f\u0300\u0301"


def look_alikes(word: str) -> tuple[str, str]:
    """The word with letters of the other script that look the same: all Cyrillic, all Latin."""
    return word.translate(_TO_CYRILLIC), word.translate(_TO_LATIN)


def other_keyboards(text: str, *, shortest: int = 1) -> list[str]:
    """The text as if typed with the keyboard switched to another language.

    Chunks without a letter, or with less than `shortest` characters, stay as typed.
    """
    return [" ".join(_retyped(chunk, table, shortest) for chunk in text.split()) for table in _KEYBOARDS]


def _retyped(chunk: str, table: dict[int, int], shortest: int) -> str:
    is_word = len(chunk) >= shortest and any(character.isalpha() for character in chunk)
    return chunk.translate(table) if is_word else chunk
