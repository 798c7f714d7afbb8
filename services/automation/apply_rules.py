"""Applies the installation's rules to what has happened: those that are on, hear this event and hold for it.

- Each is claimed first; however often the event comes, it is done once.
- A rule does not hear what it has brought about itself, however far down the chain.
- What follows from rules ends after so many executions of one chain; the admins are told, once.
"""

from datetime import datetime, timedelta

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from models.automation_execution import ExecutionState
from models.automation_rule import AutomationRule
from models.user import Role
from services.automation.rules.chain import Chain, find_chain
from services.automation.rules.conditions import Conditions, Facts
from services.automation.rules.executions import Cause, Occurrence, claim_execution, key_of
from services.automation.rules.facts import find_facts_at
from services.automation.rules.queries import list_hearing
from services.automation.rules.run import Claimed, run_rule
from services.brokerage import Brokerage
from services.conversation.outgoing import notify
from services.conversation.values import Button, Notice, Style, text
from services.deals.events import DealCreated, DealStageChanged
from services.events.consumers import Done, Outcome, reacts_informed_to
from services.events.event import Delivered
from services.leads.events import LeadCreated, LeadScored, LeadStageChanged
from services.users.queries import list_ids_by_role

log = structlog.get_logger(service="relay")


@reacts_informed_to(LeadCreated, LeadStageChanged, LeadScored, DealCreated, DealStageChanged)
async def apply_rules(session: AsyncSession, delivered: Delivered, now: datetime, brokerage: Brokerage) -> Outcome:
    rules = await list_hearing(session, delivered.event.name, at=delivered.occurred_at)
    facts = (await find_facts_at(session, [delivered])).get(delivered.id) if rules else None
    if facts is None:
        return Done()
    holding = [rule for rule in rules if Conditions.from_json(rule.conditions).hold(facts)]
    if holding:
        await _apply(session, delivered, holding, facts, brokerage=brokerage, now=now)
    return Done()


async def _apply(
    session: AsyncSession,
    delivered: Delivered,
    rules: list[AutomationRule],
    facts: Facts,
    *,
    brokerage: Brokerage,
    now: datetime,
) -> None:
    chain = await find_chain(session, delivered)
    cause = Cause(delivered.correlation_id, delivered.id, chain.root_id)
    done, stopped = chain.done, chain.stopped
    for rule in rules:
        if rule.id in chain.rule_ids:
            continue
        over = bool(chain.rule_ids) and done >= brokerage.chain_limit
        execution = await _claim(session, rule, facts, cause, over=over, now=now)
        if execution is None:
            continue
        if over:
            await _stop(session, chain, cause, already=stopped, limit=brokerage.chain_limit, now=now)
            stopped = True
            continue
        done += 1
        if not rule.delay_minutes:
            await run_rule(session, rule, execution, facts, brokerage=brokerage, now=now)


async def _claim(
    session: AsyncSession, rule: AutomationRule, facts: Facts, cause: Cause, *, over: bool, now: datetime
) -> Claimed | None:
    assert cause.event_id is not None  # noqa: S101 - an event brought it about
    key = key_of(rule.action, cause.event_id)
    execution_id = await claim_execution(
        session,
        Occurrence(rule.id, facts.entity_type, facts.entity_id, key),
        cause,
        state=ExecutionState.STOPPED if over else ExecutionState.WAITING,
        due_at=now + timedelta(minutes=rule.delay_minutes) if rule.delay_minutes and not over else None,
        now=now,
    )
    return None if execution_id is None else Claimed(execution_id, key, cause)


async def _stop(session: AsyncSession, chain: Chain, cause: Cause, *, already: bool, limit: int, now: datetime) -> None:
    log.warning("rule.chain-stopped", root_event_id=chain.root_id, limit=limit, correlation_id=cause.correlation_id)
    if already:
        return
    look = Button(text("btn-rules"), "auto.list", style=Style.PRIMARY)
    notice = Notice([text("ntf-rule-chain-stopped", limit=limit), text("ntf-rule-chain-look")], [[look]])
    admins = await list_ids_by_role(session, Role.ADMIN)
    await notify(session, admins, notice, now=now, correlation_id=cause.correlation_id)
