"""The product's update path in this process, from the stored update to the recorded answer."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import SystemClock
from bot.database import Database
from bot.dispatcher import build_dispatcher
from bot.render import Renderer, Translator
from bot.sender.deliver import Deliverer
from bot.sender.loop import Sender
from bot.sender.pacing import Limits, Pacing
from bot.settings import Settings
from bot.signals import Wakeups
from bot.telegram.connect import connect
from bot.updates.process import Processor
from bot.updates.worker import Patience, Worker
from handlers import build_steps
from handlers.deals import screens
from handlers.kit.steps import Steps
from models.money import Currency
from models.user import Language
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.conversation.values import Screen
from services.deals.queries import find_deal_card
from services.events.event import Event
from services.events.publish import publish
from services.inbox.store import store_updates
from tests.bench.data import FIRST_PERSON
from tests.bench.telegram import BOT_ID, TOKEN, InstantTelegram
from tests.bench.updates import tap
from tests.harness import MemoryStorage

BROKERAGE = Brokerage("RU", ZoneInfo("Europe/Moscow"), Currency.RUB)
LOOK = "bench.look"
UNLIMITED = Limits(per_second=10**6, chat_burst=10**6)


@dataclass(frozen=True, kw_only=True)
class DealLookedAt(Event):
    name = "bench.deal.looked-at"
    aggregate = "deal"
    silent = True

    deal_id: int


def add_look(steps: Steps, verb: str = LOOK) -> Steps:
    """A tap that shows a deal's card and publishes an event."""

    @steps.tap(verb, right=Right.SEE_DEALS)
    async def look(session: AsyncSession, actor: Actor, arg: str, now: datetime, today: date) -> Screen:
        deal_id = int(arg)
        await publish(session, actor, DealLookedAt(deal_id=deal_id), now=now)
        return screens.card(await find_deal_card(session, actor, deal_id, today=today), actor)

    return steps


class Crm:
    """Worker and sender run as in the process; updates come from `store`, Telegram is `telegram`."""

    def __init__(self, database: Database, telegram: InstantTelegram, steps: Steps | None = None) -> None:
        self.database = database
        self.telegram = telegram
        bot = telegram.serve(connect(Settings(_env_file=None), token=TOKEN, api_url=None))  # type: ignore[call-arg]  # pydantic's own
        clock, renderer, wakeups = SystemClock(), Renderer(Translator(), BROKERAGE), Wakeups()
        self._wakeups = wakeups
        database.on_commit.append(wakeups.wake)
        processor = Processor(
            bot, build_dispatcher(steps or add_look(build_steps())), renderer, BROKERAGE, "ael_crm_bot"
        )
        self.worker = Worker(database, processor, clock, wakeups, Patience(attempts=1, time_limit=10))
        deliverer = Deliverer(bot, renderer, Pacing(UNLIMITED), MemoryStorage())
        self.sender = Sender(database, deliverer, clock, wakeups, Language.RU)
        self._clock = clock

    async def store(self, update: dict[str, Any]) -> None:
        """What the poller and the webhook do before they confirm."""
        await self.database.write(partial(store_updates, bot_id=BOT_ID, updates=[update], now=self._clock.now()))

    async def look(self, person: int, deal_id: int) -> None:
        """The person with this number (from 1) taps a deal's button; until he is answered."""
        await self.press(person, f"{LOOK}:{deal_id}")

    async def press(self, person: int, data: str) -> None:
        """The same of any button."""
        update = tap(FIRST_PERSON - 1 + person, data)
        answered = self.telegram.expect(update["callback_query"]["id"])
        await self.store(update)
        await answered

    async def settled(self) -> None:
        """Until every answer has been recorded."""
        while self.sender._chats.tasks:
            await asyncio.wait(self.sender._chats.tasks.values())

    @asynccontextmanager
    async def running(self) -> AsyncIterator["Crm"]:
        loops = [asyncio.create_task(self.worker.run()), asyncio.create_task(self.sender.run())]
        try:
            yield self
        finally:
            await self.worker.stop()
            await self.sender.stop()
            await asyncio.gather(*loops)
            self.database.on_commit.remove(self._wakeups.wake)
