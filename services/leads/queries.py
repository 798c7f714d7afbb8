"""Reads of leads: the card, notes, history."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from models.business_domain import BusinessDomain
from models.client import ContactKind
from models.deal import Deal
from models.document import Document, DocumentState
from models.insurance_kind import InsuranceKind
from models.lead import (
    SCORE_UNIT,
    Lead,
    LeadAction,
    LeadContact,
    LeadHistory,
    LeadNote,
    LeadSource,
    LeadStage,
    Recommendation,
    ScoredBy,
    Tier,
    Trend,
)
from models.lead_score import LeadScore
from models.user import User
from services.access import Actor, Right, check_right
from services.conversation.paging import Page
from services.leads.access import access_lead, works_on
from services.leads.errors import LeadNotFound, LeadOfOthers
from services.live import live

PAGE_SIZE = 6
Assignee, By, To = aliased(User), aliased(User), aliased(User)


@dataclass(frozen=True, slots=True)
class Contact:
    """`value` is E.164 or an address."""

    id: int
    kind: ContactKind
    value: str


@dataclass(frozen=True, slots=True)
class LeadNoteLine:
    id: int
    author: str | None
    text: str
    forwarded_from: str | None
    created_at: datetime


@dataclass(frozen=True, slots=True)
class LeadHistoryLine:
    """`by` is None for the system, `to_user` for the pool."""

    id: int
    action: LeadAction
    from_stage: LeadStage | None
    to_stage: LeadStage | None
    by: str | None
    to_user: str | None
    reason: str | None
    source: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class LastScore:
    """The analysis that the lead's score is of: the model's words, or the rules' factors."""

    reason: str | None
    factors: Sequence[tuple[str, int]]
    recommendation: str
    scored_by: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One analysis in a lead's history; `score` counts thousandths."""

    id: int
    score: int
    tier: Tier
    recommendation: Recommendation
    scored_by: ScoredBy
    created_at: datetime


@dataclass(frozen=True, slots=True)
class LeadCard:
    """`score` is between 0 and 1; `deal_id` the deal that it became."""

    id: int
    stage: LeadStage
    source: LeadSource
    campaign: str | None
    name: str | None
    company: str | None
    position: str | None
    domain_id: int | None
    domain_names: dict[str, str] | None
    kinds: Sequence[InsuranceKind]
    object: str | None
    intent: str | None
    pain_points: str | None
    tax_number: str | None
    message_count: int
    last_activity_at: datetime
    created_at: datetime
    assignee_id: int | None
    assignee: str | None
    score: Decimal | None
    tier: Tier | None
    trend: Trend | None
    analysing: bool
    last_score: LastScore | None
    lost_reason: str | None
    contacts: Sequence[Contact]
    notes: int
    attachments: int
    last_note: LeadNoteLine | None
    deal_id: int | None
    version: int

    @property
    def phone(self) -> str | None:
        return next((contact.value for contact in self.contacts if contact.kind is ContactKind.PHONE), None)

    @property
    def email(self) -> str | None:
        return next((contact.value for contact in self.contacts if contact.kind is ContactKind.EMAIL), None)


_CARD = (
    live(Lead)
    .with_only_columns(
        Lead,
        Assignee.name.label("assignee"),
        *(BusinessDomain.name_ru, BusinessDomain.name_uk, BusinessDomain.name_en),
        select(Deal.id).where(Deal.lead_id == Lead.id).scalar_subquery().label("deal_id"),
        select(func.count()).where(LeadNote.lead_id == Lead.id).scalar_subquery().label("notes"),
        live(Document)
        .with_only_columns(func.count())
        .where(Document.lead_id == Lead.id, Document.state != DocumentState.REFUSED)
        .scalar_subquery()
        .label("attachments"),
    )
    .outerjoin(Assignee, Assignee.id == Lead.assignee_id)
    .outerjoin(BusinessDomain, BusinessDomain.id == Lead.domain_id)
    .where(Lead.id == bindparam("lead_id"))
)
_CONTACTS = (
    select(LeadContact.id, LeadContact.kind, LeadContact.value)
    .where(LeadContact.lead_id == bindparam("lead_id"))
    .order_by(LeadContact.id)
)
_SCORE = select(LeadScore).where(LeadScore.event_id == bindparam("event_id"))
_SCORES = (
    select(
        *(LeadScore.id, LeadScore.score, LeadScore.tier, LeadScore.recommendation),
        *(LeadScore.scored_by, LeadScore.created_at),
    )
    .where(LeadScore.lead_id == bindparam("lead_id"))
    .order_by(LeadScore.id.desc())
    .limit(bindparam("limit"))
)
_NOTES = (
    select(LeadNote.id, User.name, LeadNote.text, LeadNote.forwarded_from, LeadNote.created_at)
    .outerjoin(User, User.id == LeadNote.author_id)
    .where(LeadNote.lead_id == bindparam("lead_id"))
    .order_by(LeadNote.created_at.desc(), LeadNote.id.desc())
    .limit(bindparam("limit"))
)
_HISTORY = (
    select(
        *(LeadHistory.id, LeadHistory.action, LeadHistory.from_stage, LeadHistory.to_stage),
        *(By.name.label("by"), To.name.label("to_user")),
        *(LeadHistory.reason, LeadHistory.source, LeadHistory.created_at),
    )
    .outerjoin(By, By.id == LeadHistory.actor_id)
    .outerjoin(To, To.id == LeadHistory.user_id)
    .where(LeadHistory.lead_id == bindparam("lead_id"))
    .order_by(LeadHistory.created_at.desc(), LeadHistory.id.desc())
    .limit(bindparam("limit"))
)


async def find_lead_card(session: AsyncSession, actor: Actor, lead_id: int) -> LeadCard:
    check_right(actor, Right.SEE_LEADS)
    found = (await session.execute(_CARD, {"lead_id": lead_id})).one_or_none()
    if found is None:
        raise LeadNotFound(lead=str(lead_id))
    lead: Lead = found.Lead
    if not works_on(actor, lead.assignee_id):
        raise LeadOfOthers(lead=str(lead_id), assignee=found.assignee)
    contacts = (await session.execute(_CONTACTS, {"lead_id": lead_id})).all()
    domain = {"ru": found.name_ru, "uk": found.name_uk, "en": found.name_en} if lead.domain_id is not None else None
    return LeadCard(
        id=lead.id,
        stage=lead.stage,
        source=lead.source,
        campaign=lead.campaign,
        name=lead.name,
        company=lead.company,
        position=lead.position,
        domain_id=lead.domain_id,
        domain_names=domain,
        kinds=await _kinds(session, lead.kind_ids),
        object=lead.object,
        intent=lead.intent,
        pain_points=lead.pain_points,
        tax_number=lead.tax_number,
        message_count=lead.message_count,
        last_activity_at=lead.last_activity_at,
        created_at=lead.created_at,
        assignee_id=lead.assignee_id,
        assignee=found.assignee,
        score=None if lead.score is None else Decimal(lead.score) / SCORE_UNIT,
        tier=lead.tier,
        trend=lead.trend,
        analysing=lead.analysing_for is not None,
        last_score=await _last_score(session, lead.scored_for),
        lost_reason=lead.lost_reason,
        contacts=[Contact(*row) for row in contacts],
        notes=found.notes,
        attachments=found.attachments,
        last_note=await _last_note(session, lead_id) if found.notes else None,
        deal_id=found.deal_id,
        version=lead.version,
    )


async def list_notes(
    session: AsyncSession, actor: Actor, lead_id: int, *, before: int | None = None
) -> Page[LeadNoteLine]:
    """Newest first; `before` is the id of the last one on the page before."""
    await access_lead(session, actor, lead_id)
    wanted = _NOTES if before is None else _NOTES.where(LeadNote.id < before)
    rows = await session.execute(wanted, {"lead_id": lead_id, "limit": PAGE_SIZE + 1})
    return Page.of([LeadNoteLine(*row) for row in rows], PAGE_SIZE)


async def list_lead_history(
    session: AsyncSession, actor: Actor, lead_id: int, *, before: int | None = None
) -> Page[LeadHistoryLine]:
    """Newest first; `before` is the id of the last one on the page before."""
    await access_lead(session, actor, lead_id)
    wanted = _HISTORY if before is None else _HISTORY.where(LeadHistory.id < before)
    rows = await session.execute(wanted, {"lead_id": lead_id, "limit": PAGE_SIZE + 1})
    return Page.of([LeadHistoryLine(**row) for row in rows.mappings()], PAGE_SIZE)


async def list_scores(
    session: AsyncSession, actor: Actor, lead_id: int, *, before: int | None = None
) -> Page[ScoreLine]:
    """Newest first; `before` is the id of the last one on the page before."""
    await access_lead(session, actor, lead_id)
    wanted = _SCORES if before is None else _SCORES.where(LeadScore.id < before)
    rows = await session.execute(wanted, {"lead_id": lead_id, "limit": PAGE_SIZE + 1})
    return Page.of([ScoreLine(**row) for row in rows.mappings()], PAGE_SIZE)


async def list_domains(session: AsyncSession) -> Sequence[BusinessDomain]:
    """Those that can be chosen, in their order."""
    enabled = select(BusinessDomain).where(BusinessDomain.enabled).order_by(BusinessDomain.position, BusinessDomain.id)
    return (await session.execute(enabled)).scalars().all()


async def _kinds(session: AsyncSession, kind_ids: Sequence[int]) -> Sequence[InsuranceKind]:
    if not kind_ids:
        return ()
    wanted = select(InsuranceKind).where(InsuranceKind.id.in_(kind_ids)).order_by(InsuranceKind.position)
    return (await session.execute(wanted)).scalars().all()


async def _last_note(session: AsyncSession, lead_id: int) -> LeadNoteLine:
    return LeadNoteLine(*(await session.execute(_NOTES, {"lead_id": lead_id, "limit": 1})).one())


async def _last_score(session: AsyncSession, event_id: int | None) -> LastScore | None:
    if event_id is None:
        return None
    score = (await session.execute(_SCORE, {"event_id": event_id})).scalar_one()
    factors = [(name, points) for name, points in score.factors]
    return LastScore(score.reason, factors, score.recommendation, score.scored_by, score.created_at)
