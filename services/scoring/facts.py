"""What an analysis looks at, read at one moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.business_domain import BusinessDomain
from models.lead import Lead, LeadNote, LeadSource, LeadStage
from services.leads.contacts import lead_email, lead_phone

LAST_NOTES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadFacts:
    """`notes` are the last few, newest first."""

    source: LeadSource
    stage: LeadStage
    message_count: int
    business_domain: str | None
    created_at: datetime
    last_activity_at: datetime | None
    phone: str | None
    email: str | None
    name: str | None
    company: str | None
    position: str | None
    object: str | None
    intent: str | None
    pain_points: str | None
    notes: Sequence[str]


_FACTS = (
    select(
        *(Lead.source, Lead.stage, Lead.message_count, Lead.created_at, Lead.last_activity_at),
        *(Lead.name, Lead.company, Lead.position, Lead.object, Lead.intent, Lead.pain_points),
        BusinessDomain.code.label("business_domain"),
        lead_phone(Lead.id).label("phone"),
        lead_email(Lead.id).label("email"),
    )
    .outerjoin(BusinessDomain, BusinessDomain.id == Lead.domain_id)
    .where(Lead.id == bindparam("lead_id"))
)
_NOTES = (
    select(LeadNote.text)
    .where(LeadNote.lead_id == bindparam("lead_id"))
    .order_by(LeadNote.created_at.desc(), LeadNote.id.desc())
    .limit(LAST_NOTES)
)


async def find_facts(session: AsyncSession, lead_id: int) -> LeadFacts:
    """Of any lead, deleted ones too: what was asked for is answered."""
    row = (await session.execute(_FACTS, {"lead_id": lead_id})).mappings().one()
    notes = (await session.execute(_NOTES, {"lead_id": lead_id})).scalars().all()
    return LeadFacts(**row, notes=notes)
