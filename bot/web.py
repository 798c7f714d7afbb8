"""The HTTP edge's life in the process: imported when it is first needed, given what it works with."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any

import structlog

from bot.clock import Clock
from bot.database import Database
from bot.database.away import is_away
from bot.settings import Settings
from services.health.backlog import Backlog, measure_backlog
from services.health.gauges import Gauges, measure
from services.health.pulses import Stall, Vital, list_vitals
from services.health.status import product_version
from services.inbox.store import store_updates

if TYPE_CHECKING:
    from web.edge import Edge
    from web.server import WebServer

log = structlog.get_logger(service="web")

PORT_RETRY_SECONDS = 5.0
STORE_SECONDS = 20.0
LEADS_SECONDS = 60.0


class Web:
    """A port that something else holds, an earlier process perhaps, is waited for: the bot's own work goes on."""

    def __init__(
        self,
        settings: Settings,
        database: Database,
        clock: Clock,
        *,
        bot_id: int,
        poll_age: Callable[[], float | None],
        stall: Callable[[], Stall | None] = lambda: None,
    ) -> None:
        self._settings = settings
        self._database = database
        self._clock = clock
        self._bot_id = bot_id
        self._poll_age = poll_age
        self._stall = stall
        self._server: WebServer | None = None
        self._stopping = False
        self._leads: Mapping[str, int] = {}
        self._counted_at: float | None = None
        self.listening = asyncio.Event()

    async def run(self) -> None:
        """Until `stop`."""
        await asyncio.to_thread(_import)
        self._server = await self._take_port()
        if self._server is not None:
            self.listening.set()
            await self._server.run()

    async def stop(self) -> None:
        self._stopping = True
        if self._server is not None:
            await self._server.stop()

    async def _take_port(self) -> "WebServer | None":
        from web.app import build_app  # noqa: PLC0415 - imported by `run`, in a thread
        from web.server import PortTakenError, WebServer  # noqa: PLC0415 - as above

        app = build_app(self._edge())
        told = False
        while not self._stopping:
            try:
                return WebServer(app, host=self._settings.web_host, port=self._settings.web_port)
            except PortTakenError as error:
                if not told:
                    log.warning("web.port-taken", address=str(error), pause=PORT_RETRY_SECONDS)
                told = True
                await asyncio.sleep(PORT_RETRY_SECONDS)
        return None

    def _edge(self) -> "Edge":
        from web.edge import Edge, WebhookIntake  # noqa: PLC0415 - as above

        secret = self._settings.telegram_webhook_secret
        webhook = None
        if self._settings.telegram_webhook_url is not None and secret is not None:
            webhook = WebhookIntake(secret.get_secret_value().encode(), self.store)
        return Edge(
            version=product_version(),
            now=self._clock.now,
            backlog=self._backlog,
            vitals=self._vitals,
            gauges=self._gauges,
            poll_age=self._poll_age,
            stall=self._stall,
            webhook=webhook,
        )

    async def store(self, update: Mapping[str, Any]) -> None:
        """Durable when it returns; raises DatabaseAwayError."""
        from web.edge import DatabaseAwayError  # noqa: PLC0415 - as above

        work = partial(store_updates, bot_id=self._bot_id, updates=[update], now=self._clock.now())
        try:
            async with asyncio.timeout(STORE_SECONDS):
                await self._database.write(work)
        except Exception as error:
            if is_away(error) or isinstance(error, TimeoutError | OSError):
                log.warning("webhook.database-away", reason=type(error).__name__)
                raise DatabaseAwayError from error
            raise

    async def _backlog(self, now: datetime) -> Backlog:
        return await self._database.read(partial(measure_backlog, now=now))

    async def _vitals(self, now: datetime) -> Sequence[Vital]:
        return await self._database.read(partial(list_vitals, now=now))

    async def _gauges(self, now: datetime) -> Gauges:
        """Leads are counted anew when the last count is a minute old."""
        fresh = self._counted_at is not None and monotonic() - self._counted_at < LEADS_SECONDS
        found = await self._database.read(partial(measure, now=now, leads=self._leads if fresh else None))
        if not fresh:
            self._leads, self._counted_at = found.leads, monotonic()
        return found


def _import() -> None:
    """Half a second that the bot's own work need not wait for."""
    import web.app  # noqa: PLC0415 - the point of it all
    import web.server  # noqa: F401, PLC0415 - as above
