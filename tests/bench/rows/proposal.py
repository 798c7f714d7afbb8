"""How much of a processor a client's PDF takes, the first of a process and later ones, and how large it is."""

import subprocess
import sys
import time
from pathlib import Path

from models.user import Language
from tests.bench.table import Row
from tests.bot.render.proposals import a_large_version, proposals

COLD = """
import bot.app
from tests.bench.rows.proposal import once
print(once())
"""


def _first() -> float:
    done = subprocess.run([sys.executable, "-c", COLD], capture_output=True, check=True)
    return float(done.stdout)


async def measure(rounds: int, folder: Path) -> list[Row]:
    first = [_first() for _ in range(rounds)]
    once()
    size = len(proposals().write(a_large_version(), Language.RU).data)
    return [
        Row("a client's PDF of 12 offers, the first of a process, processor time", first, most=1, unit="s"),
        Row(
            "a client's PDF of 12 offers, later ones, processor time", [once() for _ in range(rounds)], most=1, unit="s"
        ),
        Row("a client's PDF of 12 offers, its size", [size / 1000], most=300, unit="kB"),
    ]


def once() -> float:
    """In seconds."""
    version = a_large_version()
    begun = time.process_time()
    proposals().write(version, Language.RU)
    return time.process_time() - begun
