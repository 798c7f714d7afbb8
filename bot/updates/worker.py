"""Processes the inbox: strictly one update at a time per person, people in parallel.

Failure is a state of the update: tried again with backoff, then set aside, its person and the admins told.
"""

import asyncio
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from time import monotonic

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import Clock
from bot.database import Database
from bot.database.away import is_away
from bot.lanes import Lanes
from bot.signals import Wakeups
from bot.updates.incident import tell_incident
from bot.updates.process import PoisonUpdateError, Processor, correlation_id
from services.errors import AppError
from services.health.tallies import UpdateOutcome, count_update, time_update
from services.inbox.lanes import StoredUpdate, enter_lane, find_head, find_waiting_lanes, mark_dead, mark_failed
from services.signals import Signal

log = structlog.get_logger(service="updates")

SWEEP_SECONDS = 1.0
ELSEWHERE_SECONDS = 0.05
MOST_LANES = 64


@dataclass(frozen=True, slots=True)
class Patience:
    attempts: int
    time_limit: float

    def delay(self, attempt: int) -> timedelta:
        return timedelta(seconds=min(0.2 * 4 ** (attempt - 1), 30.0))


class Worker:
    def __init__(
        self, database: Database, processor: Processor, clock: Clock, wakeups: Wakeups, patience: Patience
    ) -> None:
        self._database = database
        self._processor = processor
        self._clock = clock
        self._wakeups = wakeups
        self._patience = patience
        self._lanes = Lanes(wakeups, Signal.INBOX, self._drain)
        self._resting = 0
        self._stopping = False

    async def run(self) -> None:
        """Until `stop`; the sweep finds what another process or an earlier life left behind."""
        while not self._stopping:
            lanes = await self._wakeups.wait(Signal.INBOX, timeout=SWEEP_SECONDS)
            for lane in await self._find() if lanes is None else lanes:
                if self._room() > 0 or lane in self._lanes.tasks:
                    self._lanes.enter(lane)
                else:
                    self._lanes.crowd_out()

    async def stop(self) -> None:
        """Finishes the updates in hand and takes no more."""
        self._stopping = True
        self._wakeups.look(Signal.INBOX)
        if self._lanes.tasks:
            await asyncio.wait(self._lanes.tasks.values())

    def _room(self) -> int:
        return MOST_LANES - len(self._lanes.tasks) + self._resting

    async def _find(self) -> Sequence[int]:
        """One more than there is room for tells that somebody waits outside, also when room comes meanwhile."""
        limit = max(self._room(), 0) + 1
        find = partial(find_waiting_lanes, busy=list(self._lanes.tasks), limit=limit)
        try:
            found = await self._database.read(find)
        except Exception as error:
            if not is_away(error):
                raise
            log.warning("inbox.unreadable", reason=type(error).__name__)
            return []
        if len(found) == limit:
            self._lanes.crowd_out()
        return found

    async def _drain(self, lane: int) -> None:
        while not self._stopping:
            wait = await self._next(lane)
            if wait is None:
                return
            if wait > 0:
                await self._rest(min(wait, SWEEP_SECONDS))

    async def _rest(self, seconds: float) -> None:
        """A lane that waits takes nobody's place."""
        self._resting += 1
        self._lanes.make_room()
        try:
            await asyncio.sleep(seconds)
        finally:
            self._resting -= 1

    async def _next(self, lane: int) -> float | None:
        """Processes the lane's first update. Seconds to wait before the next look, None when the lane is empty."""
        attempt = _Attempt()
        try:
            return await self._try(lane, attempt)
        except Exception as error:
            if is_away(error):
                log.warning("update.database-away", reason=type(error).__name__)
                return SWEEP_SECONDS
            log.exception("update.failed", update_id=attempt.update_id)
            return await self._settle(lane, attempt, error)

    async def _try(self, lane: int, attempt: "_Attempt") -> float | None:
        """A refusal rolls the step back; then the same update is answered with it in a transaction of its own."""
        refused: AppError | None = None
        try:
            wait = await self._database.write(partial(self._process, lane, attempt, None))
        except AppError as error:
            refused = error
            wait = await self._database.write(partial(self._process, lane, attempt, error))
        if attempt.processed:
            self._tell(attempt, refused)
        return wait

    def _tell(self, attempt: "_Attempt", refused: AppError | None) -> None:
        """What the commit has made true."""
        outcome = UpdateOutcome.REFUSED if refused else UpdateOutcome.DONE
        row, worked = attempt.found, monotonic() - attempt.begun
        count_update(outcome)
        if row.attempts == 0:
            time_update(worked=worked, waited=(self._clock.now() - row.next_at).total_seconds())
        log.info(
            "update.done",
            update_id=row.update_id,
            correlation_id=correlation_id(row),
            attempts=row.attempts + 1,
            status=outcome.value,
            refused=refused.code if refused else None,
            duration=round(worked, 4),
        )

    async def _settle(self, lane: int, attempt: "_Attempt", error: Exception) -> float | None:
        for tell in (True, False):
            try:
                return await self._database.write(partial(self._fail, lane, attempt, error, tell=tell))
            except Exception as again:  # noqa: BLE001 - the update stays unfinished and is tried again
                log.warning("update.unsettled", update_id=attempt.update_id, reason=type(again).__name__)
                if is_away(again):
                    break
        return SWEEP_SECONDS

    async def _process(
        self, lane: int, attempt: "_Attempt", error: AppError | None, session: AsyncSession
    ) -> float | None:
        if not await enter_lane(session, lane):
            return ELSEWHERE_SECONDS
        row, more = await find_head(session, lane)
        if row is None:
            return None
        if error is not None and row.id != attempt.row_id:
            return 0.0  # another process has answered it
        now = self._clock.now()
        if row.next_at > now and row.attempts:
            return (row.next_at - now).total_seconds()
        attempt.row = row
        with structlog.contextvars.bound_contextvars(correlation_id=correlation_id(row), update_id=row.update_id):
            async with asyncio.timeout(self._patience.time_limit):
                await self._processor.process(session, row, now=now, error=error)
        attempt.processed = True
        return 0.0 if more else None

    async def _fail(
        self, lane: int, attempt: "_Attempt", error: Exception, session: AsyncSession, *, tell: bool
    ) -> float | None:
        row, _ = await find_head(session, lane) if await enter_lane(session, lane) else (None, False)
        if row is None or row.id != attempt.row_id:
            return ELSEWHERE_SECONDS  # another process has it
        now = self._clock.now()
        tries = row.attempts + 1
        poison = isinstance(error, PoisonUpdateError)
        reason = f"{type(error).__name__}: {error}"[:500] if poison else type(error).__name__
        if tries < self._patience.attempts and not poison:
            delay = self._patience.delay(tries)
            await mark_failed(session, row.id, attempts=tries, next_at=now + delay, error=reason)
            count_update(UpdateOutcome.RETRIED)
            return delay.total_seconds()
        incident = secrets.token_hex(3).upper()
        await mark_dead(session, row.id, attempts=tries, incident=incident, error=reason, now=now)
        if tell:
            renderer = self._processor.renderer
            await tell_incident(session, row, incident=incident, renderer=renderer, now=now)
        count_update(UpdateOutcome.DEAD)
        log.error(
            "update.dead",
            update_id=row.update_id,
            correlation_id=correlation_id(row),
            incident=incident,
            reason=reason,
            status=UpdateOutcome.DEAD.value,
        )
        return 0.0


@dataclass(slots=True)
class _Attempt:
    row: StoredUpdate | None = None
    processed: bool = False
    begun: float = field(default_factory=monotonic)

    @property
    def found(self) -> StoredUpdate:
        assert self.row is not None  # noqa: S101 - of one that was processed
        return self.row

    @property
    def row_id(self) -> int | None:
        return self.row.id if self.row else None

    @property
    def update_id(self) -> int | None:
        return self.row.update_id if self.row else None
