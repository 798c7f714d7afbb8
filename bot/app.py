"""The process: what runs, in which order it starts and stops."""

import asyncio
import signal
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from typing import TypeAlias

import structlog
from aiogram import Bot

from bot.backup.erasures import ErasureFile
from bot.backup.keeper import Keeper
from bot.checkup import Checkup, Running
from bot.clock import Clock
from bot.commands import ChatCommands
from bot.counters import Counters
from bot.database import Database, open_database
from bot.database.migrate import migrate
from bot.database.reach import reach
from bot.dispatcher import build_dispatcher
from bot.fetch import BotFiles
from bot.first_start import Greet
from bot.introduction import introduce
from bot.outside import open_mailer, open_webhooks
from bot.proposals import PdfProposals
from bot.relay import Relay
from bot.render import Renderer, Translator
from bot.roles import FileRoles, PostgresRoles, ProcessRole, Roles
from bot.scoring import open_model, open_scoring
from bot.sender.deliver import Deliverer
from bot.sender.loop import Sender
from bot.sender.pacing import Limits, Pacing
from bot.settings import Region, Settings
from bot.sheets import XlsxSheets
from bot.signals import Wakeups
from bot.ticks import Ticker
from bot.updates.intake import Poller
from bot.updates.process import Processor
from bot.updates.worker import Patience, Worker
from bot.watchdog import Watchdog
from bot.web import Web
from bot.webhook_watch import WebhookWatch
from handlers import build_steps
from integrations.circuit import Circuit
from integrations.storage import open_storage
from models.user import Language
from services.automation import CONSUMERS
from services.documents.ports import DocumentStorage
from services.ports import Ports

log = structlog.get_logger(service="process")

STOP_SECONDS = 9.0
RESTART_SECONDS = 1.0
SETTLE_SECONDS = 2.0

Loop: TypeAlias = Callable[[], Awaitable[None]]


class App:
    """Everything that lives as long as the process, wired by hand."""

    def __init__(self, settings: Settings, bot: Bot, clock: Clock) -> None:
        self.settings = settings
        self.bot = bot
        self.clock = clock
        self.database: Database = open_database(settings.database)
        self.storage: DocumentStorage = open_storage(settings.document_storage, settings.data_dir / "documents")
        self.wakeups = Wakeups()
        self.database.on_commit.append(self.wakeups.wake)
        self.renderer = Renderer(Translator(), settings.brokerage)
        self.roles: Roles = (
            FileRoles(settings.data_dir / "locks")
            if self.database.dialect == "sqlite"
            else PostgresRoles(self.database.engine)
        )
        self.processor = Processor(bot, build_dispatcher(build_steps()), self.renderer, settings.brokerage)
        patience = Patience(settings.update_attempts, settings.update_time_limit)
        self.worker = Worker(self.database, self.processor, clock, self.wakeups, patience)
        self.sender = self._sender()
        self.commands = ChatCommands(bot, self.renderer, clock)
        self.model = open_model(settings)
        self.webhooks = open_webhooks(settings, clock)
        circuit = Circuit(clock.now)
        self.relay = Relay(self.database, CONSUMERS, self._ports(circuit), clock, self.wakeups)
        self.poller = Poller(bot, self.database, clock)
        self.counters = Counters(settings.log_counters_seconds)
        self.ticker = Ticker(self.database, clock, self.wakeups, settings)
        self.keeper = Keeper(self.database, clock, settings)
        self.webhook_watch = WebhookWatch(bot, clock, settings.telegram_webhook_url)
        self.checkup = self._checkup(circuit)
        self.watchdog = Watchdog()
        self.web = Web(
            settings,
            self.database,
            clock,
            bot_id=bot.id,
            poll_age=self.poller.silence,
            stall=self.watchdog.stall,
        )

    def _sender(self) -> Sender:
        settings = self.settings
        pacing = Pacing(Limits(settings.sends_per_second, settings.chat_burst, settings.group_sends_per_minute))
        deliverer = Deliverer(self.bot, self.renderer, pacing, self.storage)
        fallback = Language.UK if settings.region is Region.UA else Language.RU
        return Sender(self.database, deliverer, self.clock, self.wakeups, fallback)

    def _ports(self, circuit: Circuit) -> Ports:
        settings = self.settings
        return Ports(
            files=BotFiles(self.bot),
            storage=self.storage,
            document_limit=settings.document_limit_mb * 2**20,
            commands=self.commands,
            proposals=PdfProposals(self.renderer, settings.brokerage_name),
            sheets=XlsxSheets(self.renderer, settings.brokerage),
            brokerage=settings.brokerage,
            erasures=ErasureFile(settings.backups),
            webhooks=self.webhooks,
            mailer=open_mailer(settings, self.renderer),
            scoring=open_scoring(settings, self.model, self.database, self.clock, circuit),
        )

    def _checkup(self, circuit: Circuit) -> Checkup:
        telegram = self.poller.silence if self.settings.telegram_webhook_url is None else self.webhook_watch.silence
        model_rests = None if self.model is None else lambda: circuit.is_open
        running = Running(self.relay.silence, self.ticker.silence, telegram, model_rests)
        return Checkup(self.database, self.storage, self.clock, running)

    async def run(self, *, stop: asyncio.Event, ready: Callable[[], None], greet: Greet) -> None:
        """Until `stop` is set; then every loop ends at a transaction's edge. Raises DatabaseUnreachableError."""
        tasks: list[asyncio.Task[None]] = []
        try:
            if not await reach(self.database, stop):
                return
            await migrate(self.database)
            if stop.is_set():
                return
            await greet(self.database, self.clock.now())
            log.info("started", database=self.database.dialect, sandbox=self.settings.sandbox)
            tasks += [asyncio.create_task(_keep_running(name, loop), name=name) for name, loop in self._loops()]
            await self.intake_ready()
            ready()
            tasks.append(asyncio.create_task(self._introduce(), name="introduction"))
            await stop.wait()
        finally:
            await self._stop(tasks)

    async def _introduce(self) -> None:
        """Who the bot is and what it offers; Telegram being away must not keep the CRM from starting."""

        def named(username: str) -> None:
            self.processor.bot_username = username

        await introduce(self.bot, self.database, self.settings, self.clock, self.commands, named=named)

    async def intake_ready(self) -> None:
        """Telegram was asked once or may call the webhook; or it can't be reached and is being waited for."""
        way_in = self.poller.polled if self.settings.telegram_webhook_url is None else self.web.listening
        with suppress(TimeoutError):
            await asyncio.wait_for(way_in.wait(), 5)

    async def _serve_web(self) -> None:
        """Before everything else with a webhook; without one after the first updates have been answered."""
        if self.settings.telegram_webhook_url is None:
            await self.intake_ready()
            await asyncio.sleep(SETTLE_SECONDS)
        await self.web.run()

    async def _check_up(self) -> None:
        """When the loops have had time to begin."""
        await asyncio.sleep(SETTLE_SECONDS)
        await self.checkup.run()

    def _loops(self) -> list[tuple[str, Loop]]:
        as_role = self.roles.run_as
        loops: list[tuple[str, Loop]] = [
            ("sender", partial(as_role, ProcessRole.SENDER, self.sender.run)),
            ("relay", partial(as_role, ProcessRole.RELAY, self.relay.run)),
            ("ticker", partial(as_role, ProcessRole.TICKER, self.ticker.run)),
            ("keeper", partial(as_role, ProcessRole.KEEPER, self.keeper.run)),
            ("web", self._serve_web),
            ("checkup", self._check_up),
            ("counters", self.counters.run),
            ("watchdog", self.watchdog.run),
        ]
        if self.database.dialect == "sqlite":
            loops.append(("worker", partial(as_role, ProcessRole.WORKER, self.worker.run)))
        else:
            from bot.database.listen import listen  # noqa: PLC0415 - psycopg is ten megabytes that SQLite does not need

            loops.append(("worker", self.worker.run))
            loops.append(("signals", partial(listen, self.settings.database, self.wakeups.look)))
        if self.settings.telegram_webhook_url is None:
            loops.append(("poller", partial(as_role, ProcessRole.POLLER, self.poller.run)))
        else:
            loops.append(("webhook", self.webhook_watch.run))
        return loops

    async def _stop(self, tasks: list[asyncio.Task[None]]) -> None:
        """Takes no more, finishes what is in hand, then closes what it stands on."""
        by_name = {task.get_name(): task for task in tasks}
        for name in ("poller", "introduction", "ticker", "checkup", "counters"):
            if name in by_name:
                by_name[name].cancel()
        with suppress(TimeoutError):
            async with asyncio.timeout(STOP_SECONDS):
                await self.web.stop()
                await self.worker.stop()
                await self.relay.stop()
                await self.sender.stop()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self.bot.session.close()
        for client in (self.model, self.webhooks):
            if client is not None:
                await client.close()
        await self.database.close()
        log.info("stopped")


async def _keep_running(name: str, loop: Loop) -> None:
    """A loop that fails on something unforeseen is logged and begun again: the other loops need it."""
    while True:
        try:
            await loop()
        except Exception:
            log.exception("loop.failed", part=name)
            await asyncio.sleep(RESTART_SECONDS)
        else:
            return


def stop_on_signals(stop: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
