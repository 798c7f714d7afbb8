"""Analyses a lead: asks the model, or scores by the rules where it can't be asked or does not answer.

- The rules' score is made from the same facts and is marked as theirs, with the fault that led to it.
- Every analysis stays in the history. The lead keeps its score where a newer analysis stands already, or where the lead
  is closed or deleted by now.
- A repeat changes nothing. A crash between the model's answer and its record asks the model once more.
"""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.lead import Lead, Recommendation, ScoredBy, Tier
from models.lead_score import AiCall, LeadScore
from models.user import Language, User
from services.events.consumers import Call, Done, Outcome, calls_out
from services.events.event import Delivered
from services.events.publish import publish
from services.health.tallies import count_scoring
from services.leads.change import change_lead
from services.leads.events import LeadAnalysisRequested, LeadScored
from services.leads.rules import tier_of
from services.ports import Ports
from services.scoring.answer import ScoreAnswer
from services.scoring.facts import LeadFacts, find_facts
from services.scoring.features import features_of
from services.scoring.ports import Asked, Question
from services.scoring.prompt import compose
from services.scoring.rules import score_by_rules, trend_of
from services.upsert import insert_or_none


@dataclass(frozen=True, slots=True)
class Plan:
    """`language` is that of who looks at the card, if anybody does."""

    event_id: int
    facts: LeadFacts
    asked_at: datetime
    language: Language | None


@dataclass(frozen=True, slots=True)
class Result:
    asked: Asked
    input_hash: str


@dataclass(frozen=True, slots=True)
class Judged:
    """Columns of a row in the history; `score` counts thousandths."""

    score: int
    tier: Tier
    recommendation: Recommendation
    scored_by: ScoredBy
    reason: str | None
    factors: list[tuple[str, int]]


@calls_out(LeadAnalysisRequested)
class ScoreLead(Call[Plan, Result]):
    async def prepare(self, session: AsyncSession, delivered: Delivered) -> Plan | None:
        event = _request(delivered)
        if await _is_scored(session, delivered.id):
            return None
        facts = await find_facts(session, event.lead_id)
        return Plan(delivered.id, facts, delivered.occurred_at, await _language(session, event.watcher_id))

    async def call(self, plan: Plan, ports: Ports) -> Result:
        scoring = ports.scoring
        features = features_of(plan.facts, now=plan.asked_at)
        language = plan.language or scoring.language
        messages = compose(plan.facts, features, language=language, personal=scoring.send_personal_data)
        question = Question(plan.event_id, messages)
        return Result(await scoring.scorer.ask(question), question.input_hash)

    async def record(
        self, session: AsyncSession, delivered: Delivered, plan: Plan, result: Result, *, now: datetime
    ) -> Outcome:
        event = _request(delivered)
        lead = await _hold(session, event.lead_id)
        row = {"lead_id": lead.id, "event_id": delivered.id, "created_at": now}
        judged = _by_model(result.asked.answer) if result.asked.answer else _by_rules(plan)
        if await insert_or_none(session, LeadScore, {**row, **asdict(judged)}, returning=LeadScore.id) is None:
            return Done()
        count_scoring(result.asked.fault, seconds=_seconds(result.asked))
        await session.execute(insert(AiCall), {**row, "user_id": delivered.actor_id, **_audit(result)})
        stands = await _settle(session, lead, delivered.id, judged)
        scored = LeadScored(
            lead_id=lead.id,
            request_id=delivered.id,
            score=judged.score,
            tier=judged.tier,
            recommendation=judged.recommendation,
            scored_by=judged.scored_by,
            watcher_id=event.watcher_id,
            outdated=not stands,
        )
        await publish(session, None, scored, now=now, correlation_id=delivered.correlation_id, caused_by=delivered.id)
        return Done()


def _request(delivered: Delivered) -> LeadAnalysisRequested:
    assert isinstance(delivered.event, LeadAnalysisRequested)  # noqa: S101 - what the registry delivers
    return delivered.event


async def _is_scored(session: AsyncSession, event_id: int) -> bool:
    found = select(LeadScore.id).where(LeadScore.event_id == event_id)
    return (await session.execute(found)).scalar_one_or_none() is not None


async def _language(session: AsyncSession, user_id: int | None) -> Language | None:
    return (await session.execute(select(User.language).where(User.id == user_id))).scalar_one_or_none()


async def _hold(session: AsyncSession, lead_id: int) -> Lead:
    """Deleted ones too."""
    held = select(Lead).where(Lead.id == lead_id).with_for_update().execution_options(populate_existing=True)
    return (await session.execute(held)).scalar_one()


def _by_model(answer: ScoreAnswer) -> Judged:
    score = answer.thousandths
    return Judged(score, tier_of(score), answer.recommendation, ScoredBy.OPENAI, answer.reason, [])


def _by_rules(plan: Plan) -> Judged:
    ruled = score_by_rules(features_of(plan.facts, now=plan.asked_at))
    return Judged(ruled.score, tier_of(ruled.score), ruled.recommendation, ScoredBy.FALLBACK, None, list(ruled.factors))


def _seconds(asked: Asked) -> float | None:
    return None if asked.model is None else asked.latency_ms / 1000


def _audit(result: Result) -> dict[str, object]:
    asked = result.asked
    return {
        "model": asked.model,
        "input_hash": result.input_hash,
        "latency_ms": asked.latency_ms,
        "input_tokens": asked.input_tokens,
        "output_tokens": asked.output_tokens,
        "cost_micros": asked.cost_micros,
        "fallback": asked.answer is None,
        "fault": asked.fault,
    }


async def _settle(session: AsyncSession, lead: Lead, event_id: int, judged: Judged) -> bool:
    """Whether it is the lead's score now; the caller holds the lead."""
    stands = not lead.closed and lead.deleted_at is None and (lead.scored_for or 0) < event_id
    values: dict[str, Any] = {}
    if lead.analysing_for == event_id:
        values["analysing_for"] = None
    if stands:
        trend = trend_of(await _score_before(session, lead.id, event_id), judged.score)
        values |= {"score": judged.score, "tier": judged.tier, "trend": trend, "scored_for": event_id}
    if values:
        await change_lead(session, lead, **values)
    return stands


async def _score_before(session: AsyncSession, lead_id: int, event_id: int) -> int | None:
    before = (
        select(LeadScore.score)
        .where(LeadScore.lead_id == lead_id, LeadScore.event_id < event_id)
        .order_by(LeadScore.event_id.desc())
        .limit(1)
    )
    return (await session.execute(before)).scalar_one_or_none()
