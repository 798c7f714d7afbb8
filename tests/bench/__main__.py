"""`python -m tests.bench [row ...] [--rounds N]`."""

import argparse
import asyncio
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path

from bot.telegram.lazy_models import import_aiogram
from tests.bench.table import Row, table
from tests.bench.troubles import TROUBLES, keep_quiet

ROWS = (
    "tap",
    "latency",
    "handlers",
    "deals",
    "crowd",
    "start",
    "recovery",
    "sending",
    "relay",
    "reminders",
    "parsing",
    "scoring",
    "analysis",
    "proposal",
    "card",
    "search",
    "leads",
    "backup",
)


async def measure(names: list[str], rounds: int) -> list[Row]:
    rows: list[Row] = []
    for name in names:
        begun = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            rows += await import_module(f"tests.bench.rows.{name}").measure(rounds, Path(folder))
        sys.stderr.write(f"{name}: {time.monotonic() - begun:.0f} s\n")
    return rows


def main() -> int:
    """1 when a target is missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="The table of numbers.")
    parser.add_argument("rows", nargs="*", metavar="row", help=f"of {', '.join(ROWS)}; all by default")
    parser.add_argument("--rounds", type=int, default=7, help="rounds behind each median")
    options = parser.parse_args()
    if unknown := set(options.rows) - set(ROWS):
        parser.error(f"no such row: {', '.join(sorted(unknown))}")
    import_aiogram()
    keep_quiet()
    rows = asyncio.run(measure(options.rows or list(ROWS), options.rounds))
    sys.stdout.write(f"{table(rows)}\n")
    if TROUBLES.count:
        sys.stdout.write(f"\n{TROUBLES.count} warnings in the log, the last: {TROUBLES.last}\n")
    return 0 if all(row.kept for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
