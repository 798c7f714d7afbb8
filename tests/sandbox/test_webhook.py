"""Delivery to a webhook."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from sandbox.options import FloodLimits
from tests.sandbox.conftest import CLIENT, SELLER, Telegram, serve

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


@dataclass
class Hook:
    """Answers with the statuses of `plan`, then 200."""

    url: str = ""
    plan: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    reply: dict[str, Any] | None = None
    seen: list[dict[str, Any]] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    confirmed: asyncio.Event = field(default_factory=asyncio.Event)

    async def receive(self, request: web.Request) -> web.Response:
        self.seen.append(await request.json())
        self.secrets.append(request.headers.get(SECRET_HEADER))
        if self.plan:
            status, headers = self.plan.pop(0)
            return web.Response(status=status, headers=headers)
        self.confirmed.set()
        return web.json_response(self.reply) if self.reply else web.Response()

    async def wait(self) -> None:
        await asyncio.wait_for(self.confirmed.wait(), 5)


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    found = Hook()
    app = web.Application()
    app.router.add_post("/hook", found.receive)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    found.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield found
    await runner.cleanup()


@pytest.fixture
async def quick(tmp_path: Path) -> AsyncIterator[Telegram]:
    """A Telegram second takes 10 ms."""
    async for telegram in serve(tmp_path, FloodLimits(enabled=False, time_scale=0.01)):
        yield telegram


async def confirmed(telegram: Telegram, count: int) -> list[int]:
    async with asyncio.timeout(5):
        while (await telegram.people.updates())["pending"]:
            await asyncio.sleep(0.01)
    found = await telegram.people.confirmed()
    assert len(found) == count
    return found


async def test_an_update_is_delivered_with_the_secret_and_confirmed(quick: Telegram, hook: Hook) -> None:
    await quick.people.say(SELLER, "before")
    await quick.done("setWebhook", url=hook.url, secret_token="s3cret_-A")
    await quick.people.say(SELLER, "after")
    await confirmed(quick, 2)
    assert [update["message"]["text"] for update in hook.seen] == ["before", "after"]
    assert hook.secrets == ["s3cret_-A", "s3cret_-A"]


async def test_a_failure_is_repeated_and_told_of(quick: Telegram, hook: Hook) -> None:
    hook.plan = [(503, {}), (500, {})]
    await quick.done("setWebhook", url=hook.url)
    await quick.people.say(SELLER, "hello")
    await confirmed(quick, 1)
    assert len(hook.seen) == 3
    assert len({update["update_id"] for update in hook.seen}) == 1
    info = await quick.done("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"
    assert hook.secrets == [None] * 3


async def test_retry_after_is_obeyed(quick: Telegram, hook: Hook) -> None:
    hook.plan = [(503, {"Retry-After": "30"})]
    await quick.done("setWebhook", url=hook.url)
    started = asyncio.get_running_loop().time()
    await quick.people.say(SELLER, "hello")
    await hook.wait()
    assert 0.29 < asyncio.get_running_loop().time() - started < 2


async def test_a_chat_that_fails_does_not_hold_another(quick: Telegram, hook: Hook) -> None:
    hook.plan = [(503, {"Retry-After": "3600"})]
    await quick.done("setWebhook", url=hook.url)
    await quick.people.say(SELLER, "held")
    async with asyncio.timeout(5):
        while not hook.seen:
            await asyncio.sleep(0.01)
    await quick.people.say(CLIENT, "free")
    await hook.wait()
    assert [update["message"]["text"] for update in hook.seen] == ["held", "free"]


async def test_a_method_in_the_answer_is_performed(quick: Telegram, hook: Hook) -> None:
    hook.reply = {"method": "sendMessage", "chat_id": SELLER, "text": "from the answer"}
    await quick.done("setWebhook", url=hook.url)
    await quick.people.say(SELLER, "hello")
    await quick.people.wait_for(SELLER, text="from the answer")


async def test_deleting_may_drop_what_waits(quick: Telegram, hook: Hook) -> None:
    hook.plan = [(503, {"Retry-After": "3600"})]
    await quick.done("setWebhook", url=hook.url, allowed_updates=["message"], max_connections=5)
    await quick.people.say(SELLER, "hello")
    info = await quick.done("getWebhookInfo")
    assert info == {
        "url": hook.url,
        "has_custom_certificate": False,
        "pending_update_count": 1,
        "max_connections": 5,
        "ip_address": "127.0.0.1",
        "allowed_updates": ["message"],
    }
    await quick.done("deleteWebhook", drop_pending_updates=True)
    assert await quick.done("getUpdates") == []
    assert (await quick.done("getWebhookInfo"))["url"] == ""


async def test_an_address_outside_the_machine_is_refused(quick: Telegram) -> None:
    code, description = await quick.refusal("setWebhook", url="https://crm.example/hook")
    assert (code, description.startswith("Bad Request: bad webhook: ")) == (400, True)
