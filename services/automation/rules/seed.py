"""The rules of a new installation: ready to be switched on, or on already where it is to be tried out."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.automation_rule import AutomationRule
from services.access import operator
from services.automation.rules.add import add_rule
from services.automation.rules.templates import TEMPLATES, fill
from services.leads.rules import LEAST_SCORE

TRIED_OUT = frozenset({"deal-on-stage", "deal-on-score"})
SEEDS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("deal-on-stage", {"score_from": LEAST_SCORE}),
    ("deal-on-score", {"score_from": LEAST_SCORE}),
    ("assign-lead", {}),
    ("tell-lead-score", {"tier": "hot", "channel": "owner"}),
    ("escalate-lead", {"hours": 4}),
)


async def seed_rules(session: AsyncSession, *, now: datetime, on: bool) -> None:
    """Only where there never was a rule. Without `on` all of them are off."""
    if (await session.execute(select(AutomationRule.id).limit(1))).first() is not None:
        return
    for code, answers in SEEDS:
        filled = fill(TEMPLATES[code], answers)
        switched = on and code in TRIED_OUT
        await add_rule(session, operator("seed"), filled, intent_key=f"seed-{code}", now=now, on=switched)
