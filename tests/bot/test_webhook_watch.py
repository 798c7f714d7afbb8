"""With a webhook the health of Telegram's side is what Telegram says of its calls."""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import GetWebhookInfo
from aiogram.types import WebhookInfo

from bot.clock import SystemClock
from bot.webhook_watch import WebhookWatch
from sandbox.options import FloodLimits
from tests.bot.telegrams import connected, settings_for
from tests.bot.test_web import free_port
from tests.harness import NOON, StoppedClock
from tests.logged import Logged
from tests.sandbox.conftest import SELLER, serve
from tests.virtual_time import run_in_virtual_time

URL = "https://crm.example.org/telegram/webhook"
AWAY = TelegramNetworkError(GetWebhookInfo(), "Connection refused")


def info(*, url: str = URL, pending: int = 0, failed_ago: float | None = None) -> WebhookInfo:
    failed_at = None if failed_ago is None else NOON - timedelta(seconds=failed_ago)
    return WebhookInfo(url=url, has_custom_certificate=False, pending_update_count=pending, last_error_date=failed_at)


class Telegram:
    """Says the same whenever it is asked."""

    def __init__(self, says: WebhookInfo | Exception) -> None:
        self.says = says

    async def get_webhook_info(self) -> WebhookInfo:
        if isinstance(self.says, Exception):
            raise self.says
        return self.says


def silence_after(seconds: float, says: WebhookInfo | Exception) -> float | None:
    async def watch() -> float | None:
        bot: Any = Telegram(says)
        watch = WebhookWatch(bot, StoppedClock(), URL)
        task = asyncio.create_task(watch.run())
        await asyncio.sleep(seconds)
        silence = watch.silence()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert watch.silence() is None, "it has ended"
        return silence

    return run_in_virtual_time(watch())


@pytest.mark.parametrize(
    "says",
    [info(), info(pending=3), info(failed_ago=10), info(pending=3, failed_ago=200)],
    ids=["works", "some wait", "an error that is over", "an old error"],
)
def test_a_webhook_that_works_is_never_silent_for_long(says: WebhookInfo) -> None:
    silence = silence_after(185, says)
    assert silence is not None
    assert silence < 31


@pytest.mark.parametrize(
    ("says", "reason"),
    [
        (info(pending=3, failed_ago=10), "calls-fail"),
        (info(url=""), "no-webhook"),
        (info(url="https://other.example.org/"), "another-webhook"),
        (AWAY, "TelegramNetworkError"),
    ],
)
def test_one_that_does_not_is_silent_and_told_of_once(
    says: WebhookInfo | Exception, reason: str, logged: Logged
) -> None:
    assert silence_after(185, says) == 185
    (line,) = logged.lines
    assert '"event": "webhook.failing"' in line
    assert f'"reason": "{reason}"' in line


async def test_what_the_local_telegram_says_of_a_webhook_that_nobody_serves(tmp_path: Path, logged: Logged) -> None:
    url = f"http://127.0.0.1:{free_port()}/telegram/webhook"
    async for telegram in serve(tmp_path / "sandbox", FloodLimits(enabled=False, time_scale=0.01)):
        async with connected(settings_for(tmp_path, telegram.url)) as bot:
            watch = WebhookWatch(bot, SystemClock(), url)
            await telegram.done("setWebhook", url=url, secret_token="a-secret-of-the-tests")
            await watch.look()
            assert logged.lines == []
            await telegram.people.say(SELLER, "/start")
            async with asyncio.timeout(5):
                while not any("calls-fail" in line for line in logged.lines):
                    await asyncio.sleep(0.02)
                    await watch.look()
