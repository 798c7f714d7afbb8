"""A tap does not cost more when there are more deals."""

from pathlib import Path

from bot.database import Database
from tests.bench.crm import Crm
from tests.bench.data import postgres_with, sqlite_with
from tests.bench.measure import compare
from tests.bench.rows.tap import lone_tap
from tests.bench.servers import postgres_server
from tests.bench.table import Row
from tests.bench.telegram import InstantTelegram

FEW, MANY = 1_000, 1_000_000
TIMES = 40


async def measure(rounds: int, folder: Path) -> list[Row]:
    async with sqlite_with(FEW, folder) as few, sqlite_with(MANY, folder) as many:
        ratios, note = await _many_against_few(many, few, rounds)
    rows = [Row(f"tap with {MANY:,} deals against {FEW:,}", ratios, most=1.2, note=note)]
    if (server := await postgres_server()) is not None:
        async with postgres_with(FEW, server) as few, postgres_with(MANY, server) as many:
            ratios, note = await _many_against_few(many, few, rounds)
        rows.append(Row("the same on PostgreSQL", ratios, note=note))
    return rows


async def _many_against_few(many: Database, few: Database, rounds: int) -> tuple[list[float], str]:
    async with Crm(few, InstantTelegram()).running() as small, Crm(many, InstantTelegram()).running() as large:
        return await compare(lone_tap(large), lone_tap(small), rounds=rounds, times=TIMES)
