"""Killed at any moment a restore leaves no place that could be taken for a whole one, and the next one goes through."""

import asyncio
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.backup.facts import TABLES, counting
from bot.backup.postgres import drop_database
from bot.database import Database, open_database
from services.health.invariants import find_broken
from tests.bot.backup.conftest import Brokerage

CHANCE = random.Random(20261123)  # noqa: S311 - chance that can be repeated, not a secret
KILLS = 6
CRM = str(Path(sys.executable).parent / "crm")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([CRM, *arguments], capture_output=True, text=True, check=False)


def killed(*arguments: str, after: float) -> bool:
    """False when it had come to its end."""
    process = subprocess.Popen([CRM, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(after)
    process.kill()
    return process.wait() != 0


@pytest.mark.process
async def test_a_restore_that_was_killed_is_none_and_the_next_one_goes_through(
    brokerage: Brokerage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = await brokerage.back_up()
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "nowhere"))
    monkeypatch.chdir(tmp_path)
    place = brokerage.new.data_dir
    to_server = ["--database-url", brokerage.new.database_url] if brokerage.new.database_url else []
    restore = ["restore", str(taken.place), "--into", str(place), *to_server]
    begun = time.monotonic()
    refused = await asyncio.to_thread(run, *restore[:2], "--into", str(tmp_path / "timed"), *to_server)
    assert refused.returncode == 0, refused.stderr
    whole = time.monotonic() - begun
    await forget_server(brokerage)
    for _ in range(KILLS):
        if not await asyncio.to_thread(killed, *restore, after=CHANCE.uniform(0.3, 1.0) * whole):
            break
        assert not place.exists() or is_whole(place), "a half restored place has its name"
        if place.exists():
            break
    else:
        done = await asyncio.to_thread(run, *restore)
        assert done.returncode == 0, done.stderr
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".new")] == []
    await assert_same(brokerage)


def is_whole(place: Path) -> bool:
    return (place / "documents").is_dir() and not (place / "documents" / "incoming").exists()


async def forget_server(brokerage: Brokerage) -> None:
    if brokerage.new.database_url:
        await asyncio.to_thread(drop_database, brokerage.new.database_url)


async def assert_same(brokerage: Brokerage) -> None:
    restored = open_database(brokerage.restored_url)
    try:
        assert await restored.read(find_broken) == []
        for table in TABLES:
            assert await counted(restored, table) == await counted(brokerage.play.database, table), table
    finally:
        await restored.close()


async def counted(database: Database, table: str) -> int:
    return (await database.read(lambda session: session.execute(text(counting(table))))).scalar_one()
