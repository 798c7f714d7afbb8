"""Deletes a rule: it does nothing any more, what it did stays."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from services.access import Actor
from services.automation.rules.events import RuleDeleted
from services.automation.rules.queries import access_rule
from services.change import change
from services.events.publish import publish


async def delete_rule(session: AsyncSession, actor: Actor, rule_id: int, *, now: datetime) -> None:
    rule = await access_rule(session, actor, rule_id, lock=True)
    await change(session, rule, enabled_since=None, deleted_at=now, deleted_by=actor.id or None)
    await publish(session, actor, RuleDeleted(rule_id=rule_id), now=now)
