"""Reads of leads: the card."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Row, Select, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from models.business_domain import BusinessDomain
from models.client import ContactKind
from models.deal import Deal
from models.document import Document, DocumentState
from models.insurance_kind import InsuranceKind
from models.lead import (
    CLOSED_LEAD_STAGES,
    CrmStatus,
    Lead,
    LeadContact,
    LeadNote,
    LeadSource,
    LeadStage,
    Tier,
    Trend,
    of_one,
)
from models.money import Money
from models.user import User
from services.access import Actor, Right, check_right
from services.leads.access import works_on
from services.leads.errors import LeadNotFound, LeadOfOthers
from services.leads.past import LastScore, LeadNoteLine, find_last_note, find_last_score
from services.live import live

Assignee = aliased(User)


@dataclass(frozen=True, slots=True)
class Contact:
    """`value` is E.164 or an address."""

    id: int
    kind: ContactKind
    value: str


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
    deleted_at: datetime | None
    crm_status: CrmStatus
    paid_at: datetime | None
    paid: Money | None

    @property
    def phone(self) -> str | None:
        return next((contact.value for contact in self.contacts if contact.kind is ContactKind.PHONE), None)

    @property
    def closed(self) -> bool:
        return self.stage in CLOSED_LEAD_STAGES

    @property
    def email(self) -> str | None:
        return next((contact.value for contact in self.contacts if contact.kind is ContactKind.EMAIL), None)


def _card_among(leads: Select[Any]) -> Select[Any]:
    return (
        leads.with_only_columns(
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


_CARD = _card_among(live(Lead))
_DELETED = _card_among(select(Lead).where(Lead.deleted_at.is_not(None)))
_CONTACTS = (
    select(LeadContact.id, LeadContact.kind, LeadContact.value)
    .where(LeadContact.lead_id == bindparam("lead_id"))
    .order_by(LeadContact.id)
)
_AS_IT_STANDS = [name for name in LeadCard.__dataclass_fields__ if name in Lead.__table__.columns and name != "score"]


async def find_lead_card(session: AsyncSession, actor: Actor, lead_id: int) -> LeadCard:
    check_right(actor, Right.SEE_LEADS)
    found = (await session.execute(_CARD, {"lead_id": lead_id})).one_or_none()
    if found is None:
        raise LeadNotFound(lead=str(lead_id))
    lead: Lead = found.Lead
    if not works_on(actor, lead.assignee_id):
        raise LeadOfOthers(lead=str(lead_id), assignee=found.assignee)
    return await _card(session, found)


async def find_deleted_lead_card(session: AsyncSession, actor: Actor, lead_id: int) -> LeadCard:
    """Of one that may be restored."""
    check_right(actor, Right.MANAGE_LEADS)
    found = (await session.execute(_DELETED, {"lead_id": lead_id})).one_or_none()
    if found is None:
        raise LeadNotFound(lead=str(lead_id))
    return await _card(session, found)


async def _card(session: AsyncSession, found: Row[*tuple[Any, ...]]) -> LeadCard:
    lead: Lead = found.Lead
    contacts = (await session.execute(_CONTACTS, {"lead_id": lead.id})).all()
    return LeadCard(
        **{name: getattr(lead, name) for name in _AS_IT_STANDS},
        domain_names=_domain_names(found),
        kinds=await _kinds(session, lead.kind_ids),
        assignee=found.assignee,
        score=None if lead.score is None else of_one(lead.score),
        analysing=lead.analysing_for is not None,
        last_score=await find_last_score(session, lead.scored_for),
        contacts=[Contact(*row) for row in contacts],
        notes=found.notes,
        attachments=found.attachments,
        last_note=await find_last_note(session, lead.id) if found.notes else None,
        deal_id=found.deal_id,
        paid=lead.paid,
    )


def _domain_names(found: Row[*tuple[Any, ...]]) -> dict[str, str] | None:
    if found.Lead.domain_id is None:
        return None
    return {"ru": found.name_ru, "uk": found.name_uk, "en": found.name_en}


async def _kinds(session: AsyncSession, kind_ids: Sequence[int]) -> Sequence[InsuranceKind]:
    if not kind_ids:
        return ()
    wanted = select(InsuranceKind).where(InsuranceKind.id.in_(kind_ids)).order_by(InsuranceKind.position)
    return (await session.execute(wanted)).scalars().all()
