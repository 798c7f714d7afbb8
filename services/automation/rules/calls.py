"""What both ways out of the house have in common: the execution that calls, and what its next try leaves in it."""

from abc import abstractmethod
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, ClassVar, Generic, TypeVar

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.automation_execution import AutomationExecution, ExecutionState
from models.automation_rule import AutomationRule
from models.event import EventRow
from services.automation.actions.notify import Channel
from services.automation.rules.events import EmailRequested, WebhookRequested
from services.automation.rules.executions import settle_execution
from services.events.consumers import Call, Done, GiveUp, Outcome, Policy, RetryIn
from services.events.event import Delivered
from services.ports import AddressRefused, Ports

CALLS = Policy(attempts=10, first=timedelta(seconds=10), longest=timedelta(hours=1), time_limit=timedelta(seconds=30))


@dataclass(frozen=True, slots=True)
class Called:
    """How a try ended: `fault` says in a word why it did not work; one that is `final` is not repeated.

    `void` says why there is nothing to tell any more.
    """

    fault: str | None = None
    final: bool = False
    void: str | None = None


@dataclass(frozen=True, slots=True)
class Calling:
    """`event` is what triggered the rule, None where the clock did; `key` stays the same over all tries."""

    execution: AutomationExecution
    rule: AutomationRule
    event: EventRow | None
    key: str


MessageT = TypeVar("MessageT")


@dataclass(frozen=True, slots=True)
class Planned(Generic[MessageT]):
    """Without `message` there is nothing to tell any more: `void` says why."""

    execution_id: int
    message: MessageT | None = None
    void: str = ""


class CallOut(Call[Planned[MessageT], Called], Generic[MessageT]):
    """Of a rule that is off by now, or that tells elsewhere, there is no other try."""

    channel: ClassVar[Channel]

    async def prepare(self, session: AsyncSession, delivered: Delivered) -> Planned[MessageT] | None:
        event = delivered.event
        assert isinstance(event, WebhookRequested | EmailRequested)  # noqa: S101 - what the registry delivers
        calling = await _find_calling(session, event.execution_id, delivered.id)
        if calling is None:
            return None
        if not calling.rule.enabled:
            return Planned(event.execution_id, void="off")
        same = calling.rule.params["channel"] == self.channel
        message = await self.write(session, calling, at=delivered.occurred_at) if same else None
        return Planned(event.execution_id, message, "" if message else "changed")

    async def call(self, plan: Planned[MessageT], ports: Ports) -> Called:
        if plan.message is None:
            return Called(void=plan.void)
        try:
            return Called(await self.send(plan.message, ports))
        except AddressRefused as refusal:
            return Called(str(refusal), final=True)

    async def record(
        self,
        session: AsyncSession,
        delivered: Delivered,  # noqa: ARG002 - the call's shape
        plan: Planned[MessageT],
        result: Called,
        *,
        now: datetime,
    ) -> Outcome:
        return await _record(session, plan.execution_id, result, now=now)

    @abstractmethod
    async def write(self, session: AsyncSession, calling: Calling, *, at: datetime) -> MessageT | None:
        """None when what it is about is deleted by now."""

    @abstractmethod
    async def send(self, message: MessageT, ports: Ports) -> str | None:
        """None when it arrived; else why not, in a word. Raises AddressRefused where it never will."""


async def _find_calling(session: AsyncSession, execution_id: int, request_id: int) -> Calling | None:
    """None when it is over already. `request_id` is the event that asked for the call."""
    found = await session.execute(
        select(AutomationExecution, AutomationRule, EventRow)
        .join(AutomationRule, AutomationRule.id == AutomationExecution.rule_id)
        .outerjoin(EventRow, EventRow.id == AutomationExecution.event_id)
        .where(AutomationExecution.id == execution_id, AutomationExecution.state == ExecutionState.CALLING)
    )
    row = found.one_or_none()
    if row is None:
        return None
    key = (await session.execute(select(EventRow.uid).where(EventRow.id == request_id))).scalar_one()
    return Calling(*row, key)


async def _record(session: AsyncSession, execution_id: int, called: Called, *, now: datetime) -> Outcome:
    if called.void:
        await settle_execution(session, execution_id, ExecutionState.SKIPPED, {"why": called.void}, now=now)
        return Done()
    if called.fault is None:
        await settle_execution(session, execution_id, ExecutionState.DONE, {"told": 1}, now=now)
        return Done()
    held = select(AutomationExecution.result).where(AutomationExecution.id == execution_id).with_for_update()
    before: dict[str, Any] = (await session.execute(held)).scalar_one()
    tries = before.get("tries", 0) + 1
    left = {"fault": called.fault, "tries": tries}
    await settle_execution(session, execution_id, ExecutionState.CALLING, left, now=now)
    return GiveUp(called.fault) if called.final else RetryIn(CALLS.delay(tries), called.fault)
