"""Russian typed in Latin letters: «zavtra», «cherez nedelyu»."""

import re

_COMBINED = {"shch": "щ", "zh": "ж", "kh": "х", "ts": "ц", "ch": "ч", "sh": "ш", "yu": "ю", "ya": "я", "ye": "е"}
_SINGLE = dict(zip("abvgdezijklmnoprstufhcy", "абвгдезийклмнопрстуфхцы", strict=True))
_LETTERS = _COMBINED | _SINGLE
_LATIN = re.compile("|".join(_LETTERS))


def to_cyrillic(text: str) -> str:
    return _LATIN.sub(lambda match: _LETTERS[match[0]], text)
