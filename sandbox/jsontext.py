"""JSON and numbers as text."""

import json
import re
from typing import Any

_INTEGER = re.compile(r"-?\d{1,19}", re.ASCII)
_INTEGER_LIMIT = 2**63


def dump_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def load_json(text: str | bytes) -> Any:
    """Raises ValueError for broken JSON and for halves of surrogate pairs, which no file can hold."""
    value = json.loads(text)
    mark = b"\\ud" if isinstance(text, bytes) else "\\ud"
    if mark in text.lower():  # type: ignore[operator]  # both are of one kind
        dump_json(value).encode()
    return value


def to_integer(raw: Any) -> int | None:
    """Returns a 64-bit number, given as such or as text; nothing for anything else."""
    text = str(raw).strip() if isinstance(raw, int | str) and not isinstance(raw, bool) else ""
    if not _INTEGER.fullmatch(text):
        return None
    number = int(text)
    return number if -_INTEGER_LIMIT <= number < _INTEGER_LIMIT else None
