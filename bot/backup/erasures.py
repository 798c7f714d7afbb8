"""The ledger of erasures: a file beside the backups, so that a restored person is erased again."""

import asyncio
import os
from collections.abc import Sequence
from pathlib import Path

from services.erasure.ports import Erasure

LEDGER = "erasures.jsonl"


class ErasureFile:
    """A line each, only ever added to."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / LEDGER

    async def note(self, erasure: Erasure) -> None:
        await asyncio.to_thread(self._append, erasure.to_line())

    def _append(self, line: str) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        if self._path.exists() and line in self._path.read_text(encoding="utf-8").splitlines():
            return
        with self._path.open("a", encoding="utf-8") as file:
            file.write(f"\n{line}\n")  # a line that a kill has cut ends here
            file.flush()
            os.fsync(file.fileno())


def read_erasures(path: Path) -> Sequence[Erasure]:
    """What a kill has cut short was noted again after it."""
    if not path.exists():
        return []
    return [erasure for line in path.read_text(encoding="utf-8").splitlines() if (erasure := _read(line))]


def _read(line: str) -> Erasure | None:
    try:
        return Erasure.from_line(line)
    except (ValueError, KeyError, TypeError):
        return None
