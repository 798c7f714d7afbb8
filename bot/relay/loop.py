"""Takes events to their consumers: claim, run, settle, woken after each commit."""

import asyncio
import random
from datetime import datetime, timedelta
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
from services.conversation.outgoing import saying_once
from services.dead_letters.alarm import raise_alarm
from services.events.consumers import Call, Consumer, Consumers, Done, GiveUp, Outcome, RetryIn
from services.events.event import Delivered
from services.events.ledger import Claim, claim_due, find_next_due, load_delivered, release_claims, settle
from services.ports import Ports
from services.signals import Signal

log = structlog.get_logger()

SWEEP_SECONDS = 5.0
BATCH = 20
LEASE = timedelta(seconds=90)
AWAY = timedelta(seconds=1)


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
        """Until `stop`; cancelled, as when the role is lost, it leaves what is in hand to the next relay."""
        try:
            await self._run()
        except asyncio.CancelledError:
            for task in self._running:
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
            task = asyncio.create_task(self._handle(taken), name=f"{taken.consumer} {taken.event_id}")
            self._running.add(task)
            task.add_done_callback(self._finished)
        return 0.05 if claims else 0.5

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        self._wakeups.look(Signal.EVENTS)

    async def _handle(self, claim: Claim) -> None:
        try:
            await self._attempt(claim)
        except LostClaimError:
            log.warning("consume.lost-claim", event_id=claim.event_id, consumer=claim.consumer)
        except Exception as error:  # noqa: BLE001 - the claim's lease ends, then it is tried again
            log.warning("consume.unsettled", event_id=claim.event_id, reason=type(error).__name__)

    async def _attempt(self, claim: Claim) -> None:
        consumer = self._consumers.by_name.get(claim.consumer)
        if consumer is None:
            log.error("consume.dead", event_id=claim.event_id, consumer=claim.consumer, reason="no such consumer")
            await self._settle(claim, _dead("no such consumer", self._clock.now()))
            return
        try:
            await self._consume(consumer, claim)
        except LostClaimError:
            raise
        except Exception as error:
            if is_away(error):
                await self._settle(claim, {"next_at": self._clock.now() + AWAY, "attempts": claim.attempt - 1})
                return
            log.exception("consume.failed", event_id=claim.event_id, consumer=claim.consumer, attempt=claim.attempt)
            await self._settle(claim, self._values(claim, consumer, _retry(consumer, claim, type(error).__name__)))

    async def _consume(self, consumer: Consumer, claim: Claim) -> None:
        limit = consumer.policy.time_limit.total_seconds()
        handler: Any = consumer.handler
        if not isinstance(handler, Call):
            await self._database.write(partial(self._react, consumer, claim))
            return
        plan, delivered = await self._database.read(partial(self._prepare, handler, claim))
        if plan is None:
            await self._settle(claim, self._values(claim, consumer, Done()))
            return
        async with asyncio.timeout(limit):
            result = await handler.call(plan, self._ports)

        async def record(session: AsyncSession) -> None:
            with saying_once(session, claim.delivery_id):
                outcome = await handler.record(session, delivered, plan, result, now=self._clock.now())
            await self._finish(session, claim, consumer, delivered, outcome)

        await self._database.write(record)

    async def _react(self, consumer: Consumer, claim: Claim, session: AsyncSession) -> None:
        reaction: Any = consumer.handler
        delivered = await load_delivered(session, claim.event_id)
        with saying_once(session, claim.delivery_id):
            async with asyncio.timeout(consumer.policy.time_limit.total_seconds()):
                outcome = await reaction(session, delivered, self._clock.now())
        await self._finish(session, claim, consumer, delivered, outcome)

    async def _prepare(self, handler: Call[Any, Any], claim: Claim, session: AsyncSession) -> tuple[Any, Delivered]:
        delivered = await load_delivered(session, claim.event_id)
        return await handler.prepare(session, delivered), delivered

    async def _finish(
        self, session: AsyncSession, claim: Claim, consumer: Consumer, delivered: Delivered, outcome: Outcome
    ) -> None:
        if not await self._write(session, claim, self._values(claim, consumer, outcome)):
            raise LostClaimError
        if isinstance(outcome, Done):
            log.info(
                "consume.done",
                event_id=claim.event_id,
                event_name=delivered.event.name,
                consumer=claim.consumer,
                correlation_id=delivered.correlation_id,
            )

    def _values(self, claim: Claim, consumer: Consumer, outcome: Outcome) -> dict[str, Any]:
        """What the ledger says after this attempt."""
        now = self._clock.now()
        match outcome:
            case RetryIn(delay=delay, reason=reason) if claim.attempt < consumer.policy.attempts:
                return {"next_at": now + delay, "reason": reason[:500]}
            case RetryIn(reason=reason) | GiveUp(reason=reason):
                log.error("consume.dead", event_id=claim.event_id, consumer=claim.consumer, reason=reason[:500])
                return _dead(reason, now)
            case _:
                return {"state": DeliveryState.DONE, "done_at": now}

    async def _settle(self, claim: Claim, values: dict[str, Any]) -> None:
        await self._database.write(lambda session: self._write(session, claim, values))

    async def _write(self, session: AsyncSession, claim: Claim, values: dict[str, Any]) -> bool:
        """False when the claim was lost. A death is told in the same transaction."""
        settled = await settle(session, claim, **values)
        if settled and values.get("state") is DeliveryState.DEAD:
            await raise_alarm(session, now=self._clock.now())
        return settled


def _dead(reason: str, now: datetime) -> dict[str, Any]:
    return {"state": DeliveryState.DEAD, "done_at": now, "reason": reason[:500]}


def _retry(consumer: Consumer, claim: Claim, reason: str) -> RetryIn:
    delay = consumer.policy.delay(claim.attempt)
    jitter = random.uniform(0.8, 1.2)  # noqa: S311 - spreads retries, guards nothing
    return RetryIn(delay * jitter, reason)
