"""The sandbox as a process: what a kill leaves, and how it stops."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientConnectionError, ClientSession

from sandbox.client import SandboxClient
from sandbox.options import SandboxOptions
from tests.sandbox.conftest import SELLER, Telegram

pytestmark = pytest.mark.process

REPOSITORY = Path(__file__).parents[2]
Start = Callable[..., Awaitable["Process"]]


class Process:
    def __init__(self, child: asyncio.subprocess.Process, telegram: Telegram) -> None:
        self.child = child
        self.telegram = telegram

    async def kill(self) -> None:
        self.child.kill()
        await self.child.wait()


@pytest.fixture
async def start(tmp_path: Path) -> AsyncIterator[Start]:
    """Starts sandboxes one after another on the same data."""
    started: list[Process] = []

    async def start_process() -> Process:
        child = await spawn("--port", "0", "--data-dir", str(tmp_path))
        assert child.stdout is not None
        line = (await asyncio.wait_for(child.stdout.readline(), 20)).decode()
        assert line.startswith("sandbox ready http://127.0.0.1:")
        url = line.split()[-1].rstrip("/")
        process = Process(child, Telegram(url, SandboxClient(url), ClientSession()))
        started.append(process)
        return process

    yield start_process
    for process in started:
        await process.telegram.people.close()
        await process.telegram.http.close()
        with suppress(ProcessLookupError):
            process.child.kill()
        await process.child.communicate()


async def spawn(*arguments: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "sandbox",
        *arguments,
        cwd=REPOSITORY,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )


async def test_a_kill_loses_nothing_that_was_accepted(start: Start) -> None:
    process = await start()
    telegram = process.telegram
    await telegram.done("setMyCommands", commands=[{"command": "menu", "description": "x"}])
    group = await telegram.people.add_group("Forum", [SELLER], forum=True)
    topic = await telegram.done("createForumTopic", chat_id=group, name="Claims")
    extra = await telegram.people.add_user("Oleg")
    await telegram.people.advance("3d")
    first = await telegram.people.say(SELLER, "confirmed")
    update_id = (await telegram.done("getUpdates"))[0]["update_id"]
    sent = await telegram.done("sendDocument", {"document": ("a.txt", b"text")}, chat_id=SELLER)
    second = await telegram.people.say(SELLER, "waiting")
    await telegram.done("getUpdates", offset=update_id + 1, limit=1)
    tap, query = await telegram.start_tap(sent["message_id"], "go")
    await process.kill()
    with pytest.raises(ClientConnectionError):
        await tap

    telegram = (await start()).telegram
    messages = await telegram.people.messages(SELLER)
    assert [message["id"] for message in messages] == [first, sent["message_id"], second]
    assert await telegram.people.file(sent["document"]["file_id"]) == b"text"
    assert len(await telegram.done("getMyCommands")) == 1
    assert (await telegram.people.clock())["offset_seconds"] == pytest.approx(3 * 86_400)
    assert extra in [user["id"] for user in (await telegram.people.state())["users"]]
    await telegram.done("sendMessage", chat_id=group, text="x", message_thread_id=topic["message_thread_id"])
    (waiting,) = await telegram.done("getUpdates")
    assert waiting["callback_query"]["id"] == query["id"]
    await telegram.done("answerCallbackQuery", callback_query_id=query["id"])
    await telegram.people.say(SELLER, "after")
    after = await telegram.done("getUpdates", offset=waiting["update_id"] + 1)
    assert [update["update_id"] for update in after] == [waiting["update_id"] + 1]


async def test_accepted_messages_survive_a_kill_in_the_middle_of_a_burst(start: Start) -> None:
    process = await start()
    await process.telegram.people.limits(enabled=False)
    accepted: list[int] = []

    async def burst() -> None:
        while True:
            accepted.append(await process.telegram.people.say(SELLER, "hello"))

    senders = [asyncio.create_task(burst()) for _ in range(8)]
    await asyncio.sleep(0.4)
    await process.kill()
    await asyncio.gather(*senders, return_exceptions=True)
    telegram = (await start()).telegram
    stored = {message["id"] for message in await telegram.people.messages(SELLER)}
    queued = {update["message"]["message_id"] for update in await all_updates(telegram)}
    assert len(accepted) > 20
    assert set(accepted) <= stored
    assert stored == queued


async def all_updates(telegram: Telegram) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    while batch := await telegram.done("getUpdates", offset=found[-1]["update_id"] + 1 if found else 0):
        found += batch
    return found


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_stops_it_at_once_with_open_streams_polls_and_taps(start: Start, number: signal.Signals) -> None:
    process = await start()
    telegram = process.telegram
    stream = await telegram.http.get(f"{telegram.url}/sim/events")
    message_id = await telegram.send()
    waiting = [
        asyncio.create_task(telegram.call("getUpdates", timeout=50)),
        asyncio.create_task(telegram.people.clock(version=99)),
        asyncio.create_task(telegram.people.tap(SELLER, message_id, data="x")),
    ]
    await asyncio.sleep(0.2)
    process.child.send_signal(number)
    assert await asyncio.wait_for(process.child.wait(), 3) == 0
    await asyncio.gather(*waiting, return_exceptions=True)
    stream.close()


async def test_shutdown_stops_it(start: Start) -> None:
    process = await start()
    await process.telegram.people.shutdown()
    assert await asyncio.wait_for(process.child.wait(), 3) == 0


async def test_a_second_sandbox_on_the_same_data_is_refused(start: Start, tmp_path: Path) -> None:
    await start()
    child = await spawn("--port", "0", "--data-dir", str(tmp_path))
    _, stderr = await asyncio.wait_for(child.communicate(), 20)
    assert (child.returncode, stderr.decode()) == (2, "sandbox: database is locked\n")


async def test_an_address_that_is_not_loopback_is_refused(tmp_path: Path) -> None:
    child = await spawn("--host", "0.0.0.0", "--port", "0", "--data-dir", str(tmp_path))  # noqa: S104 - it must be refused
    _, stderr = await asyncio.wait_for(child.communicate(), 20)
    assert child.returncode == 2
    assert stderr.decode() == "sandbox: the sandbox listens on loopback only, not on 0.0.0.0\n"


@pytest.mark.parametrize("host", ["0.0.0.0", "10.0.0.1", "::", "crm.example"])  # noqa: S104 - they must be refused
def test_only_loopback_is_an_option(tmp_path: Path, host: str) -> None:
    with pytest.raises(ValueError, match="loopback only"):
        SandboxOptions(data_dir=tmp_path, host=host)
