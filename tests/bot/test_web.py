"""The HTTP edge in the process: a real uvicorn, and the webhook as the local Telegram calls it."""

import asyncio
import signal
import socket
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

import httpx2
import pytest
from sqlalchemy import select
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncSession

from bot import web as bot_web
from bot.database import Database
from bot.web import Web
from models.inbox import InboxUpdate
from sandbox.options import FloodLimits
from tests.bot.telegrams import settings_for
from tests.harness import BOT_ID, StoppedClock
from tests.sandbox.conftest import CLIENT, SELLER, Telegram, serve

SECRET = "a-secret-of-the-tests"
HEADER = "X-Telegram-Bot-Api-Secret-Token"


@pytest.fixture
async def quick(tmp_path: Path) -> AsyncIterator[Telegram]:
    """A Telegram second takes 10 ms, so its retries do too."""
    async for telegram in serve(tmp_path / "sandbox", FloodLimits(enabled=False, time_scale=0.01)):
        yield telegram


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Away(Database):
    """The database behind it, or nobody, as a test says."""

    def __init__(self, database: Database) -> None:
        super().__init__()
        self.dialect, self.engine, self._database = database.dialect, database.engine, database
        self.refusals = 0
        self.after_commit = False

    async def write(self, work: Callable[..., Awaitable[Any]]) -> Any:
        if self.refusals and not self.after_commit:
            self._refuse()
        result = await self._database.write(work)
        if self.refusals:
            self._refuse()
        return result

    async def apart(self, session: AsyncSession, work: Callable[..., Awaitable[Any]]) -> Any:
        return await self._database.apart(session, work)

    async def read(self, work: Callable[..., Awaitable[Any]]) -> Any:
        return await self._database.read(work)

    async def close(self) -> None:
        await self._database.close()

    def _refuse(self) -> None:
        self.refusals -= 1
        raise OperationalError("INSERT", None, sqlite3.OperationalError("disk I/O error"))


@asynccontextmanager
async def running(
    database: Database,
    tmp_path: Path,
    url: str,
    port: int,
    poll_age: Callable[[], float | None] = lambda: None,
) -> AsyncIterator[Web]:
    settings = settings_for(
        tmp_path,
        url,
        web_port=port,
        telegram_webhook_url=f"http://127.0.0.1:{port}/telegram/webhook",
        telegram_webhook_secret=SECRET,
    )
    web = Web(settings, database, StoppedClock(), bot_id=BOT_ID, poll_age=poll_age)
    task = asyncio.create_task(web.run())
    await asyncio.wait_for(web.listening.wait(), 10)
    yield web
    await web.stop()
    await asyncio.wait_for(task, 5)


async def stored(database: Database) -> list[int]:
    found = select(InboxUpdate.update_id).order_by(InboxUpdate.id)
    return list((await database.read(lambda session: session.execute(found))).scalars())


async def all_confirmed(telegram: Telegram) -> list[int]:
    async with asyncio.timeout(10):
        while (await telegram.people.updates())["pending"]:
            await asyncio.sleep(0.01)
    return await telegram.people.confirmed()


async def test_updates_come_through_the_webhook_of_the_local_telegram(
    quick: Telegram, sqlite_database: Database, tmp_path: Path
) -> None:
    port = free_port()
    async with running(sqlite_database, tmp_path, quick.url, port):
        await quick.done("setWebhook", url=f"http://127.0.0.1:{port}/telegram/webhook", secret_token=SECRET)
        for text in ("/start", "/menu", "привет"):
            await quick.people.say(SELLER, text)
        await quick.people.say(CLIENT, "/start")
        confirmed = await all_confirmed(quick)
        info = await quick.done("getWebhookInfo")
    assert sorted(await stored(sqlite_database)) == sorted(confirmed)
    assert len(confirmed) == 4
    assert "last_error_message" not in info


@pytest.mark.parametrize("after_commit", [False, True])
async def test_database_away_loses_nothing_and_doubles_nothing(
    quick: Telegram, sqlite_database: Database, tmp_path: Path, after_commit: bool
) -> None:
    """`after_commit`: the update is stored and Telegram does not hear of it."""
    port, database = free_port(), Away(sqlite_database)
    database.refusals, database.after_commit = 3, after_commit
    async with running(database, tmp_path, quick.url, port):
        await quick.done("setWebhook", url=f"http://127.0.0.1:{port}/telegram/webhook", secret_token=SECRET)
        for number in range(3):
            await quick.people.say(SELLER, f"message {number}")
        confirmed = await all_confirmed(quick)
        info = await quick.done("getWebhookInfo")
    assert await stored(sqlite_database) == confirmed
    assert len(confirmed) == 3
    assert "503" in info["last_error_message"]


async def test_wrong_secret_of_a_webhook_lets_nothing_in(
    quick: Telegram, sqlite_database: Database, tmp_path: Path
) -> None:
    port = free_port()
    async with running(sqlite_database, tmp_path, quick.url, port):
        await quick.done("setWebhook", url=f"http://127.0.0.1:{port}/telegram/webhook", secret_token="other")
        await quick.people.say(SELLER, "/start")
        async with asyncio.timeout(5):
            while "last_error_message" not in (info := await quick.done("getWebhookInfo")):
                await asyncio.sleep(0.01)
    assert "401" in info["last_error_message"]
    assert await stored(sqlite_database) == []


async def test_locked_sqlite_file_is_answered_503_and_later_200(sqlite_database: Database, tmp_path: Path) -> None:
    port = free_port()
    body = {"update_id": 1, "message": {"from": {"id": 5}}}
    path = tmp_path / "crm.sqlite3"
    async with running(sqlite_database, tmp_path, "http://127.0.0.1:9", port), httpx2.AsyncClient() as http:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            busy = await http.post(
                f"http://127.0.0.1:{port}/telegram/webhook", json=body, headers={HEADER: SECRET}, timeout=30
            )
            other.execute("ROLLBACK")
        free = await http.post(f"http://127.0.0.1:{port}/telegram/webhook", json=body, headers={HEADER: SECRET})
    assert (busy.status_code, busy.headers.get("retry-after")) == (503, "1")
    assert free.status_code == 200
    assert await stored(sqlite_database) == [1]


async def test_hostile_requests_over_a_socket_get_an_answer_that_is_no_500(
    sqlite_database: Database, tmp_path: Path
) -> None:
    port = free_port()
    start = b"POST /telegram/webhook HTTP/1.1\r\nHost: crm\r\n"
    secret = f"{HEADER}: {SECRET}\r\n".encode()
    hostile = {
        start + b"X-Telegram-Bot-Api-Secret-Token: \xd1\x81\xff\r\nContent-Length: 2\r\n\r\n{}": b"401",
        start + b"X-Forwarded-For: 127.0.0.1\r\nContent-Length: 2\r\n\r\n{}": b"401",
        start + secret + b"Content-Length: 1048577\r\n\r\n" + b"x" * 1048577: b"413",
        start + secret + b"Transfer-Encoding: chunked\r\n\r\n2\r\n[]\r\n0\r\n\r\n": b"400",
        start + b"Content-Length: nonsense\r\n\r\n": b"400",
        b"\x16\x03\x01 not http at all\r\n\r\n": b"400",
    }
    async with running(sqlite_database, tmp_path, "http://127.0.0.1:9", port):
        for request, status in hostile.items():
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(request)
            line = await asyncio.wait_for(reader.readline(), 5)
            writer.close()
            assert line.split()[1] == status, request[:120]
    assert await stored(sqlite_database) == []


async def test_signals_stay_with_the_process_and_a_request_in_hand_is_finished(
    sqlite_database: Database, tmp_path: Path
) -> None:
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    port, slow, entered = free_port(), asyncio.Event(), asyncio.Event()

    class Slow(Away):
        async def write(self, work: Callable[..., Awaitable[Any]]) -> Any:
            entered.set()
            await slow.wait()
            return await super().write(work)

    async with running(Slow(sqlite_database), tmp_path, "http://127.0.0.1:9", port) as web:
        assert {number: signal.getsignal(number) for number in handlers} == handlers
        async with httpx2.AsyncClient() as http:
            url = f"http://127.0.0.1:{port}/telegram/webhook"
            sending = asyncio.create_task(http.post(url, json={"update_id": 1}, headers={HEADER: SECRET}))
            await asyncio.wait_for(entered.wait(), 5)
            stopping = asyncio.create_task(web.stop())
            await asyncio.sleep(0.3)
            slow.set()
            answer = await asyncio.wait_for(sending, 5)
            await asyncio.wait_for(stopping, 5)
    assert answer.status_code == 200
    assert await stored(sqlite_database) == [1]


async def test_taken_port_is_waited_for(
    sqlite_database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot_web, "PORT_RETRY_SECONDS", 0.05)
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        web = Web(
            settings_for(tmp_path, "http://127.0.0.1:9", web_port=port),
            sqlite_database,
            StoppedClock(),
            bot_id=BOT_ID,
            poll_age=lambda: 1.0,
        )
        task = asyncio.create_task(web.run())
        await asyncio.sleep(0.3)
        assert not web.listening.is_set()
    await asyncio.wait_for(web.listening.wait(), 5)
    async with httpx2.AsyncClient() as http:
        health = await http.get(f"http://127.0.0.1:{port}/health")
        hidden = await http.post(f"http://127.0.0.1:{port}/telegram/webhook", json={"update_id": 1})
    assert (health.status_code, hidden.status_code) == (200, 404)
    await web.stop()
    await asyncio.wait_for(task, 5)


async def test_stop_while_the_port_is_taken_ends_at_once(sqlite_database: Database, tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        settings = settings_for(tmp_path, "http://127.0.0.1:9", web_port=other.getsockname()[1])
        web = Web(settings, sqlite_database, StoppedClock(), bot_id=BOT_ID, poll_age=lambda: None)
        task = asyncio.create_task(web.run())
        await asyncio.sleep(0.1)
        await asyncio.wait_for(web.stop(), 1)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    assert not web.listening.is_set()
