"""Keys side by side."""

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def in_rows(keys: Sequence[T], a_row: int = 2) -> list[list[T]]:
    return [list(keys[i : i + a_row]) for i in range(0, len(keys), a_row)]
