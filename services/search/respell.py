"""What a query that found nothing may have meant: a VIN or a plate with O for 0 or 0 for O.

- A VIN has no I, O and Q; a plate has letters and digits in places of their own.
- Not before nothing was found: a policy's number may look like a plate.
"""

import re

from services.search.normalise import LATIN, TO_LATIN, VIN_LENGTH, search_text

_VIN = re.compile(f"[a-z0-9]{{{VIN_LENGTH}}}")
_TO_VIN = str.maketrans("ioq", "100")
_TO_LETTERS, _TO_DIGITS = str.maketrans("0", "o"), str.maketrans("o", "0")
_LETTER, _DIGIT = f"[{LATIN}0]", "[0-9o]"
_PLATE = re.compile(
    f"(?P<russian>{_LETTER}{_DIGIT}{{3}}{_LETTER}{{2}}(?:{_DIGIT}{{2,3}})?)"
    f"|(?P<ukrainian>{_LETTER}{{2}}{_DIGIT}{{4}}{_LETTER}{{2}})"
)
_LETTERS_OF = {"russian": {0, 4, 5}, "ukrainian": {0, 1, 6, 7}}


def respelled(query: str) -> str | None:
    """None when it is neither, or was spelled right."""
    typed = search_text(query).replace(" ", "").translate(TO_LATIN)
    if _VIN.fullmatch(typed):
        meant = typed.translate(_TO_VIN)
    elif plate := _PLATE.fullmatch(typed):
        meant = "".join(
            sign.translate(_TO_LETTERS if at in _LETTERS_OF[plate.lastgroup or ""] else _TO_DIGITS)
            for at, sign in enumerate(typed)
        )
    else:
        return None
    return meant.upper() if meant != typed else None
