"""Tells another system's webhook what happened, signed; nothing personal is in it.

A crash between the receiver's answer and its record makes the same call once more, under the same key.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from services.automation.rules.calls import CALLS, Called, Calling, find_calling, record_call
from services.automation.rules.events import WebhookRequested
from services.events.consumers import Call, Outcome, calls_out
from services.events.event import Delivered
from services.ports import AddressRefused, Ports

TOLD = frozenset(
    {
        *("lead_id", "deal_id", "pipeline", "from_stage", "to_stage", "moved_at", "rolled_back"),
        *("score", "tier", "recommendation", "source", "kind", "amount", "currency"),
    }
)
"""Of an event's fields those that nobody types words into."""


@dataclass(frozen=True, slots=True)
class Plan:
    execution_id: int
    url: str
    body: bytes
    key: str


@calls_out(WebhookRequested, policy=CALLS)
class CallWebhook(Call[Plan, Called]):
    async def prepare(self, session: AsyncSession, delivered: Delivered) -> Plan | None:
        event = delivered.event
        assert isinstance(event, WebhookRequested)  # noqa: S101 - what the registry delivers
        calling = await find_calling(session, event.execution_id, delivered.id)
        if calling is None:
            return None
        url = calling.rule.params["url"]
        return Plan(event.execution_id, url, _body(calling), calling.key)

    async def call(self, plan: Plan, ports: Ports) -> Called:
        if ports.webhooks is None:
            return Called("webhooks-off", final=True)
        try:
            return Called(await ports.webhooks.post(plan.url, plan.body, key=plan.key))
        except AddressRefused as refusal:
            return Called(str(refusal), final=True)

    async def record(
        self,
        session: AsyncSession,
        delivered: Delivered,  # noqa: ARG002 - the call's shape
        plan: Plan,
        result: Called,
        *,
        now: datetime,
    ) -> Outcome:
        return await record_call(session, plan.execution_id, result, now=now)


def _told(payload: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in payload.items() if name in TOLD}


def _body(calling: Calling) -> bytes:
    """In the form of CloudEvents 1.0; the same bytes in every try."""
    event, execution = calling.event, calling.execution
    envelope = {
        "specversion": "1.0",
        "id": calling.key,
        "source": "crm/automation",
        "type": "crm.automation.rule.applied" if event is None else f"crm.{event.name}",
        "subject": f"{execution.entity_type}/{execution.entity_id}",
        "time": (execution.created_at if event is None else event.occurred_at).isoformat(),
        "datacontenttype": "application/json",
        "data": {"rule_id": calling.rule.id, **({} if event is None else _told(event.payload))},
    }
    return json.dumps(envelope, ensure_ascii=False, sort_keys=True).encode()
