"""A sender, its database and a local Telegram, for the tests beside."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import SystemClock
from bot.database import Database
from bot.render import Renderer, Translator
from bot.sender.deliver import Deliverer
from bot.sender.loop import Sender
from bot.sender.pacing import Limits, Pacing
from bot.signals import Wakeups
from models.outgoing import Outgoing, OutgoingKind, OutgoingState
from models.user import Language
from services.conversation.outgoing import enqueue
from services.conversation.values import Notice, text
from tests.bot.telegrams import connected, settings_for
from tests.harness import BROKERAGE, MemoryStorage
from tests.sandbox.conftest import SELLER, Telegram

CLOCK = SystemClock()


@dataclass
class Stage:
    database: Database
    telegram: Telegram
    sender: Sender

    async def put(self, *rows: dict[str, Any]) -> None:
        """`rows` as `screen`, `notice` and `answer` make them; together in one transaction."""

        async def work(session: AsyncSession) -> None:
            for row in rows:
                await enqueue(session, **row, now=CLOCK.now(), correlation_id="test")

        await self.database.write(work)

    async def rows(self) -> list[Outgoing]:
        found = await self.database.read(lambda session: session.execute(select(Outgoing).order_by(Outgoing.id)))
        return list(found.scalars())

    async def states(self) -> list[str]:
        return [row.state.value for row in await self.rows()]

    async def settled(self) -> list[str]:
        """Waits until nothing is pending. Returns the states."""
        async with asyncio.timeout(15):
            while OutgoingState.PENDING in (states := await self.states()):
                await asyncio.sleep(0.02)
        return states

    async def shown(self, chat: int = SELLER) -> list[str]:
        """Texts in the chat, top to bottom."""
        return [message["text"] for message in await self.telegram.people.messages(chat)]

    async def calls(self, *methods: str) -> list[dict[str, Any]]:
        found = await self.telegram.people.calls()
        return [call for call in found if call["method"].lower() in {method.lower() for method in methods}]

    async def tapped(self, message_id: int, chat: int = SELLER) -> tuple[asyncio.Task[Any], str]:
        """A person's tap that waits, and its query's id."""
        tap, query = await self.telegram.start_tap(message_id, "x", chat)
        return tap, query["id"]


@asynccontextmanager
async def stage(
    database: Database, telegram: Telegram, tmp_path: Any, *, limits: Limits | None = None
) -> AsyncIterator[Stage]:
    """Runs the sender."""
    async with connected(settings_for(tmp_path, telegram.url)) as bot:
        pacing = Pacing(limits or Limits(per_second=1000, chat_burst=1000, group_per_minute=1000, second=0.01))
        wakeups = Wakeups()
        database.on_commit.append(wakeups.wake)
        deliverer = Deliverer(bot, Renderer(Translator(), BROKERAGE), pacing, MemoryStorage())
        sender = Sender(database, deliverer, CLOCK, wakeups, Language.RU)
        running = asyncio.create_task(sender.run())
        try:
            yield Stage(database, telegram, sender)
        finally:
            await sender.stop()
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)


def screen(words: str, *, chat: int = SELLER, surface: str | None = "main", **columns: Any) -> dict[str, Any]:
    payload = {"message": {"text": words, "parse_mode": "HTML"}, "toast": columns.pop("toast", None)}
    return {"chat_id": chat, "kind": OutgoingKind.SCREEN, "payload": payload, "surface": surface, **columns}


def answer(query_id: str, words: str, *, chat: int = SELLER) -> dict[str, Any]:
    toast = {"text": words, "show_alert": False}
    return {"chat_id": chat, "kind": OutgoingKind.ANSWER, "payload": {"toast": toast}, "callback_query_id": query_id}


def notice(name: str, *, chat: int = SELLER, **columns: Any) -> dict[str, Any]:
    """A notice whose words hold `name`."""
    payload = Notice([text("scr-stranger", name=name)]).to_json()
    return {"chat_id": chat, "kind": OutgoingKind.NOTICE, "payload": payload, **columns}
