"""Time's own work: APScheduler ticks, rows say what is due."""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from time import monotonic
from typing import Protocol

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import Clock
from bot.database import Database
from bot.database.away import is_away
from bot.settings import Settings
from bot.signals import Wakeups
from services.audit.seal import is_seal_due, seal_events
from services.dead_letters.alarm import is_alarm_outdated, refresh_alarm
from services.documents.packets import close_due_packets, is_packet_due
from services.health.alarm import is_backlog_noteworthy, watch_backlog
from services.health.tallies import time_tick
from services.inbox.retention import forget_old_updates
from services.reminders.brief import is_brief_missing, plan_missing_briefs
from services.reminders.cockpits import is_cockpit_stale, refresh_stale_cockpits
from services.reminders.replan import is_plan_asked_for, replan_deals
from services.reminders.rules import escalate_what_waits, is_rule_due, is_step_reached, release_due_rules
from services.reminders.stale_leads import find_stale_leads, is_search_due
from services.reminders.tell import is_reminder_due, tell_due_reminders
from services.reminders.wake import is_deal_to_wake, wake_due_deals

log = structlog.get_logger(service="scheduler")

MOST_ROUNDS = 1000


class Tick(Protocol):
    async def __call__(self, session: AsyncSession, *, now: datetime) -> int:
        """How many rows were handled."""


class Look(Protocol):
    async def __call__(self, session: AsyncSession, *, now: datetime) -> bool:
        """Whether the tick may find something: a read, so that an idle process writes nothing."""


async def _always(session: AsyncSession, *, now: datetime) -> bool:  # noqa: ARG001 - as a look
    return True


@dataclass(frozen=True, slots=True)
class _Job:
    tick: Tick
    every: timedelta
    look: Look = _always


class Ticker:
    """A tick returns how many rows it handled; it is repeated until nothing is due."""

    def __init__(self, database: Database, clock: Clock, wakeups: Wakeups, settings: Settings) -> None:
        self._database = database
        self._clock = clock
        self._wakeups = wakeups
        brokerage = settings.brokerage
        zone = brokerage.zone
        self._fired_at: float | None = None
        keep = timedelta(days=settings.inbox_keep_days)
        self._jobs = {
            "packets": _Job(close_due_packets, timedelta(seconds=1), is_packet_due),
            "dead-letters": _Job(refresh_alarm, timedelta(seconds=2), is_alarm_outdated),
            "rules": _Job(release_due_rules, timedelta(seconds=5), is_rule_due),
            "escalations": _Job(escalate_what_waits, timedelta(minutes=1), is_step_reached),
            "backlog": _Job(watch_backlog, timedelta(seconds=10), is_backlog_noteworthy),
            "seals": _Job(seal_events, timedelta(seconds=30), is_seal_due),
            "waking": _Job(
                partial(wake_due_deals, zone=zone), timedelta(minutes=1), partial(is_deal_to_wake, zone=zone)
            ),
            "cockpits": _Job(
                partial(refresh_stale_cockpits, zone=zone), timedelta(minutes=1), partial(is_cockpit_stale, zone=zone)
            ),
            "ladders": _Job(partial(replan_deals, brokerage=brokerage), timedelta(minutes=1), is_plan_asked_for),
            "briefs": _Job(partial(plan_missing_briefs, brokerage=brokerage), timedelta(minutes=10), is_brief_missing),
            "stale-leads": _Job(
                partial(find_stale_leads, brokerage=brokerage),
                timedelta(minutes=10),
                partial(is_search_due, brokerage=brokerage),
            ),
            "reminders": _Job(
                partial(tell_due_reminders, brokerage=brokerage),
                timedelta(minutes=1),
                partial(is_reminder_due, brokerage=brokerage),
            ),
            "retention": _Job(partial(_forget, keep=keep), timedelta(hours=1)),
        }

    def silence(self) -> float | None:
        """Seconds since a tick was last over; None in a process that is not the scheduler."""
        return None if self._fired_at is None else monotonic() - self._fired_at

    async def run(self) -> None:
        scheduler = AsyncIOScheduler(timezone="UTC")
        for name, job in self._jobs.items():
            scheduler.add_job(
                self._fire,
                "interval",
                [name],
                seconds=job.every.total_seconds(),
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
        for name in self._jobs:
            await self._fire(name)

    async def _fire(self, name: str) -> None:
        job = self._jobs[name]
        for _ in range(MOST_ROUNDS):
            begun = monotonic()
            try:
                handled = await self._work(job, now=self._clock.now())
            except Exception as error:  # noqa: BLE001 - the next tick tries again
                level = log.warning if is_away(error) else log.exception
                level("tick.failed", tick=name, reason=type(error).__name__)
                return
            self._fired_at = monotonic()
            time_tick(self._fired_at - begun)
            if not handled:
                return
            log.info("tick.done", tick=name, count=handled)

    async def _work(self, job: _Job, *, now: datetime) -> int:
        if not await self._database.read(partial(job.look, now=now)):
            return 0
        return await self._database.write(partial(job.tick, now=now))


async def _forget(session: AsyncSession, *, now: datetime, keep: timedelta) -> int:
    return await forget_old_updates(session, before=now - keep)
