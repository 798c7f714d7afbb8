"""Reads of rules and of what they did."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.automation_execution import AutomationExecution, ExecutionState
from models.automation_rule import AutomationRule
from models.delivery import Delivery, DeliveryState
from models.event import EventRow
from models.insurance_kind import InsuranceKind
from models.user import User
from services.access import Actor, Right, check_right
from services.automation.rules.conditions import Conditions
from services.automation.rules.errors import RuleNotFound
from services.automation.rules.templates import TEMPLATES, Filled
from services.automation.rules.words import Names, RuleWords
from services.brokerage import Brokerage
from services.conversation.paging import Page
from services.live import live

PAGE_SIZE = 8
_ON = live(AutomationRule).where(AutomationRule.enabled_since.is_not(None))


@dataclass(frozen=True, slots=True)
class RuleLine:
    id: int
    words: RuleWords
    enabled: bool


@dataclass(frozen=True, slots=True)
class ExecutionLine:
    """`result` is what the action or the refusal left; `dead`: calling out was given up."""

    id: int
    entity_type: str
    entity_id: int
    occurrence: str
    state: ExecutionState
    result: Mapping[str, Any]
    due_at: datetime | None
    created_at: datetime
    dead: bool


async def list_hearing(session: AsyncSession, trigger: str, *, at: datetime) -> Sequence[AutomationRule]:
    """Those that were on already when it happened, oldest first; of most events that is none."""
    wanted = _ON.where(AutomationRule.trigger == trigger, AutomationRule.enabled_since <= at)
    return (await session.execute(wanted.order_by(AutomationRule.id))).scalars().all()


async def access_rule(session: AsyncSession, actor: Actor, rule_id: int, *, lock: bool = False) -> AutomationRule:
    check_right(actor, Right.KEEP_RULES)
    wanted = live(AutomationRule).where(AutomationRule.id == rule_id)
    if lock:
        wanted = wanted.with_for_update().execution_options(populate_existing=True)
    rule = (await session.execute(wanted)).scalar_one_or_none()
    if rule is None:
        raise RuleNotFound
    return rule


async def access_rule_of(session: AsyncSession, actor: Actor, execution_id: int) -> AutomationRule:
    """The one that did it."""
    check_right(actor, Right.KEEP_RULES)
    did = select(AutomationExecution.rule_id).where(AutomationExecution.id == execution_id)
    return await access_rule(session, actor, (await session.execute(did)).scalar_one_or_none() or 0)


async def list_rules(session: AsyncSession, actor: Actor, *, before: int | None = None) -> Page[RuleLine]:
    """Newest first."""
    check_right(actor, Right.KEEP_RULES)
    wanted = live(AutomationRule).order_by(AutomationRule.id.desc()).limit(PAGE_SIZE + 1)
    if before is not None:
        wanted = wanted.where(AutomationRule.id < before)
    return Page.of([line_of(rule) for rule in (await session.execute(wanted)).scalars()], PAGE_SIZE)


def line_of(rule: AutomationRule) -> RuleLine:
    return RuleLine(rule.id, words_of(rule), rule.enabled)


def filled_of(rule: AutomationRule) -> Filled:
    """Its template as it was filled."""
    conditions = Conditions.from_json(rule.conditions)
    return Filled(TEMPLATES[rule.template], conditions, rule.params, rule.delay_minutes, rule.name)


def words_of(rule: AutomationRule) -> RuleWords:
    return words_of_filled(filled_of(rule))


def words_of_filled(filled: Filled) -> RuleWords:
    template = filled.template
    return RuleWords(
        *(template.entity, template.trigger, filled.conditions, template.action, filled.params, filled.delay_minutes),
        filled.name,
    )


async def find_names(session: AsyncSession, actor: Actor, rules: Sequence[RuleWords], *, brokerage: Brokerage) -> Names:
    """What these rules' ids are called."""
    check_right(actor, Right.KEEP_RULES)
    kind_ids = {one.conditions.kind_id for one in rules} | {one.params.get("kind_id") for one in rules}
    people = {one.params.get("user_id") for one in rules}
    kinds = select(InsuranceKind).where(InsuranceKind.id.in_(kind_ids - {None}))
    users = select(User.id, User.name).where(User.id.in_(people - {None}))
    return Names(
        {kind.id: kind.names for kind in (await session.execute(kinds)).scalars()},
        {user.id: user.name for user in await session.execute(users)},
        brokerage.currency,
    )


async def list_executions(
    session: AsyncSession, actor: Actor, rule_id: int, *, before: int | None = None
) -> Page[ExecutionLine]:
    """Newest first."""
    await access_rule(session, actor, rule_id)
    wanted = (
        select(AutomationExecution)
        .where(AutomationExecution.rule_id == rule_id)
        .order_by(AutomationExecution.id.desc())
        .limit(PAGE_SIZE + 1)
    )
    if before is not None:
        wanted = wanted.where(AutomationExecution.id < before)
    rows = (await session.execute(wanted)).scalars().all()
    dead = await _list_dead(session, [row.id for row in rows if row.state is ExecutionState.CALLING])
    return Page.of([_execution(row, dead=row.id in dead) for row in rows], PAGE_SIZE)


def _execution(row: AutomationExecution, *, dead: bool) -> ExecutionLine:
    return ExecutionLine(
        id=row.id,
        entity_type=row.entity_type,
        entity_id=row.entity_id,
        occurrence=row.occurrence,
        state=row.state,
        result=row.result,
        due_at=row.due_at,
        created_at=row.created_at,
        dead=dead,
    )


async def _list_dead(session: AsyncSession, execution_ids: Sequence[int]) -> set[int]:
    """Those whose call was given up."""
    if not execution_ids:
        return set()
    dead = (
        select(EventRow.aggregate_id)
        .join(Delivery, Delivery.event_id == EventRow.id)
        .where(
            EventRow.aggregate_type == "execution",
            EventRow.aggregate_id.in_(execution_ids),
            Delivery.state == DeliveryState.DEAD,
        )
    )
    return set((await session.execute(dead)).scalars())
