"""Plays the seeded leads with the product's own use cases, as their people would."""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.business_domain import BusinessDomain
from models.client import ContactKind
from models.lead import Lead, LeadStage, Recommendation, ScoredBy, Trend
from models.lead_score import AiCall, LeadScore
from sandbox.seed_data import ADMIN
from sandbox.seed_deals import Stage
from sandbox.seed_lead_data import SeededLead, SeededScore
from sandbox.seed_leads_ru import LEADS as RUSSIAN
from sandbox.seed_leads_ua import LEADS as UKRAINIAN
from services.access import Actor
from services.events.publish import publish
from services.leads.analyse import request_analysis
from services.leads.capture import CaptureLead, capture_lead
from services.leads.change import change_lead
from services.leads.delete import delete_lead
from services.leads.errors import LeadExists
from services.leads.events import LeadScored
from services.leads.move import lose_lead, move_lead
from services.leads.note import NoteLead, note_lead
from services.leads.rules import LEAST_SCORE, tier_of
from services.leads.transfer import TransferLead, transfer_lead

LEADS = {"RU": RUSSIAN, "UA": UKRAINIAN}
STEPS = {
    LeadStage.CONTACTED: (LeadStage.CONTACTED,),
    LeadStage.QUALIFIED: (LeadStage.CONTACTED, LeadStage.QUALIFIED),
    LeadStage.TRANSFERRED: (LeadStage.CONTACTED, LeadStage.QUALIFIED),
}
LEAST_TO_NURTURE = 300
ASKED_TOKENS = 640
BETWEEN_STEPS = timedelta(minutes=40)


async def play_leads(stage: Stage) -> None:
    """The oldest first, as they came."""
    by_age = sorted(LEADS[stage.brokerage.region], key=lambda lead: lead.days_ago, reverse=True)
    for number, lead in enumerate(by_age):
        await _play(stage, lead, number)


async def _play(stage: Stage, lead: SeededLead, number: int) -> None:
    actor = stage.people[lead.by]
    began = stage.now - timedelta(days=lead.days_ago, hours=6)
    command = await _command(stage, lead, number)
    limits = stage.brokerage.lead_limits
    lead_id = await capture_lead(stage.session, actor, command, limits=limits, now=began)
    if lead.again is not None:
        again = replace(command, source=lead.again, intent_key=f"{command.intent_key}-again")
        with suppress(LeadExists):
            await capture_lead(stage.session, actor, again, limits=limits, now=began + BETWEEN_STEPS)
    await _note(stage, actor, lead, lead_id, began)
    for place, to in enumerate(STEPS.get(lead.stage, ()), start=1):
        at = began + BETWEEN_STEPS * place
        await move_lead(stage.session, actor, lead_id, seen=None, to=to, limits=limits, now=at)
    for score in lead.scores:
        await _score(stage, actor, lead_id, score)
    ended = max([began, *(_scored_at(stage, score) for score in lead.scores)]) + timedelta(hours=1)
    await _finish(stage, actor, lead, lead_id, ended)


async def _command(stage: Stage, lead: SeededLead, number: int) -> CaptureLead:
    contacts = [(ContactKind.PHONE, lead.phone)] if lead.phone else []
    contacts += [(ContactKind.EMAIL, lead.email)] if lead.email else []
    domain = select(BusinessDomain.id).where(BusinessDomain.code == lead.domain)
    return CaptureLead(
        source=lead.source,
        contacts=contacts,
        name=lead.name,
        company=lead.company,
        position=lead.position,
        domain_id=(await stage.session.execute(domain)).scalar_one_or_none(),
        kind_ids=[stage.kinds[lead.kind]] if lead.kind else [],
        object=lead.object,
        campaign=lead.campaign,
        intent_key=f"seed-lead-{number}",
    )


async def _note(stage: Stage, actor: Actor, lead: SeededLead, lead_id: int, began: datetime) -> None:
    words = [*((said, lead.name) for said in lead.said), *((note, None) for note in lead.notes)]
    for place, (said, sender) in enumerate(words, start=1):
        note = NoteLead(
            lead_id=lead_id,
            text=said,
            intent_key=f"seed-lead-{lead_id}-{place}",
            forwarded_from=sender,
            by_lead=sender is not None,
        )
        await note_lead(stage.session, actor, note, now=began + timedelta(minutes=place))


async def _score(stage: Stage, actor: Actor, lead_id: int, seeded: SeededScore) -> None:
    """An analysis as it was asked for and answered then."""
    session, at = stage.session, _scored_at(stage, seeded)
    before = (await _lead(session, lead_id)).score
    lead = await request_analysis(session, actor, lead_id, brokerage=stage.brokerage, now=at)
    request_id, tier = lead.analysing_for or 0, tier_of(seeded.score)
    trend = _trend(before, seeded.score)
    row = {
        "lead_id": lead_id,
        "event_id": request_id,
        "score": seeded.score,
        "tier": tier,
        "recommendation": _recommendation(seeded.score),
        "scored_by": ScoredBy.OPENAI,
        "reason": seeded.reason,
        "factors": [],
        "created_at": at,
    }
    await session.execute(insert(LeadScore), row)
    asked = {"lead_id": lead_id, "event_id": request_id, "user_id": actor.id, "created_at": at}
    await session.execute(insert(AiCall), {**asked, **_call(seeded)})
    await change_lead(
        session, lead, score=seeded.score, tier=tier, trend=trend, scored_for=request_id, analysing_for=None
    )
    event = LeadScored(
        lead_id=lead_id,
        request_id=request_id,
        score=seeded.score,
        tier=tier,
        recommendation=_recommendation(seeded.score),
        scored_by=ScoredBy.OPENAI,
        watcher_id=actor.id,
    )
    await publish(session, None, event, now=at, correlation_id=actor.correlation_id)


def _call(seeded: SeededScore) -> dict[str, Any]:
    """As of a small model at today's prices."""
    told = 40 + len(seeded.reason) // 3
    return {
        "model": "gpt-4.1-mini",
        "input_hash": sha256(seeded.reason.encode()).hexdigest(),
        "latency_ms": 900 + 2 * seeded.score,
        "input_tokens": ASKED_TOKENS,
        "output_tokens": told,
        "cost_micros": ASKED_TOKENS * 4 // 10 + told * 16 // 10,
        "fallback": False,
    }


def _scored_at(stage: Stage, seeded: SeededScore) -> datetime:
    return stage.now - timedelta(days=seeded.days_ago, hours=2)


def _trend(before: int | None, after: int) -> Trend | None:
    if before is None:
        return None
    if before == after:
        return Trend.STABLE
    return Trend.RISING if after > before else Trend.FALLING


def _recommendation(score: int) -> Recommendation:
    if score >= LEAST_SCORE:
        return Recommendation.TRANSFER_TO_SALES
    return Recommendation.CONTINUE_NURTURING if score >= LEAST_TO_NURTURE else Recommendation.LOST


async def _finish(stage: Stage, actor: Actor, lead: SeededLead, lead_id: int, at: datetime) -> None:
    session = stage.session
    if lead.stage is LeadStage.TRANSFERRED and lead.kind and lead.object:
        command = TransferLead(
            lead_id=lead_id, kind_id=stage.kinds[lead.kind], object=lead.object, currency=stage.brokerage.currency
        )
        await transfer_lead(session, actor, command, now=at)
    if lead.lost is not None:
        await lose_lead(session, actor, lead_id, reason=lead.lost, limits=stage.brokerage.lead_limits, now=at)
    if lead.deleted:
        await delete_lead(session, stage.people[ADMIN], lead_id, now=at)


async def _lead(session: AsyncSession, lead_id: int) -> Lead:
    return (await session.execute(select(Lead).where(Lead.id == lead_id))).scalar_one()
