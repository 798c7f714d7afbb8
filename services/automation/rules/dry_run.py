"""What a rule would have done in the last days: from the events, without doing anything.

- The same facts and conditions as when it is applied; what the use case would refuse is counted apart.
- A rule with a delay looks again when its hour comes; here it is taken that nothing has changed until then.
- Of what waits for a reaction it shows what waits now: how long others have waited no event tells.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.automation_rule import AutomationRule, RuleAction
from models.deal import Deal
from models.event import EventRow
from models.lead import Lead
from models.task import Task
from services.access import Actor
from services.automation.actions.auto_assign import would_assign
from services.automation.actions.create_deal import check_would_create
from services.automation.actions.escalate import STEPS
from services.automation.actions.move_stage import check_would_move
from services.automation.rules.conditions import Conditions, Facts
from services.automation.rules.executions import key_of
from services.automation.rules.facts import DEAL, LEAD, find_facts_at
from services.automation.rules.queries import access_rule
from services.automation.rules.templates import TEMPLATES
from services.automation.rules.waiting import patience, waiting
from services.brokerage import Brokerage
from services.conversation.values import Text, text
from services.errors import AppError
from services.events.event import Delivered
from services.events.ledger import delivered_of
from services.leads.words import who

MOST_EVENTS = 2_000
MOST_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Named:
    """A lead, a deal or a task, and what it is called."""

    entity_type: str
    entity_id: int
    name: str | Text


@dataclass(frozen=True, slots=True)
class DryRun:
    """`things` are those it would have acted on, the first ones with names in `shown`.

    `refused` says of how many it would have been refused why. `cut`: only the last events were looked at.
    """

    days: int
    things: Sequence[tuple[str, int]]
    shown: Sequence[Named]
    refused: Sequence[tuple[AppError, int]]
    cut: bool = False


async def dry_run(
    session: AsyncSession, actor: Actor, rule_id: int, *, days: int, brokerage: Brokerage, now: datetime
) -> DryRun:
    rule = await access_rule(session, actor, rule_id)
    since = now - timedelta(days=days)
    if rule.action is RuleAction.ESCALATE:
        return await _of_waiting(session, rule, days, since, now)
    events = await _list_events(session, rule.trigger, since=since)
    facts = await find_facts_at(session, events)
    return await _sum_up(session, rule, events, facts, days, brokerage)


async def _sum_up(
    session: AsyncSession,
    rule: AutomationRule,
    events: Sequence[Delivered],
    facts: Mapping[int, Facts],
    days: int,
    brokerage: Brokerage,
) -> DryRun:
    conditions = Conditions.from_json(rule.conditions)
    done: dict[tuple[str, int, str], None] = {}
    refused: dict[tuple[str, int, str], AppError] = {}
    for event_id, one in facts.items():
        occurrence = (one.entity_type, one.entity_id, key_of(rule.action, event_id))
        kept = rule.action is RuleAction.AUTO_ASSIGN and not would_assign(one)
        if kept or occurrence in done or not conditions.hold(one):
            continue
        refusal = _refusal(rule, one, brokerage)
        if refusal is None:
            done[occurrence] = None
            refused.pop(occurrence, None)
        else:
            refused[occurrence] = refusal
    things = [(entity, entity_id) for entity, entity_id, _ in done]
    counted = Counter(refusal.code for refusal in refused.values())
    by_code = {refusal.code: refusal for refusal in refused.values()}
    why = [(by_code[code], count) for code, count in counted.most_common()]
    return DryRun(days, things, await _name(session, things), why, cut=len(events) == MOST_EVENTS)


def _refusal(rule: AutomationRule, facts: Facts, brokerage: Brokerage) -> AppError | None:
    try:
        if rule.action is RuleAction.CREATE_DEAL:
            check_would_create(facts, rule.params.get("kind_id"))
        elif rule.action is RuleAction.MOVE_STAGE:
            check_would_move(facts, rule.params["to"], brokerage)
    except AppError as refusal:
        return refusal
    return None


async def _of_waiting(session: AsyncSession, rule: AutomationRule, days: int, since: datetime, now: datetime) -> DryRun:
    entity = TEMPLATES[rule.template].entity
    until = now - patience(entity, STEPS[entity][0], rule.params["hours"])
    found = (await session.execute(waiting(entity, since=since, until=until).limit(MOST_EVENTS))).scalars().all()
    things = [(entity, entity_id) for entity_id in found]
    return DryRun(days, things, await _name(session, things), [], cut=len(things) == MOST_EVENTS)


async def _list_events(session: AsyncSession, name: str, *, since: datetime) -> Sequence[Delivered]:
    """In their order; of too many the last ones."""
    wanted = (
        select(EventRow)
        .where(EventRow.name == name, EventRow.id > await _last_before(session, since))
        .order_by(EventRow.id.desc())
        .limit(MOST_EVENTS)
    )
    return [delivered_of(row) for row in reversed((await session.execute(wanted)).scalars().all())]


async def _last_before(session: AsyncSession, since: datetime) -> int:
    """The id of the last event before then: ids grow with time, which needs no index of its own."""
    low, high = 0, (await session.execute(select(EventRow.id).order_by(EventRow.id.desc()).limit(1))).scalar() or 0
    while low < high:
        middle = (low + high) // 2
        at = select(EventRow.id, EventRow.occurred_at).where(EventRow.id > middle).order_by(EventRow.id).limit(1)
        found = (await session.execute(at)).one_or_none()
        if found is None or found.occurred_at >= since:
            high = middle
        else:
            low = found.id
    return low


async def _name(session: AsyncSession, things: Sequence[tuple[str, int]]) -> Sequence[Named]:
    first = list(dict.fromkeys(things))[:MOST_SHOWN]
    if not first:
        return ()
    ids = [entity_id for _, entity_id in first]
    names = await _find_names(session, first[0][0], ids)
    return [Named(entity, entity_id, names[entity_id]) for entity, entity_id in first if entity_id in names]


async def _find_names(session: AsyncSession, entity: str, ids: Sequence[int]) -> Mapping[int, str | Text]:
    if entity == LEAD:
        leads = await session.execute(select(Lead.id, Lead.name, Lead.company).where(Lead.id.in_(ids)))
        return {row.id: who(row.name, row.company, None, None) for row in leads}
    if entity == DEAL:
        deals = await session.execute(select(Deal.id, Deal.object).where(Deal.id.in_(ids)))
        return {row.id: row.object for row in deals}
    tasks = await session.execute(select(Task.id, Task.kind).where(Task.id.in_(ids)))
    return {row.id: text(f"task-kind-{row.kind}") for row in tasks}
