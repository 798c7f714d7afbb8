"""Two hundred people tap at the same moment."""

import asyncio
from pathlib import Path

from tests.bench.crm import Crm
from tests.bench.data import deals_of, sqlite_with
from tests.bench.measure import seconds
from tests.bench.table import Row
from tests.bench.telegram import InstantTelegram
from tests.bench.troubles import TROUBLES

PEOPLE = 200
AFTER_ANOTHER = 40


async def measure(rounds: int, folder: Path) -> list[Row]:
    throughput, spread = [], []
    before = TROUBLES.count
    async with sqlite_with(1000, folder) as database, Crm(database, InstantTelegram()).running() as crm:
        for number in range(rounds + 1):
            alone = await seconds(lambda: _one_after_another(crm)) / AFTER_ANOTHER
            waits: list[float] = []
            together = await seconds(lambda waits=waits: _at_once(crm, waits)) / PEOPLE
            if number:
                throughput.append(alone / together)
                spread.append(waits[PEOPLE * 99 // 100] / waits[PEOPLE // 2])
    return [
        Row(f"{PEOPLE} people at once, throughput against one at a time", throughput, least=1),
        Row("their waits, p99 against p50", spread, most=5),
        Row("warnings meanwhile (database is locked, retries)", [TROUBLES.count - before], most=0, unit="lines"),
    ]


async def _one_after_another(crm: Crm) -> None:
    for person in range(1, AFTER_ANOTHER + 1):
        await crm.look(person, deals_of(person)[0])
        await crm.settled()


async def _at_once(crm: Crm, waits: list[float]) -> None:
    """Fills in how long each waited, shortest first."""

    async def look(person: int) -> float:
        return await seconds(lambda: crm.look(person, deals_of(person)[0]))

    waits.extend(sorted(await asyncio.gather(*map(look, range(1, PEOPLE + 1)))))
    await crm.settled()
