"""From kill -9 to the first answered tap."""

import asyncio
from pathlib import Path

from tests.bench.measure import seconds
from tests.bench.rows.start import PERSON
from tests.bench.table import Row
from tests.e2e.processes import Installation

KILLS = 5


async def measure(rounds: int, folder: Path) -> list[Row]:
    installation = Installation(folder / "killed")
    try:
        await installation.start()
        await installation.telegram.say(PERSON, "/menu")
        await installation.settle()
        times = [await seconds(lambda: _kill_and_tap(installation)) for _ in range(min(rounds, KILLS))]
    finally:
        await installation.remove()
    return [Row("kill -9 to the first answered tap", times, most=4, unit="s")]


async def _kill_and_tap(installation: Installation) -> None:
    await installation.kill()
    shown = (await installation.telegram.messages(PERSON))[-1]["id"]
    tap = asyncio.create_task(installation.telegram.tap(PERSON, shown, data="menu"))
    await installation.start()
    assert (await tap)["answered"]
