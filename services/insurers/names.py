"""What insurers may be called, and the code that a name gives."""

import re
from collections.abc import Iterable, Sequence

from services.insurers.errors import TooManyAliases

LONGEST_NAME = 64
LONGEST_ALIAS = 40
MOST_ALIASES = 40
LONGEST_CODE = 24

_LATIN = dict(zip("абвгґдеёзиіїйклмнопрстуфыэ", "abvggdeeziiiyklmnoprstufye", strict=True)) | {
    "є": "ye",
    "ж": "zh",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ю": "yu",
    "я": "ya",
    **dict.fromkeys("ъь'’", ""),
}


def code_of(name: str, taken: Iterable[str]) -> str:
    """Latin letters and digits, with a number behind where another one of the book has the code."""
    latin = "".join(_LATIN.get(letter, letter) for letter in name.casefold())
    stem = re.sub(r"[^a-z0-9]+", "_", latin).strip("_")[:LONGEST_CODE].rstrip("_") or "unnamed"
    used, number, code = set(taken), 1, stem
    while code in used:
        number += 1
        code = f"{stem}_{number}"
    return code


def short_name(name: str, aliases: Sequence[str], *, longest: int) -> str:
    """Where the name has no room, the first nickname that has; else the name as it is."""
    if len(name) <= longest:
        return name
    return next((alias for alias in aliases if len(alias) <= longest), name)


def with_aliases(known: Sequence[str], more: Iterable[str]) -> list[str]:
    """Each once whatever its case, in the order given. Raises TooManyAliases."""
    aliases: dict[str, str] = {}
    for alias in (*known, *more):
        aliases.setdefault(alias.casefold(), alias)
    if len(aliases) > MOST_ALIASES:
        raise TooManyAliases(limit=MOST_ALIASES)
    return list(aliases.values())
