"""Tells another system's webhook what happened, signed; nothing personal is in it.

A crash between the receiver's answer and its record makes the same call once more, under the same key.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from services.automation.actions.notify import Channel
from services.automation.rules.calls import CALLS, Calling, CallOut
from services.automation.rules.events import WebhookRequested
from services.events.consumers import calls_out
from services.ports import AddressRefused, Ports

TOLD = frozenset(
    {
        *("lead_id", "deal_id", "pipeline", "from_stage", "to_stage", "moved_at", "rolled_back"),
        *("score", "tier", "recommendation", "source", "kind", "amount", "currency"),
    }
)
"""Of an event's fields those that nobody types words into."""


@dataclass(frozen=True, slots=True)
class Post:
    url: str
    body: bytes
    key: str


@calls_out(WebhookRequested, policy=CALLS)
class CallWebhook(CallOut[Post]):
    channel = Channel.WEBHOOK

    async def write(self, session: AsyncSession, calling: Calling, *, at: datetime) -> Post:  # noqa: ARG002 - as any call
        return Post(calling.rule.params["url"], _body(calling), calling.key)

    async def send(self, message: Post, ports: Ports) -> str | None:
        if ports.webhooks is None:
            raise AddressRefused("webhooks-off")
        return await ports.webhooks.post(message.url, message.body, key=message.key)


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
