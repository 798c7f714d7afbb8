"""What rules look at, of leads and deals.

Stage, score and amount are those of the event's own moment, out of the history of events; the rest is what the row says
now. A deleted lead or deal has no facts, and neither has an analysis that a newer one had overtaken.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal, DealStage
from models.event import EventRow
from models.lead import Lead, LeadStage
from services.automation.rules.conditions import Facts
from services.deals.events import DealStageChanged
from services.events.event import Delivered
from services.leads.events import LeadCreated, LeadScored, LeadStageChanged
from services.live import live

LEAD, DEAL = "lead", "deal"
_TELLING = (LeadStageChanged.name, LeadScored.name, DealStageChanged.name)
_LEADS = live(Lead).with_only_columns(
    Lead.id, Lead.stage, Lead.source, Lead.kind_ids, Lead.domain_id, Lead.assignee_id, Lead.score, Lead.tier
)
_DEALS = live(Deal).with_only_columns(Deal.id, Deal.stage, Deal.source, Deal.kind_id, Deal.seller_id, Deal.amount)


async def find_facts_now(session: AsyncSession, entity_type: str, entity_id: int) -> Facts | None:
    return (await _list_now(session, entity_type, [entity_id])).get(entity_id)


async def find_facts_at(session: AsyncSession, delivered: Sequence[Delivered]) -> Mapping[int, Facts]:
    """By event id; all of the same sort of thing. Those without facts are left out."""
    if not delivered:
        return {}
    entity_type = delivered[0].event.aggregate
    ids = sorted({one.event.aggregate_id for one in delivered})
    now = await _list_now(session, entity_type, ids)
    history = await _list_history(session, entity_type, ids)
    return {
        one.id: _at(now[one.event.aggregate_id], one, history.get(one.event.aggregate_id, ()))
        for one in delivered
        if one.event.aggregate_id in now and not getattr(one.event, "outdated", False)
    }


def _at(facts: Facts, delivered: Delivered, history: Sequence[tuple[int, str, Mapping[str, Any]]]) -> Facts:
    """As of the event, which the history knows as well."""
    begun = LeadStage.NEW.value if facts.entity_type == LEAD else DealStage.NEW.value
    facts = replace(facts, stage=begun, score=None, tier=None, amount=None)
    for event_id, name, payload in history:
        if event_id > delivered.id:
            break
        if name == LeadScored.name:
            if not payload.get("outdated"):
                facts = replace(facts, score=payload["score"], tier=payload["tier"])
            continue
        facts = replace(facts, stage=payload["to_stage"], amount=payload.get("amount"))
    event = delivered.event
    if isinstance(event, LeadCreated):
        return replace(facts, owner_id=event.assignee_id)
    if isinstance(event, LeadStageChanged | DealStageChanged):
        return replace(facts, from_stage=event.from_stage)
    return facts


async def _list_history(
    session: AsyncSession, entity_type: str, ids: Sequence[int]
) -> Mapping[int, Sequence[tuple[int, str, Mapping[str, Any]]]]:
    told = (
        select(EventRow.aggregate_id, EventRow.id, EventRow.name, EventRow.payload)
        .where(EventRow.aggregate_type == entity_type, EventRow.aggregate_id.in_(ids), EventRow.name.in_(_TELLING))
        .order_by(EventRow.id)
    )
    history: dict[int, list[tuple[int, str, Mapping[str, Any]]]] = {}
    for entity_id, event_id, name, payload in await session.execute(told):
        history.setdefault(entity_id, []).append((event_id, name, payload))
    return history


async def _list_now(session: AsyncSession, entity_type: str, ids: Sequence[int]) -> dict[int, Facts]:
    if entity_type == LEAD:
        leads = await session.execute(_LEADS.where(Lead.id.in_(ids)))
        return {row.id: _lead(row) for row in leads}
    deals = await session.execute(_DEALS.where(Deal.id.in_(ids)))
    return {row.id: _deal(row) for row in deals}


def _lead(row: Any) -> Facts:
    return Facts(
        entity_type=LEAD,
        entity_id=row.id,
        pipeline="leads",
        stage=row.stage.value,
        owner_id=row.assignee_id,
        source=row.source.value,
        tier=row.tier and row.tier.value,
        score=row.score,
        kind_ids=tuple(row.kind_ids),
        domain_id=row.domain_id,
    )


def _deal(row: Any) -> Facts:
    return Facts(
        entity_type=DEAL,
        entity_id=row.id,
        pipeline="deals",
        stage=row.stage.value,
        owner_id=row.seller_id,
        source=row.source and row.source.value,
        kind_ids=(row.kind_id,),
        amount=row.amount,
    )
