"""Claims what is due and gives it out, woken after each commit: reactions in batches, calls one by one."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from datetime import datetime, timedelta
from functools import partial
from time import monotonic
from typing import Any
from uuid import uuid4

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import Clock
from bot.database import Database
from bot.database.away import is_away
from bot.relay.handling import Handling
from bot.signals import Wakeups
from services.events.consumers import Call, Consumers
from services.events.ledger import Claim, Wanted, claim_due, find_next_due, is_anything_due, release_claims
from services.ports import Ports
from services.signals import Signal

log = structlog.get_logger(service="relay")

SWEEP_SECONDS = 5.0
CROWDED_SECONDS = 0.5
LEASE = timedelta(seconds=90)
MOST_CALLS = 20
MOST_CALLS_OF_ONE = 10
"""Of one consumer, so that what hangs in one place leaves room for the others."""
MOST_BATCHES = 2
BATCH = 100
RETRIES = 2
"""Of a batch, while something waits that was never tried: what fails again and again must hold up nothing else."""


class Relay:
    def __init__(self, database: Database, consumers: Consumers, ports: Ports, clock: Clock, wakeups: Wakeups) -> None:
        self._database = database
        self._clock = clock
        self._wakeups = wakeups
        self._handling = Handling(database, consumers, ports, clock)
        self._calling = [name for name, consumer in consumers.by_name.items() if isinstance(consumer.handler, Call)]
        self._calls: set[asyncio.Task[None]] = set()
        self._batches: set[asyncio.Task[None]] = set()
        self._stopping = False
        self._more = False
        self._looked_at: float | None = None

    @property
    def in_hand(self) -> set[asyncio.Task[None]]:
        return self._calls | self._batches

    def silence(self) -> float | None:
        """Seconds since it last looked for work; None in a process that is not the relay."""
        return None if self._looked_at is None else monotonic() - self._looked_at

    async def run(self) -> None:
        """Until `stop`; cancelled, as when the role is lost, it leaves what is in hand to the next relay."""
        try:
            await self._run()
        except asyncio.CancelledError:
            self._looked_at = None
            for task in self.in_hand:
                task.cancel()
            raise

    async def _run(self) -> None:
        released = False
        while not self._stopping:
            pause = SWEEP_SECONDS
            try:
                if not released:
                    await self._database.write(release_claims)
                    released = True
                pause = await self.take()
                self._looked_at = monotonic()
            except Exception as error:
                if not is_away(error):
                    raise
                log.warning("relay.database-away", reason=type(error).__name__)
            await self._wakeups.wait(Signal.EVENTS, timeout=pause)

    async def stop(self) -> None:
        self._stopping = True
        self._wakeups.look(Signal.EVENTS)
        if self.in_hand:
            _, late = await asyncio.wait(self.in_hand, timeout=5)
            for task in late:
                task.cancel()

    async def take(self) -> float:
        """Starts what is due; seconds until the next look."""
        now = self._clock.now()
        if self._more or await self._database.read(partial(is_anything_due, now=now)):
            reactions, calls = await self._database.write(partial(self._claim, now=now), durable=False)
            if reactions:
                self._start(self._batches, self._handling.react(reactions), name="reactions")
            for call in calls:
                self._start(self._calls, self._handling.call(call), name=call.consumer)
            self._more = len(reactions) >= BATCH
            if self._more:
                return 0.0
        next_due = await self._database.read(find_next_due)
        if next_due is None:
            return SWEEP_SECONDS
        return min(max((next_due - now).total_seconds(), CROWDED_SECONDS), SWEEP_SECONDS)

    async def _claim(self, session: AsyncSession, *, now: datetime) -> tuple[Sequence[Claim], Sequence[Claim]]:
        """Reactions and calls, as many as there is room for."""
        claim = partial(claim_due, session, calls=self._calling, token=str(uuid4()), now=now, lease=LEASE)
        reactions: list[Claim] = []
        if len(self._batches) < MOST_BATCHES:
            reactions += await claim(Wanted.REACTIONS, limit=BATCH)
            reactions += await claim(Wanted.RETRIED_REACTIONS, limit=max(BATCH - len(reactions), RETRIES))
        return reactions, await self._claim_calls(claim)

    async def _claim_calls(self, claim: Callable[..., Awaitable[Sequence[Claim]]]) -> list[Claim]:
        """So many at once that no consumer gets more than its share, until there are no more."""
        calls: list[Claim] = []
        in_hand = Counter(task.get_name() for task in self._calls)
        while True:
            called = in_hand + Counter(call.consumer for call in calls)
            roomy = [name for name in self._calling if called[name] < MOST_CALLS_OF_ONE]
            share = MOST_CALLS_OF_ONE - max((called[name] for name in roomy), default=MOST_CALLS_OF_ONE)
            limit = min(share, MOST_CALLS - called.total())
            if limit <= 0:
                return calls
            claimed = await claim(Wanted.CALLS, calls=roomy, limit=limit)
            calls += claimed
            if len(claimed) < limit:
                return calls

    def _start(self, among: set[asyncio.Task[None]], work: Coroutine[Any, Any, None], *, name: str) -> None:
        def finished(task: asyncio.Task[None]) -> None:
            among.discard(task)
            self._wakeups.look(Signal.EVENTS)

        task = asyncio.create_task(work, name=name)
        among.add(task)
        task.add_done_callback(finished)
