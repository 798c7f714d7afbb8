"""A row of the table, and the table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Row:
    """`values` are ratios unless `unit` says otherwise; without `most` and `least` the row is only shown.

    The median is held against the bounds; `aim` is what we would like beyond them, `note` the plain numbers behind.
    """

    what: str
    values: Sequence[float]
    most: float | None = None
    least: float | None = None
    aim: float | None = None
    unit: str = "x"
    note: str = ""

    @property
    def kept(self) -> bool:
        middle = median(self.values)
        return (self.most is None or middle <= self.most) and (self.least is None or middle >= self.least)

    @property
    def target(self) -> str:
        bounds = [f"<= {self.most:g}" if self.most is not None else "", f">= {self.least:g}" if self.least else ""]
        aim = f"aim {self.aim:g}" if self.aim is not None else ""
        return ", ".join(filter(None, [*bounds, aim])) or "shown"


def plain(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.2f} ms"


HEADER = ("what", "min", "median", "max", "", "target", "", "plain numbers")


def table(rows: Iterable[Row]) -> str:
    lines = [HEADER, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADER))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines)


def _cells(row: Row) -> tuple[str, ...]:
    numbers = (f"{value:.2f}" for value in (min(row.values), median(row.values), max(row.values)))
    verdict = "" if row.most is None and row.least is None else "kept" if row.kept else "MISSED"
    return (row.what, *numbers, row.unit, row.target, verdict, row.note)
