"""What becomes of claimed deliveries: each is run, and settled in the transaction of what it did."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from time import monotonic
from typing import Any

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import Clock
from bot.database import Database
from bot.database.away import is_away
from models.delivery import DeliveryState
from services.conversation.outgoing import saying_once
from services.dead_letters.alarm import raise_alarm
from services.events.consumers import Consumers, Done, GiveUp, Outcome, Policy, RetryIn
from services.events.event import Delivered
from services.events.ledger import Claim, Settlement, load_delivered, settle
from services.health.tallies import ConsumeOutcome, count_consume, time_consume
from services.ports import Ports

log = structlog.get_logger(service="relay")

LONGEST_SECONDS = 0.02
"""A batch stops then and goes on in another transaction, so that people's taps come in between."""
AWAY = timedelta(seconds=1)
LONGEST_REASON = 500
SPREAD = 8


_OUTCOMES = {
    DeliveryState.DONE: ConsumeOutcome.DONE,
    DeliveryState.PENDING: ConsumeOutcome.RETRIED,
    DeliveryState.DEAD: ConsumeOutcome.DEAD,
}


class LostClaimError(Exception):
    """Another process took a delivery over after the lease had run out; what was done under the claim is undone."""


@dataclass(frozen=True, slots=True)
class _Handled:
    """`worked` in seconds."""

    claim: Claim
    delivered: Delivered
    settlement: Settlement
    worked: float


class Handling:
    def __init__(self, database: Database, consumers: Consumers, ports: Ports, clock: Clock) -> None:
        self._database = database
        self._consumers = consumers
        self._ports = ports
        self._clock = clock

    async def react(self, claims: Sequence[Claim]) -> None:
        """Reactions, in as few transactions as it goes; what spoils one is found by taking them one by one."""
        waiting = claims
        while waiting:
            try:
                handled = await self._database.write(partial(self._react_together, waiting))
            except Exception as error:  # noqa: BLE001 - it is put down to the one claim that it comes from
                if len(waiting) == 1:
                    await self._put_off(waiting[0], error)
                else:
                    for claim in waiting:
                        await self.react([claim])
                return
            for one in handled:
                self._tell(one)
            waiting = waiting[len(handled) :]

    async def call(self, claim: Claim) -> None:
        try:
            handled = await self._call(claim)
        except Exception as error:  # noqa: BLE001 - as above
            await self._put_off(claim, error)
        else:
            self._tell(handled)

    async def _react_together(self, claims: Sequence[Claim], session: AsyncSession) -> list[_Handled]:
        """Those that there was time for. Equal settlements are written by one statement."""
        now = self._clock.now()
        end = monotonic() + LONGEST_SECONDS
        events = await load_delivered(session, {claim.event_id for claim in claims})
        handled: list[_Handled] = []
        alike: dict[Settlement, list[Claim]] = {}
        for claim in claims:
            delivered, begun = events[claim.event_id], monotonic()
            settlement = await self._react(session, claim, delivered, now)
            handled.append(_Handled(claim, delivered, settlement, monotonic() - begun))
            alike.setdefault(settlement, []).append(claim)
            if monotonic() >= end:
                break
        for settlement, settled in alike.items():
            await self._settle(session, settled, settlement)
        return handled

    async def _react(self, session: AsyncSession, claim: Claim, delivered: Delivered, now: datetime) -> Settlement:
        """A reaction that fails is undone by itself."""
        consumer = self._consumers.by_name.get(claim.consumer)
        if consumer is None:
            return _dead("no such consumer", now)
        reaction: Any = consumer.handler
        more = (self._ports.brokerage,) if consumer.informed else ()

        async def work(apart: AsyncSession) -> Outcome:
            with saying_once(apart, claim.delivery_id):
                async with asyncio.timeout(consumer.policy.time_limit.total_seconds()):
                    outcome: Outcome = await reaction(apart, delivered, now, *more)
            return outcome

        try:
            outcome = await self._database.apart(session, work)
        except Exception as error:
            if is_away(error):
                raise
            return _failed(claim, consumer.policy, error, now)
        return _settlement(claim, consumer.policy, outcome, now)

    async def _call(self, claim: Claim) -> _Handled:
        """Reads, talks with no transaction open, records."""
        consumer = self._consumers.by_name[claim.consumer]
        handler: Any = consumer.handler
        begun = monotonic()

        async def prepare(session: AsyncSession) -> tuple[Delivered, Any]:
            delivered = (await load_delivered(session, [claim.event_id]))[claim.event_id]
            return delivered, await handler.prepare(session, delivered)

        delivered, plan = await self._database.read(prepare)
        if plan is not None:
            async with asyncio.timeout(consumer.policy.time_limit.total_seconds()):
                result = await handler.call(plan, self._ports)

        async def record(session: AsyncSession) -> Settlement:
            now, outcome = self._clock.now(), Done()
            if plan is not None:
                with saying_once(session, claim.delivery_id):
                    outcome = await handler.record(session, delivered, plan, result, now=now)
            settlement = _settlement(claim, consumer.policy, outcome, now)
            await self._settle(session, [claim], settlement)
            return settlement

        settlement = await self._database.write(record)
        return _Handled(claim, delivered, settlement, monotonic() - begun)

    def _tell(self, handled: _Handled) -> None:
        """What the commit has made true."""
        outcome = _OUTCOMES[handled.settlement.state]
        waited = (self._clock.now() - handled.delivered.occurred_at).total_seconds()
        count_consume(handled.claim.consumer, outcome)
        time_consume(worked=handled.worked, waited=waited)
        level = log.error if outcome is ConsumeOutcome.DEAD else log.info
        level(f"consume.{outcome}", **_line(handled, outcome))

    async def _put_off(self, claim: Claim, error: Exception) -> None:
        """Settles an attempt of which nothing stands."""
        now = self._clock.now()
        if isinstance(error, LostClaimError):
            log.warning("consume.lost-claim", event_id=claim.event_id, consumer=claim.consumer)
            return
        if is_away(error):
            settlement = Settlement(DeliveryState.PENDING, next_at=now + AWAY, attempts=claim.attempt - 1)
        else:
            settlement = _failed(claim, self._consumers.by_name[claim.consumer].policy, error, now)
        try:
            await self._database.write(lambda session: self._settle(session, [claim], settlement))
        except Exception as again:  # noqa: BLE001 - the claim's lease ends, then it is tried again
            log.warning("consume.unsettled", event_id=claim.event_id, reason=type(again).__name__)
        else:
            count_consume(claim.consumer, _OUTCOMES[settlement.state])

    async def _settle(self, session: AsyncSession, claims: Sequence[Claim], settlement: Settlement) -> None:
        """A death is told in the same transaction."""
        if not await settle(session, claims, settlement):
            raise LostClaimError
        if settlement.state is DeliveryState.DEAD:
            await raise_alarm(session, now=self._clock.now())


def _settlement(claim: Claim, policy: Policy, outcome: Outcome, now: datetime) -> Settlement:
    match outcome:
        case RetryIn(delay=delay, reason=reason) if claim.attempt < policy.attempts:
            return Settlement(DeliveryState.PENDING, next_at=now + delay, reason=reason[:LONGEST_REASON])
        case RetryIn(reason=reason) | GiveUp(reason=reason):
            return _dead(reason, now)
        case _:
            return Settlement(DeliveryState.DONE, done_at=now)


def _failed(claim: Claim, policy: Policy, error: Exception, now: datetime) -> Settlement:
    """Retries of neighbours are spread by a fifth to either side."""
    ids = {"event_id": claim.event_id, "consumer": claim.consumer}
    log.error("consume.failed", **ids, attempt=claim.attempt, exc_info=error)
    jitter = 0.8 + claim.delivery_id % SPREAD / SPREAD * 0.4
    return _settlement(claim, policy, RetryIn(policy.delay(claim.attempt) * jitter, type(error).__name__), now)


def _dead(reason: str, now: datetime) -> Settlement:
    return Settlement(DeliveryState.DEAD, done_at=now, reason=reason[:LONGEST_REASON])


def _line(handled: _Handled, outcome: ConsumeOutcome) -> dict[str, Any]:
    event = handled.delivered.event
    return {
        "event_id": handled.claim.event_id,
        "event_name": event.name,
        "entity": f"{event.aggregate}:{event.aggregate_id}",
        "consumer": handled.claim.consumer,
        "correlation_id": handled.delivered.correlation_id,
        "attempt": handled.claim.attempt,
        "status": outcome.value,
        "reason": handled.settlement.reason,
        "duration": round(handled.worked, 4),
    }
