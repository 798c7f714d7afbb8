"""Tables of typed lines: «what was typed | what it means», one a row; «#» begins a comment."""

import pytest


def rows(block: str):
    cases = [line.rsplit(" | ", 1) for line in block.splitlines() if line.strip() and not line.strip().startswith("#")]
    return [pytest.param(typed.strip(), meaning.strip(), id=typed.strip()) for typed, meaning in cases]


def columns(block: str):
    """As many in a row as there are."""
    return [tuple(part.strip() for part in line.split(" | ")) for line in block.splitlines() if line.strip()]
