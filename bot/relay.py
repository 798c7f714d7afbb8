"""Takes events to their consumers: claim, run, settle, woken after each commit."""

import asyncio
import random
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import uuid4

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import Clock
from bot.database import Database
from bot.database.away import is_away
from bot.signals import Wakeups
from models.delivery import DeliveryState
from services.events.consumers import Call, Consumer, Consumers, Done, GiveUp, Outcome, RetryIn
from services.events.event import Delivered
from services.events.ledger import Claim, claim_due, find_next_due, load_delivered, settle
from services.ports import Ports
from services.signals import Signal

log = structlog.get_logger()

SWEEP_SECONDS = 5.0
BATCH = 20
LEASE = timedelta(seconds=90)


class LostClaimError(Exception):
    """Another process took the delivery over after the lease had run out; what was done under the claim is undone."""


class Relay:
    def __init__(self, database: Database, consumers: Consumers, ports: Ports, clock: Clock, wakeups: Wakeups) -> None:
        self._database = database
        self._consumers = consumers
        self._ports = ports
        self._clock = clock
        self._wakeups = wakeups
        self._running: set[asyncio.Task[None]] = set()
        self._stopping = False

    async def run(self) -> None:
        while not self._stopping:
            pause = SWEEP_SECONDS
            try:
                pause = await self._take()
            except Exception as error:
                if not is_away(error):
                    raise
                log.warning("relay.database-away", reason=type(error).__name__)
            await self._wakeups.wait(Signal.EVENTS, timeout=pause)

    async def stop(self) -> None:
        self._stopping = True
        self._wakeups.look(Signal.EVENTS)
        if self._running:
            _, late = await asyncio.wait(self._running, timeout=5)
            for task in late:
                task.cancel()

    async def _take(self) -> float:
        """Starts what is due; seconds until the next look."""
        room = BATCH - len(self._running)
        if room <= 0:
            return 0.05
        now = self._clock.now()
        next_due = await self._database.read(find_next_due)
        if next_due is None:
            return SWEEP_SECONDS
        if next_due > now:
            return min((next_due - now).total_seconds(), SWEEP_SECONDS)
        claim = partial(claim_due, token=str(uuid4()), now=now, lease=LEASE, limit=room)
        claims = await self._database.write(claim)
        for taken in claims:
            task = asyncio.create_task(self._run(taken), name=f"{taken.consumer} {taken.event_id}")
            self._running.add(task)
            task.add_done_callback(self._finished)
        return 0.05 if claims else 0.5

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        self._wakeups.look(Signal.EVENTS)

    async def _run(self, claim: Claim) -> None:
        consumer = self._consumers.by_name.get(claim.consumer)
        if consumer is None:
            await self._settle(claim, GiveUp("no such consumer"), None)
            return
        try:
            outcome = await self._consume(consumer, claim)
        except LostClaimError:
            log.warning("consume.lost-claim", event_id=claim.event_id, consumer=claim.consumer)
            return
        except Exception as error:
            log.exception("consume.failed", event_id=claim.event_id, consumer=claim.consumer, attempt=claim.attempt)
            outcome = _retry(consumer, claim, type(error).__name__)
        if not isinstance(outcome, Done):
            await self._settle(claim, outcome, consumer)

    async def _consume(self, consumer: Consumer, claim: Claim) -> Outcome:
        limit = consumer.policy.time_limit.total_seconds()
        handler: Any = consumer.handler
        if not isinstance(handler, Call):
            return await self._database.write(partial(self._react, handler, claim))
        plan, delivered = await self._database.read(partial(self._prepare, handler, claim))
        if plan is None:
            return await self._settle(claim, Done(), consumer)
        async with asyncio.timeout(limit):
            result = await handler.call(plan, self._ports)

        async def record(session: AsyncSession) -> Outcome:
            outcome = await handler.record(session, delivered, plan, result, now=self._clock.now())
            return await self._finish(session, claim, delivered, outcome)

        return await self._database.write(record)

    async def _react(self, reaction: Any, claim: Claim, session: AsyncSession) -> Outcome:
        delivered = await load_delivered(session, claim.event_id)
        return await self._finish(session, claim, delivered, await reaction(session, delivered, self._clock.now()))

    async def _prepare(self, handler: Call[Any, Any], claim: Claim, session: AsyncSession) -> tuple[Any, Delivered]:
        delivered = await load_delivered(session, claim.event_id)
        return await handler.prepare(session, delivered), delivered

    async def _finish(self, session: AsyncSession, claim: Claim, delivered: Delivered, outcome: Outcome) -> Outcome:
        if isinstance(outcome, Done):
            if not await settle(session, claim, state=DeliveryState.DONE, done_at=self._clock.now()):
                raise LostClaimError
            log.info(
                "consume.done",
                event_id=claim.event_id,
                event_name=delivered.event.name,
                consumer=claim.consumer,
                correlation_id=delivered.correlation_id,
            )
        return outcome

    async def _settle(self, claim: Claim, outcome: Outcome, consumer: Consumer | None) -> Outcome:
        now = self._clock.now()
        attempts = consumer.policy.attempts if consumer else 0
        match outcome:
            case RetryIn(delay=delay, reason=reason) if claim.attempt < attempts:
                values: dict[str, Any] = {"next_at": now + delay, "reason": reason[:500]}
            case RetryIn(reason=reason) | GiveUp(reason=reason):
                values = {"state": DeliveryState.DEAD, "done_at": now, "reason": reason[:500]}
                log.error("consume.dead", event_id=claim.event_id, consumer=claim.consumer, reason=reason[:500])
            case _:
                values = {"state": DeliveryState.DONE, "done_at": now}
        await self._database.write(lambda session: settle(session, claim, **values))
        return outcome


def _retry(consumer: Consumer, claim: Claim, reason: str) -> RetryIn:
    delay = consumer.policy.delay(claim.attempt)
    jitter = random.uniform(0.8, 1.2)  # noqa: S311 - spreads retries, guards nothing
    return RetryIn(delay * jitter, reason)
