"""Digits with their separators, read as one number or refused.

* spaces and apostrophes group thousands; a dot or a comma before one or two digits is decimal;
* a dot or a comma before three digits groups thousands, since money has no third decimal;
* before "млн" it is decimal, and before "тыс" three digits after it could be either: refused.
"""

import re
from decimal import Decimal

_SEPARATORS = re.compile(r" {1,2}|[.,'_]")
NUMBER = r"\d+(?:(?: {1,2}|[.,'_])\d+)*"
"""What may be one number; whether it is one, `read_number` says."""


def read_number(literal: str, *, scale: int = 1) -> Decimal | None:
    """None for broken grouping and for whatever can be read in two ways."""
    groups = _SEPARATORS.split(literal)
    marks = [mark.strip() or " " for mark in _SEPARATORS.findall(literal)]
    if _has_decimals(groups, marks, scale):
        whole = _grouped(groups[:-1], marks[:-1])
        return None if whole is None else Decimal(f"{whole}.{groups[-1]}")
    if scale > 1 and marks and marks[-1] in ".," and len(marks) == 1:
        return None
    grouped = _grouped(groups, marks)
    return None if grouped is None else Decimal(grouped)


def decimals_of(literal: str) -> int:
    """How many digits stand after the decimal mark of a number without a scale."""
    groups = _SEPARATORS.split(literal)
    marks = [mark.strip() or " " for mark in _SEPARATORS.findall(literal)]
    return len(groups[-1]) if _has_decimals(groups, marks, 1) else 0


def _has_decimals(groups: list[str], marks: list[str], scale: int) -> bool:
    if not marks or marks[-1] not in ".," or marks[-1] in marks[:-1]:
        return False
    return len(groups[-1]) <= 2 or (len(marks) == 1 and _is_decimal_by_scale(groups, scale))


def _is_decimal_by_scale(groups: list[str], scale: int) -> bool:
    """«1,250 млн» cannot be 1250 millions of a premium; «1,2505 тыс» cannot be grouped."""
    return scale >= 1_000_000 or (scale > 1 and len(groups[-1]) != 3)


def _grouped(groups: list[str], marks: list[str]) -> str | None:
    if not marks:
        return groups[0] if _is_plain(groups[0]) else None
    fits = (
        len(set(marks)) == 1
        and len(groups[0]) <= 3
        and not groups[0].startswith("0")
        and all(len(group) == 3 for group in groups[1:])
    )
    return "".join(groups) if fits else None


def _is_plain(digits: str) -> bool:
    """«007» is no amount; a row of zeros is zero and is refused as that."""
    return not digits.startswith("0") or not digits.strip("0")
