"""Adds a rule that a template was filled to; it is off until it is switched on."""

from datetime import datetime
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.automation_rule import AutomationRule
from services.access import Actor, Right, check_right
from services.automation.rules.errors import TooManyRules
from services.automation.rules.events import RuleAdded
from services.automation.rules.same import check_new, hold_rules
from services.automation.rules.templates import Filled
from services.events.publish import publish
from services.upsert import insert_or_none

MOST_RULES = 50


async def add_rule(
    session: AsyncSession, actor: Actor, filled: Filled, *, intent_key: str, now: datetime, on: bool = False
) -> int:
    """Its id. The same intent key returns the rule that was added under it."""
    check_right(actor, Right.KEEP_RULES)
    known = (await session.execute(_added(intent_key))).scalar_one_or_none()
    if known is not None:
        return known
    count = await hold_rules(session)
    await check_new(session, filled)
    if count >= MOST_RULES:
        raise TooManyRules(most=MOST_RULES)
    row: dict[str, Any] = {
        "template": filled.template.code,
        "trigger": filled.template.trigger,
        "action": filled.template.action,
        **filled.columns(),
        "enabled_since": now if on else None,
        "version": 1,
        "intent_key": intent_key,
        "created_at": now,
        "created_by": actor.id or None,
    }
    rule_id = await insert_or_none(session, AutomationRule, row, returning=AutomationRule.id)
    if rule_id is None:
        return (await session.execute(_added(intent_key))).scalar_one()
    added = RuleAdded(rule_id=rule_id, template=filled.template.code, **filled.told())
    await publish(session, actor, added, now=now)
    return rule_id


def _added(intent_key: str) -> Select[int]:
    return select(AutomationRule.id).where(AutomationRule.intent_key == intent_key)
