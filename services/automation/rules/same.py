"""No rule stands there twice: everything would be done twice."""

from sqlalchemy.ext.asyncio import AsyncSession

from models.automation_rule import AutomationRule
from services.automation.rules.errors import RuleThereAlready
from services.automation.rules.templates import Filled
from services.live import live


async def check_new(session: AsyncSession, filled: Filled, *, rule_id: int | None = None) -> None:
    """`rule_id` is the one that is to become this."""
    others = live(AutomationRule).where(
        AutomationRule.template == filled.template.code,
        AutomationRule.delay_minutes == filled.delay_minutes,
        AutomationRule.id != (rule_id or 0),
    )
    told = (filled.conditions.to_json(), filled.params)
    if any((rule.conditions, rule.params) == told for rule in (await session.execute(others)).scalars()):
        raise RuleThereAlready
