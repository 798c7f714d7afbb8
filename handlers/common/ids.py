"""Ids out of buttons: hostile input like everything that comes back."""

from services.errors import ScreenOutdated

LARGEST = 2**53


def row_id(arg: str) -> int:
    """Refuses what no button of ours has ever said."""
    if not (arg.isascii() and arg.isdigit()) or len(arg) > 16 or int(arg) > LARGEST:
        raise ScreenOutdated
    return int(arg)


def row_ids(arg: str) -> tuple[int, int]:
    """Two of them, with a colon between."""
    first, _, second = arg.partition(":")
    return row_id(first), row_id(second)


def row_page(arg: str) -> tuple[int, int | None]:
    """A row and, after a colon, the last one of the page before."""
    row, before = named_page(arg)
    return row_id(row), before


def named_page(arg: str) -> tuple[str, int | None]:
    """The same of what has a name."""
    name, _, before = arg.partition(":")
    return name, row_id(before) if before else None
