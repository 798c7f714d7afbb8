"""A tap does not cost more when there are more handlers."""

from pathlib import Path

from handlers.kit.steps import Steps
from handlers.menu import steps as menu
from tests.bench.crm import Crm, add_look
from tests.bench.data import sqlite_with
from tests.bench.measure import compare
from tests.bench.rows.tap import lone_tap
from tests.bench.table import Row
from tests.bench.telegram import InstantTelegram

FEW, MANY = 10, 300
TIMES = 50


async def measure(rounds: int, folder: Path) -> list[Row]:
    few, many = folder / "few", folder / "many"
    few.mkdir()
    many.mkdir()
    async with (
        sqlite_with(1000, few) as one,
        sqlite_with(1000, many) as other,
        Crm(one, InstantTelegram(), _steps(FEW)).running() as lean,
        Crm(other, InstantTelegram(), _steps(MANY)).running() as full,
    ):
        ratios, note = await compare(lone_tap(full), lone_tap(lean), rounds=rounds, times=TIMES)
    return [Row(f"tap with {MANY} handlers against {FEW}", ratios, most=1.1, note=note)]


def _steps(count: int) -> Steps:
    steps = Steps()
    steps.merge(menu.steps)
    while len(steps.taps) + len(steps.commands) < count - 1:
        add_look(steps, f"bench.other-{len(steps.taps)}")
    return add_look(steps)
