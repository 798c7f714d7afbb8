"""A start on the "real" Telegram: the owner's link, and the webhook through a kill. Telegram is the local one."""

import asyncio
import os
import re
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import pytest

from sandbox.client import SandboxClient
from tests.e2e.processes import Crm, free_port
from tests.sandbox.conftest import TOKEN, serve

pytestmark = pytest.mark.process

OWNER, SECOND = 7000000006, 7000000003
LINK = re.compile(r"owner https://t\.me/ael_crm_bot\?start=([\w-]{22})")


@pytest.fixture
async def people(tmp_path: Path) -> AsyncIterator[SandboxClient]:
    async for telegram in serve(tmp_path / "sandbox"):
        yield telegram.people


def crm(folder: Path, telegram: str, **environment: str) -> Crm:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TELEGRAM_")}
    own = {
        "DATA_DIR": str(folder / "crm"),
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": telegram,
        "WEB_PORT": str(free_port()),
        "LOG_FORMAT": "json",
    }
    return Crm({**kept, **own, **environment}, folder / "crm.log")


async def owner_token(running: Crm) -> str:
    """From the terminal, after the ready line."""
    assert running._process is not None
    assert running._process.stdout is not None
    async with asyncio.timeout(20):
        while True:
            found = LINK.match((await running._process.stdout.readline()).decode())
            if found:
                return found[1]


async def test_whoever_opens_the_printed_link_first_owns_the_crm(tmp_path: Path, people: SandboxClient) -> None:
    running = crm(tmp_path, people.url)
    await running.start()
    token = await owner_token(running)
    await people.say(OWNER, f"/start {token}")
    offer = await people.wait_for(OWNER, text="no admin yet")
    await people.tap(OWNER, offer["id"], label="✅ Accept")
    await people.wait_for(OWNER, text="your role: admin")
    await people.say(SECOND, f"/start {token}")
    await people.wait_for(SECOND, text="уже вошли")
    assert await running.end(signal.SIGTERM) == 0
    assert token not in (tmp_path / "crm.log").read_text()


async def test_webhook_carries_a_dialogue_through_a_kill(tmp_path: Path, people: SandboxClient) -> None:
    port = free_port()
    environment = {
        "WEB_PORT": str(port),
        "TELEGRAM_WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram/webhook",
        "TELEGRAM_WEBHOOK_SECRET": "a-secret-of-the-tests",
    }
    running = crm(tmp_path, people.url, **environment)
    await running.start()
    token = await owner_token(running)
    await people.say(OWNER, f"/start {token}")
    offer = await people.wait_for(OWNER, text="no admin yet")
    await running.end(signal.SIGKILL)
    await people.say(OWNER, "/help")
    tapped = asyncio.create_task(people.tap(OWNER, offer["id"], label="✅ Accept", wait=30))
    await running.start()
    assert (await tapped)["answered"]
    await people.wait_for(OWNER, text="your role: admin", timeout=30)
    async with httpx2.AsyncClient() as http:
        health = await http.get(f"http://127.0.0.1:{port}/health")
    assert (health.status_code, health.json()["telegram"]) == (200, {"last_poll_seconds": None})
    assert not await people.calls(method="getUpdates")
    assert await running.end(signal.SIGTERM) == 0
