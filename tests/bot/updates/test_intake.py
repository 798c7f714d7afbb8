"""Polling beside a webhook that somebody left behind."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.database import Database
from bot.updates import intake
from models.inbox import InboxUpdate
from tests.bot.telegrams import connected, settings_for
from tests.harness import StoppedClock
from tests.sandbox.conftest import SELLER, Telegram


@pytest.mark.parametrize("refusals", [0, 1])
async def test_webhook_in_the_way_is_removed_and_its_updates_are_polled(
    telegram: Telegram,
    sqlite_database: Database,
    tmp_path: Path,
    refusals: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(intake, "KEPT_SECONDS", 0.01)
    await telegram.done("setWebhook", url="http://127.0.0.1:9/nobody")
    await telegram.people.say(SELLER, "/start")
    if refusals:
        await telegram.people.fault("deleteWebhook", 500, times=refusals)
    async with connected(settings_for(tmp_path, telegram.url)) as bot:
        poller = intake.Poller(bot, sqlite_database, StoppedClock())
        assert poller.silence() is None
        polling = asyncio.create_task(poller.run())
        await asyncio.wait_for(poller.polled.wait(), 5)
        polling.cancel()
        silence = poller.silence()
    assert silence is not None
    assert silence < 5
    stored = (await sqlite_database.read(lambda session: session.execute(select(InboxUpdate.lane)))).scalars().all()
    assert stored == [SELLER]
