"""Leads, facts and answers with defaults."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.business_domain import BusinessDomain
from models.client import ContactKind
from models.lead import Lead, LeadContact, LeadNote, LeadSource, LeadStage
from services.scoring.facts import LeadFacts
from services.scoring.features import LeadFeatures
from services.scoring.ports import Asked, Question
from services.upsert import insert_or_none
from tests.harness import NOON


def features(**given: Any) -> LeadFeatures:
    plain = {
        "source": LeadSource.MANUAL,
        "stage": LeadStage.NEW,
        "message_count": 0,
        "business_domain": None,
        "days_since_created": 3,
        "days_since_last_activity": 1,
        "contact_completeness": False,
        "b2b_qualification": False,
    }
    return LeadFeatures(**{**plain, **given})


def facts(**given: Any) -> LeadFacts:
    unsaid = dict.fromkeys(
        ("business_domain", "phone", "email", "name", "company", "position", "object", "intent", "pain_points")
    )
    plain = {
        "source": LeadSource.WEB,
        "stage": LeadStage.NEW,
        "message_count": 3,
        "created_at": NOON - timedelta(days=4),
        "last_activity_at": NOON - timedelta(days=2),
        "notes": [],
    }
    return LeadFacts(**{**unsaid, **plain, **given})


async def a_lead(
    session: AsyncSession,
    *,
    notes: tuple[str, ...] = (),
    contacts: tuple[tuple[ContactKind, str], ...] = (),
    domain: str | None = None,
    created_at: datetime = NOON - timedelta(days=4),
    **columns: Any,
) -> int:
    """Its id. A domain is named by its code."""
    row = {
        "stage": LeadStage.NEW,
        "source": LeadSource.WEB,
        "kind_ids": [],
        "message_count": 0,
        "last_activity_at": created_at,
        "search_text": "",
        "version": 1,
        "created_at": created_at,
        "domain_id": await _domain(session, domain) if domain else None,
        **columns,
    }
    lead_id: int = (await session.execute(insert(Lead).values(row).returning(Lead.id))).scalar_one()
    for kind, value in contacts:
        await session.execute(insert(LeadContact).values(lead_id=lead_id, kind=kind, value=value, live=True))
    for number, note in enumerate(notes):
        at = created_at + timedelta(minutes=number)
        kept = {"lead_id": lead_id, "text": note, "intent_key": f"note-{lead_id}-{number}", "created_at": at}
        await session.execute(insert(LeadNote).values(kept))
    return lead_id


async def _domain(session: AsyncSession, code: str) -> int:
    names = {"name_ru": code, "name_uk": code, "name_en": code}
    row = {"code": code, **names, "position": 99, "enabled": True}
    await insert_or_none(session, BusinessDomain, row, returning=BusinessDomain.id)
    found = select(BusinessDomain.id).where(BusinessDomain.code == code)
    return (await session.execute(found)).scalar_one()


class ScriptedScorer:
    """Gives its answers in turn, the last one again and again; `questions` are what it was asked."""

    def __init__(self, *answers: Asked) -> None:
        self.answers = list(answers)
        self.questions: list[Question] = []

    async def ask(self, question: Question) -> Asked:
        self.questions.append(question)
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
