"""Ten thousand notices against the sandbox's hard limits, in a Telegram whose seconds are short."""

import asyncio
import random
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import SystemClock
from bot.database import Database
from bot.render import Renderer, Translator
from bot.sender.deliver import Deliverer
from bot.sender.loop import Sender
from bot.sender.pacing import Limits, Pacing
from bot.settings import Settings
from bot.signals import Wakeups
from bot.telegram.connect import connect
from models.outgoing import Outgoing, OutgoingState
from models.user import Language
from sandbox.client import SandboxClient
from services.conversation.outgoing import notify
from services.conversation.values import Notice, text
from tests.bench.crm import BROKERAGE
from tests.bench.data import FIRST_PERSON, PEOPLE, sqlite_with
from tests.bench.measure import seconds
from tests.bench.table import Row, plain
from tests.e2e.processes import free_port
from tests.harness import MemoryStorage

NOTICES = 10_000
SECOND = 0.5
PER_SECOND = 30
JITTER = 0.04  # of Telegram's seconds, on the way there and on the way back


class Line:
    """The network in between: it takes its time and counts the refusals that come back."""

    def __init__(self) -> None:
        self.refusals = 0

    async def __call__(self, make_request: Any, bot: Bot, method: Any) -> Any:
        await asyncio.sleep(random.uniform(0, JITTER * SECOND))  # noqa: S311 - a network's mood
        try:
            return await make_request(bot, method)
        except TelegramRetryAfter:
            self.refusals += 1
            raise
        finally:
            await asyncio.sleep(random.uniform(0, JITTER * SECOND))  # noqa: S311 - as above


async def measure(_rounds: int, folder: Path) -> list[Row]:
    line = Line()
    async with _telegram(folder) as telegram, sqlite_with(1000, folder) as database:
        token = (await telegram.state())["bot"]["token"]
        bot = connect(Settings(_env_file=None), token=token, api_url=telegram.url)  # type: ignore[call-arg]  # pydantic's own
        bot.session.middleware(line)
        await database.write(_notify_everybody)
        took = await seconds(lambda: _send_all(database, bot))
        await bot.session.close()
    share = (NOTICES - PER_SECOND) / PER_SECOND * SECOND / took
    return [
        Row(f"{NOTICES:,} notices, share of the allowed rate", [share], least=0.93, unit="", note=plain(took)),
        Row("refusals (429) meanwhile", [line.refusals], most=0, unit=""),
    ]


@asynccontextmanager
async def _telegram(folder: Path) -> AsyncIterator[SandboxClient]:
    """A sandbox of its own, in which everybody has spoken to the bot."""
    port = free_port()
    command = [sys.executable, "-m", "sandbox", "--port", str(port), "--data-dir", str(folder)]
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.DEVNULL)
    async with SandboxClient(f"http://127.0.0.1:{port}") as telegram:
        await telegram.wait_ready()
        for number in range(PEOPLE):
            await telegram.add_user(f"Maryna {number}", id=FIRST_PERSON + number)
            await telegram.say(FIRST_PERSON + number, "/start")
        await telegram.limits(time_scale=SECOND)
        yield telegram
        await telegram.shutdown()
    await process.wait()


async def _notify_everybody(session: AsyncSession) -> None:
    notice = Notice([text("scr-cancelled")])
    for number in range(NOTICES // PEOPLE + 1):
        people = range(1, min(PEOPLE, NOTICES - number * PEOPLE) + 1)
        await notify(session, people, notice, now=SystemClock().now(), correlation_id="bench")


async def _send_all(database: Database, bot: Bot) -> None:
    wakeups = Wakeups()
    pacing = Pacing(Limits(PER_SECOND, second=SECOND))
    deliverer = Deliverer(bot, Renderer(Translator(), BROKERAGE), pacing, MemoryStorage())
    sender = Sender(database, deliverer, SystemClock(), wakeups, Language.RU)
    running = asyncio.create_task(sender.run())
    sent = select(func.count()).where(Outgoing.state == OutgoingState.SENT)
    while (await database.read(partial(_count, statement=sent))) < NOTICES:
        await asyncio.sleep(SECOND)
    await sender.stop()
    await running


async def _count(session: AsyncSession, *, statement: Any) -> int:
    return int((await session.execute(statement)).scalar_one())
