"""How long people wait for a tap while a backup of a large database is taken, against without.

`BACKUP_BENCH_MB` is how large the database is; 64 without it, 1024 for the promise.
"""

import asyncio
import os
import sqlite3
import sys
from contextlib import closing
from itertools import cycle
from pathlib import Path
from statistics import quantiles

from tests.bench.crm import Crm
from tests.bench.data import PEOPLE, deals_of, sqlite_with
from tests.bench.measure import seconds
from tests.bench.table import Row, plain
from tests.bench.telegram import InstantTelegram

MEGABYTES = int(os.environ.get("BACKUP_BENCH_MB", "64"))
PAUSE_SECONDS = 0.02
FEWEST = 100


async def measure(rounds: int, folder: Path) -> list[Row]:
    async with sqlite_with(1000, folder) as database:
        path = folder / "crm.sqlite3"
        await asyncio.to_thread(_copy_and_fill, next(folder.glob("*.sqlite3")), path)
        await database.close()
    from bot.database import open_database

    database = open_database(f"sqlite+aiosqlite:///{path}")
    ratios, notes = [], []
    try:
        async with Crm(database, InstantTelegram()).running() as crm:
            for _ in range(min(rounds, 3)):
                meanwhile, took = await _while_backing_up(crm, folder)
                calm = await _p95(crm, len(meanwhile))
                busy = quantiles(meanwhile, n=20)[-1]
                ratios.append(busy / calm)
                notes.append(f"{plain(busy)} against {plain(calm)}, {took:.1f} s")
    finally:
        await database.close()
    return [Row(f"taps' p95 during a backup of {MEGABYTES} MB", ratios, most=2, note=notes[-1])]


def _copy_and_fill(original: Path, path: Path) -> None:
    with closing(sqlite3.connect(original)) as source, closing(sqlite3.connect(path)) as target:
        source.backup(target)
        target.execute("PRAGMA synchronous=OFF")
        target.execute("CREATE TABLE filler (x BLOB)")
        for _ in range(MEGABYTES):
            target.executemany("INSERT INTO filler VALUES (randomblob(8000))", [()] * 128)
        target.commit()


async def _while_backing_up(crm: Crm, folder: Path) -> tuple[list[float], float]:
    """Waits of a person who taps until the backup is done, and how long that took."""
    loop = asyncio.get_running_loop()
    begun = loop.time()
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot.cli", "backup", str(folder / "backups"), "--json"),
        env={**os.environ, "DATA_DIR": str(folder)},
        stdout=asyncio.subprocess.DEVNULL,
    )
    ended = asyncio.create_task(process.wait())
    waits: list[float] = []
    people = cycle(range(1, PEOPLE + 1))
    while not ended.done() or len(waits) < FEWEST:
        waits.append(await _tap(crm, next(people)))
    assert ended.result() == 0
    return waits, loop.time() - begun


async def _p95(crm: Crm, times: int) -> float:
    people = cycle(range(1, PEOPLE + 1))
    return quantiles([await _tap(crm, next(people)) for _ in range(times)], n=20)[-1]


async def _tap(crm: Crm, person: int) -> float:
    deal = next(iter(deals_of(person)))
    took = await seconds(lambda: crm.look(person, deal))
    await crm.settled()
    await asyncio.sleep(PAUSE_SECONDS)
    return took
