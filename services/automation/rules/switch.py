"""Switches a rule on or off; on, it concerns what happens from now on."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from services.access import Actor
from services.automation.rules.events import RuleSwitched
from services.automation.rules.queries import access_rule
from services.change import change
from services.events.publish import publish


async def switch_rule(session: AsyncSession, actor: Actor, rule_id: int, *, on: bool, now: datetime) -> bool:
    """False when it is so already."""
    rule = await access_rule(session, actor, rule_id, lock=True)
    if rule.enabled is on:
        return False
    await change(session, rule, enabled_since=now if on else None)
    await publish(session, actor, RuleSwitched(rule_id=rule_id, enabled=on), now=now)
    return True
