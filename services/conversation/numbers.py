"""[1] [2] [3] under numbered lines."""

from collections.abc import Sequence

from services.conversation.rows import in_rows
from services.conversation.values import Button, text


def numbers(verb: str, ids: Sequence[int | str], *, start: int = 1) -> list[Button]:
    return [Button(text("btn-number", number=str(n)), verb, row_id) for n, row_id in enumerate(ids, start=start)]


def number_rows(verb: str, ids: Sequence[int | str], *, a_row: int, start: int = 1) -> list[list[Button]]:
    return in_rows(numbers(verb, ids, start=start), a_row)
