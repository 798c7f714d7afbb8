"""Time's own work: APScheduler ticks, rows say what is due."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from functools import partial
from time import monotonic
from typing import TypeAlias
from zoneinfo import ZoneInfo

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import Clock
from bot.database import Database
from bot.database.away import is_away
from bot.settings import Settings
from bot.signals import Wakeups
from services.audit.seal import seal_events
from services.brokerage import Brokerage
from services.dead_letters.alarm import refresh_alarm
from services.documents.packets import close_due_packets
from services.health.alarm import watch_backlog
from services.health.tallies import time_tick
from services.inbox.retention import forget_old_updates
from services.reminders.brief import plan_missing_briefs
from services.reminders.cockpits import refresh_stale_cockpits
from services.reminders.replan import replan_deals
from services.reminders.rules import escalate_what_waits, release_due_rules
from services.reminders.stale_leads import find_stale_leads
from services.reminders.tell import tell_due_reminders
from services.reminders.wake import wake_due_deals

log = structlog.get_logger(service="scheduler")

Tick: TypeAlias = Callable[[AsyncSession, datetime], Awaitable[int]]
MOST_ROUNDS = 1000


class Ticker:
    """A tick returns how many rows it handled; it is repeated until nothing is due."""

    def __init__(self, database: Database, clock: Clock, wakeups: Wakeups, settings: Settings) -> None:
        self._database = database
        self._clock = clock
        self._wakeups = wakeups
        zone = settings.brokerage.zone
        self._fired_at: float | None = None
        keep = timedelta(days=settings.inbox_keep_days)
        self._ticks: dict[str, tuple[Tick, timedelta]] = {
            "packets": (close_due_packets, timedelta(seconds=1)),
            "dead-letters": (refresh_alarm, timedelta(seconds=2)),
            "rules": (release_due_rules, timedelta(seconds=5)),
            "escalations": (escalate_what_waits, timedelta(minutes=1)),
            "backlog": (watch_backlog, timedelta(seconds=10)),
            "seals": (seal_events, timedelta(seconds=30)),
            "waking": (partial(_wake, zone=zone), timedelta(minutes=1)),
            "cockpits": (partial(_refresh, zone=zone), timedelta(minutes=1)),
            "ladders": (partial(_replan, brokerage=settings.brokerage), timedelta(minutes=1)),
            "briefs": (partial(_plan_briefs, brokerage=settings.brokerage), timedelta(minutes=10)),
            "stale-leads": (partial(_find_stale, brokerage=settings.brokerage), timedelta(minutes=10)),
            "reminders": (partial(_remind, brokerage=settings.brokerage), timedelta(minutes=1)),
            "retention": (partial(_forget, keep=keep), timedelta(hours=1)),
        }

    def silence(self) -> float | None:
        """Seconds since a tick was last over; None in a process that is not the scheduler."""
        return None if self._fired_at is None else monotonic() - self._fired_at

    async def run(self) -> None:
        scheduler = AsyncIOScheduler(timezone="UTC")
        for name, (_, every) in self._ticks.items():
            scheduler.add_job(
                self._fire,
                "interval",
                [name],
                seconds=every.total_seconds(),
                id=name,
                coalesce=True,
                max_instances=1,
                misfire_grace_time=None,
            )
        await self.catch_up()
        scheduler.start()
        try:
            await asyncio.Event().wait()
        finally:
            scheduler.shutdown(wait=False)
            self._fired_at = None

    async def catch_up(self) -> None:
        """Every tick until nothing is due: at start, and after the sandbox's clock has jumped."""
        for name in self._ticks:
            await self._fire(name)

    async def _fire(self, name: str) -> None:
        tick, _ = self._ticks[name]
        for _ in range(MOST_ROUNDS):
            begun = monotonic()
            try:
                handled = await self._database.write(lambda session: tick(session, self._clock.now()))
            except Exception as error:  # noqa: BLE001 - the next tick tries again
                level = log.warning if is_away(error) else log.exception
                level("tick.failed", tick=name, reason=type(error).__name__)
                return
            self._fired_at = monotonic()
            time_tick(self._fired_at - begun)
            if not handled:
                return
            log.info("tick.done", tick=name, count=handled)


async def _wake(session: AsyncSession, now: datetime, *, zone: ZoneInfo) -> int:
    return await wake_due_deals(session, now=now, zone=zone)


async def _refresh(session: AsyncSession, now: datetime, *, zone: ZoneInfo) -> int:
    return await refresh_stale_cockpits(session, now=now, zone=zone)


async def _replan(session: AsyncSession, now: datetime, *, brokerage: Brokerage) -> int:
    return await replan_deals(session, now=now, brokerage=brokerage)


async def _plan_briefs(session: AsyncSession, now: datetime, *, brokerage: Brokerage) -> int:
    return await plan_missing_briefs(session, now=now, brokerage=brokerage)


async def _find_stale(session: AsyncSession, now: datetime, *, brokerage: Brokerage) -> int:
    return await find_stale_leads(session, now=now, brokerage=brokerage)


async def _remind(session: AsyncSession, now: datetime, *, brokerage: Brokerage) -> int:
    return await tell_due_reminders(session, now=now, brokerage=brokerage)


async def _forget(session: AsyncSession, now: datetime, *, keep: timedelta) -> int:
    return await forget_old_updates(session, before=now - keep)
