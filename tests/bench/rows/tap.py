"""What a durable tap costs the processor, against a bare aiogram handler that edits and answers."""

from itertools import cycle
from pathlib import Path

from bot.database import Database
from tests.bench.bare import bare_tap
from tests.bench.crm import Crm
from tests.bench.data import deals_of, postgres_with, sqlite_with
from tests.bench.measure import Work, compare
from tests.bench.servers import postgres_server
from tests.bench.table import Row
from tests.bench.telegram import InstantTelegram

TIMES = 50


def lone_tap(crm: Crm) -> Work:
    """One person looks at one of his deals after another; each tap is answered and recorded before the next."""
    deals = cycle(deals_of(1))

    async def look() -> None:
        await crm.look(1, next(deals))
        await crm.settled()

    return look


async def measure(rounds: int, folder: Path) -> list[Row]:
    async with sqlite_with(1000, folder) as database:
        ratios, note = await _against_bare(database, rounds)
    rows = [Row("durable tap, processor time", ratios, most=10, aim=4, note=note)]
    if (server := await postgres_server()) is not None:
        async with postgres_with(1000, server) as database:
            ratios, note = await _against_bare(database, rounds)
        rows.append(Row("durable tap on PostgreSQL, the server's own work apart", ratios, note=note))
    return rows


async def _against_bare(database: Database, rounds: int) -> tuple[list[float], str]:
    async with Crm(database, InstantTelegram()).running() as crm:
        return await compare(lone_tap(crm), bare_tap(InstantTelegram()), rounds=rounds, times=TIMES)
