"""No rule stands there twice: everything would be done twice. Nor do two have one name."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.automation_rule import AutomationRule
from services.automation.rules.errors import RuleNameTaken, RuleThereAlready
from services.automation.rules.templates import Filled
from services.live import live


async def hold_rules(session: AsyncSession) -> int:
    """How many there are. Whoever adds or changes one meanwhile waits here."""
    every = select(AutomationRule.id).order_by(AutomationRule.id).with_for_update()
    await session.execute(every)
    return len((await session.execute(live(AutomationRule).with_only_columns(AutomationRule.id))).all())


async def check_new(session: AsyncSession, filled: Filled, *, rule_id: int | None = None) -> None:
    """`rule_id` is the one that is to become this."""
    others = (await session.execute(live(AutomationRule).where(AutomationRule.id != (rule_id or 0)))).scalars().all()
    said = (filled.template.code, filled.conditions.to_json(), filled.params, filled.delay_minutes)
    if any((rule.template, rule.conditions, rule.params, rule.delay_minutes) == said for rule in others):
        raise RuleThereAlready
    if filled.name is not None and filled.name.casefold() in {(rule.name or "").casefold() for rule in others}:
        raise RuleNameTaken(name=filled.name)
