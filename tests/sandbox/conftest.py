"""A sandbox in the test's own process, and a plain caller of its Bot API."""

import asyncio
import io
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession, FormData, web

from sandbox.client import SandboxClient
from sandbox.options import FloodLimits, SandboxOptions
from sandbox.server import build_app

SELLER = 7000000003
EXECUTOR = 7000000004
CLIENT = 7000000005
NEWCOMER = 7000000006
BOT = 8100000001
TOKEN = "8100000001:sandbox-local-token-not-a-secret-000"

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000a49444154789c6360000000020001e221bc330000"
    "000049454e44ae426082"
)


@dataclass
class Telegram:
    url: str
    people: SandboxClient
    http: ClientSession

    async def call(
        self, method: str, files: dict[str, tuple[str, bytes]] | None = None, **params: Any
    ) -> dict[str, Any]:
        """Returns the whole answer, errors included."""
        kwargs: dict[str, Any] = {"json": params}
        if files:
            form = FormData()
            for name, value in params.items():
                form.add_field(name, str(value))
            for name, (file_name, data) in files.items():
                form.add_field(name, io.BytesIO(data), filename=file_name)
            kwargs = {"data": form}
        async with self.http.post(f"{self.url}/bot{TOKEN}/{method}", **kwargs) as response:
            return await response.json()

    async def done(self, method: str, files: dict[str, tuple[str, bytes]] | None = None, **params: Any) -> Any:
        """Returns the result; fails on a refusal."""
        answer = await self.call(method, files, **params)
        assert answer["ok"], answer
        return answer["result"]

    async def refusal(self, method: str, **params: Any) -> tuple[int, str]:
        answer = await self.call(method, **params)
        assert not answer["ok"], answer
        return answer["error_code"], answer["description"]

    async def send(self, text: str = "hello", chat: int = SELLER, **params: Any) -> int:
        return (await self.done("sendMessage", chat_id=chat, text=text, **params))["message_id"]

    async def start_tap(
        self, message_id: int, data: str, chat: int = SELLER
    ) -> tuple[asyncio.Task[Any], dict[str, Any]]:
        """Returns the tap that waits for its answer, and the callback query the bot got."""
        pending = (await self.people.updates())["last_id"]
        tap = asyncio.create_task(self.people.tap(chat, message_id, data=data))
        async with asyncio.timeout(5):
            while (await self.people.updates())["last_id"] == pending:
                await asyncio.sleep(0.005)
        found = await self.done("getUpdates", offset=-1)
        return tap, found[-1]["callback_query"]


@dataclass
class Running:
    url: str
    runner: web.AppRunner


async def start(data_dir: Path, limits: FloodLimits | None = None) -> Running:
    options = SandboxOptions(data_dir=data_dir, port=0, limits=limits or FloodLimits(enabled=False))
    runner = web.AppRunner(build_app(options), handler_cancellation=True, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    return Running(f"http://127.0.0.1:{runner.addresses[0][1]}", runner)


async def serve(data_dir: Path, limits: FloodLimits | None = None) -> AsyncIterator[Telegram]:
    running = await start(data_dir, limits)
    async with ClientSession() as http, SandboxClient(running.url) as people:
        yield Telegram(running.url, people, http)
    await running.runner.cleanup()


@pytest.fixture
async def telegram(tmp_path: Path) -> AsyncIterator[Telegram]:
    """Without flood limits."""
    async for found in serve(tmp_path):
        yield found
