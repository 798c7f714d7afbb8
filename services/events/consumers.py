"""Who reacts to which event; registered at import, checked there and then.

A reaction runs inside one transaction together with its ledger row: what it wrote is committed with its outcome, also
when that is a retry, and undone by an exception. A call goes out of the process in three steps:
`prepare` reads and closes its transaction, `call` talks to the outside with none open, `record` writes the result
under the claim.
"""

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Generic, TypeAlias, TypeVar

from sqlalchemy.ext.asyncio import AsyncSession

from services.brokerage import Brokerage
from services.events.event import Delivered, Event
from services.ports import Ports


@dataclass(frozen=True, slots=True)
class Done:
    """The consumer did its work, or found that nothing is left to do."""


@dataclass(frozen=True, slots=True)
class RetryIn:
    delay: timedelta
    reason: str


@dataclass(frozen=True, slots=True)
class GiveUp:
    reason: str


Outcome: TypeAlias = Done | RetryIn | GiveUp
Reaction: TypeAlias = Callable[[AsyncSession, Delivered, datetime], Awaitable[Outcome]]
InformedReaction: TypeAlias = Callable[[AsyncSession, Delivered, datetime, Brokerage], Awaitable[Outcome]]
Plan = TypeVar("Plan")
Result = TypeVar("Result")


class Call(ABC, Generic[Plan, Result]):
    @abstractmethod
    async def prepare(self, session: AsyncSession, delivered: Delivered) -> Plan | None:
        """None: nothing left to do."""

    @abstractmethod
    async def call(self, plan: Plan, ports: Ports) -> Result: ...

    @abstractmethod
    async def record(
        self, session: AsyncSession, delivered: Delivered, plan: Plan, result: Result, *, now: datetime
    ) -> Outcome: ...


@dataclass(frozen=True, slots=True)
class Policy:
    """Retries back off from `first` by doubling, up to `longest`; a call is cut off after `time_limit`."""

    attempts: int = 8
    first: timedelta = timedelta(seconds=1)
    longest: timedelta = timedelta(minutes=10)
    time_limit: timedelta = timedelta(seconds=60)

    def delay(self, attempt: int) -> timedelta:
        return min(self.first * float(2 ** min(max(attempt - 1, 0), 20)), self.longest)


@dataclass(frozen=True, slots=True)
class Consumer:
    """An `informed` reaction is told the brokerage's own facts, too."""

    name: str
    events: frozenset[str]
    handler: Reaction | InformedReaction | Call[Any, Any]
    policy: Policy = field(default_factory=Policy)
    informed: bool = False


class Consumers:
    """The registry that `publish` reads; one per process."""

    def __init__(self) -> None:
        self.by_name: dict[str, Consumer] = {}
        self._by_event: dict[str, list[str]] = {}

    def add(self, consumer: Consumer) -> None:
        if consumer.name in self.by_name:
            raise ValueError(f"two consumers are called {consumer.name}")
        self.by_name[consumer.name] = consumer
        for event in consumer.events:
            self._by_event.setdefault(event, []).append(consumer.name)

    def of(self, event_name: str) -> list[str]:
        return self._by_event.get(event_name, [])


CONSUMERS = Consumers()


def calls_out(
    *events: type[Event], policy: Policy | None = None
) -> Callable[[type[Call[Any, Any]]], type[Call[Any, Any]]]:
    def register(call: type[Call[Any, Any]]) -> type[Call[Any, Any]]:
        names = frozenset(event.name for event in events)
        CONSUMERS.add(Consumer(call.__name__, names, call(), policy or Policy()))
        return call

    return register


def reacts_to(*events: type[Event], policy: Policy | None = None) -> Callable[[Reaction], Reaction]:
    def register(reaction: Reaction) -> Reaction:
        names = frozenset(event.name for event in events)
        CONSUMERS.add(Consumer(reaction.__name__, names, reaction, policy or Policy()))
        return reaction

    return register


def reacts_informed_to(*events: type[Event]) -> Callable[[InformedReaction], InformedReaction]:
    def register(reaction: InformedReaction) -> InformedReaction:
        names = frozenset(event.name for event in events)
        CONSUMERS.add(Consumer(reaction.__name__, names, reaction, informed=True))
        return reaction

    return register
