"""The CRM's parts against a local Telegram in the test's own process."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from aiogram import Bot
from pydantic import SecretStr

from bot.settings import Settings
from bot.telegram.connect import connect
from tests.sandbox.conftest import TOKEN


def settings_for(tmp_path: Path, url: str, **values: Any) -> Settings:
    """As on the real Telegram: with a token, and without a `.env` of the folder the tests run in."""
    return Settings(
        _env_file=None,
        data_dir=tmp_path,
        telegram_bot_token=SecretStr(TOKEN),
        telegram_api_url=url,
        **values,
    )


@asynccontextmanager
async def connected(settings: Settings) -> AsyncIterator[Bot]:
    bot = connect(settings, token=TOKEN, api_url=settings.telegram_api_url)
    yield bot
    await bot.session.close()
