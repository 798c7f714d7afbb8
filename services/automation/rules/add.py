"""Adds a rule that a template was filled to; it is off until it is switched on."""

from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.automation_rule import AutomationRule
from services.access import Actor, Right, check_right
from services.automation.rules.errors import TooManyRules
from services.automation.rules.events import RuleAdded
from services.automation.rules.templates import Filled
from services.events.publish import publish
from services.live import live
from services.upsert import insert_or_none

MOST_RULES = 50


async def add_rule(
    session: AsyncSession, actor: Actor, filled: Filled, *, intent_key: str, now: datetime, on: bool = False
) -> int:
    """Its id. The same intent key returns the rule that was added under it."""
    check_right(actor, Right.KEEP_RULES)
    count = live(AutomationRule).with_only_columns(func.count())
    if (await session.execute(count)).scalar_one() >= MOST_RULES:
        raise TooManyRules(most=MOST_RULES)
    row: dict[str, Any] = {
        "template": filled.template.code,
        "trigger": filled.template.trigger,
        "conditions": filled.conditions.to_json(),
        "action": filled.template.action,
        "params": filled.params,
        "delay_minutes": filled.delay_minutes,
        "enabled_since": now if on else None,
        "version": 1,
        "intent_key": intent_key,
        "created_at": now,
        "created_by": actor.id or None,
    }
    rule_id = await insert_or_none(session, AutomationRule, row, returning=AutomationRule.id)
    if rule_id is None:
        added = select(AutomationRule.id).where(AutomationRule.intent_key == intent_key)
        return (await session.execute(added)).scalar_one()
    told = ("template", "conditions", "params", "delay_minutes")
    await publish(session, actor, RuleAdded(rule_id=rule_id, **{name: row[name] for name in told}), now=now)
    return rule_id
