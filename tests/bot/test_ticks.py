"""What time does while nothing is due."""

import asyncio
from contextlib import suppress
from typing import Any

import pytest

from bot.clock import SystemClock
from bot.database import Database
from bot.settings import Settings
from bot.signals import Wakeups
from bot.ticks import Ticker

LOOKED_SECONDS = 2.5


@pytest.fixture
async def ticker(database: Database) -> Ticker:
    """It has caught up."""
    caught_up = Ticker(database, SystemClock(), Wakeups(), Settings(_env_file=None, data_dir="unused"))
    await caught_up.catch_up()
    return caught_up


@pytest.fixture
def written(database: Database, ticker: Ticker, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ticks that have begun to write since."""
    names: list[str] = []
    write = database.write

    async def noted(work: Any, **options: Any) -> Any:
        names.append(_name_of(work))
        return await write(work, **options)

    monkeypatch.setattr(database, "write", noted)
    return names


async def test_no_tick_writes_while_nothing_is_due_but_the_hourly_one(ticker: Ticker, written: list[str]) -> None:
    await ticker.catch_up()
    assert written == ["_forget"]


async def test_seconds_pass_without_a_write(ticker: Ticker, written: list[str]) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(LOOKED_SECONDS):
            await ticker.run()
    assert written == ["_forget"], "which is of the start"


def _name_of(work: Any) -> str:
    return _name_of(work.func) if hasattr(work, "func") else work.__name__
