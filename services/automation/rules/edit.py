"""Changes what a rule was filled with and what it is called; what it is about, and whether it is on, stays.

- What waits for its hour keeps it, and is then looked at by what the rule says by that time.
- A call that is tried again goes where the rule tells by then; where it calls nobody any more, there is no other try.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from services.access import Actor
from services.automation.rules.errors import RuleChangedMeanwhile
from services.automation.rules.events import RuleChanged
from services.automation.rules.queries import access_rule, filled_of
from services.automation.rules.same import check_new, hold_rules
from services.automation.rules.templates import answers_of, fill
from services.change import change, differing
from services.events.publish import publish


@dataclass(frozen=True, slots=True, kw_only=True)
class EditRule:
    """Both by the names of `fill`; `seen` is what it was filled with when the person was asked."""

    rule_id: int
    seen: Mapping[str, Any]
    answers: Mapping[str, Any]


async def edit_rule(session: AsyncSession, actor: Actor, command: EditRule, *, now: datetime) -> bool:
    """False when it is so already."""
    await hold_rules(session)
    rule = await access_rule(session, actor, command.rule_id, lock=True)
    before = filled_of(rule)
    filled = fill(before.template, command.answers)
    columns = filled.columns()
    if not differing(rule, columns):
        return False
    if answers_of(before) != command.seen:
        raise RuleChangedMeanwhile
    await check_new(session, filled, rule_id=rule.id)
    await change(session, rule, **columns)
    await publish(session, actor, RuleChanged(rule_id=rule.id, **filled.told()), now=now)
    return True
