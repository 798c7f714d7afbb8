"""Takes in a lead.

- A phone or an address belongs to one living lead: a second one is refused with the first one's id.
- The same intent key returns the lead that was captured under it.
- A seller works on what he captures as long as he has room for it; the rest waits in the pool.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.client import ContactKind
from models.lead import PERSONAL, CrmStatus, Lead, LeadAction, LeadNote, LeadSource, LeadStage
from models.user import Role
from services.access import Actor, Right, check_right
from services.brokerage import LeadLimits
from services.clients.identifiers import TaxNumber
from services.errors import ScreenOutdated
from services.events.publish import publish
from services.events.rows import CONTACTS, note_new
from services.leads.change import add_history, lead_search_text
from services.leads.contacts import check_lead_contacts_free, insert_lead_contact
from services.leads.events import LeadCreated
from services.leads.limits import check_capture_limit, hold_user, room_for_leads
from services.leads.rules import check_reachable
from services.upsert import insert_or_none

FIELDS = ("campaign", "domain_id", "kind_ids", "message_count")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureLead:
    """`contacts` are normalised, the lead's own first; `note` what else was said about him.

    `words` are messages of his own, forwarded from whoever `forwarded_from` says; each counts as one.
    """

    source: LeadSource
    contacts: list[tuple[ContactKind, str]] = field(default_factory=list)
    name: str | None = None
    company: str | None = None
    position: str | None = None
    domain_id: int | None = None
    tax: TaxNumber | None = None
    kind_ids: list[int] = field(default_factory=list)
    object: str | None = None
    intent: str | None = None
    pain_points: str | None = None
    campaign: str | None = None
    note: str | None = None
    words: list[str] = field(default_factory=list)
    forwarded_from: str | None = None
    intent_key: str


async def capture_lead(
    session: AsyncSession, actor: Actor, command: CaptureLead, *, limits: LeadLimits, now: datetime
) -> int:
    check_right(actor, Right.WORK_LEADS)
    check_reachable(name=command.name, contacts=command.contacts)
    known = await _find_by_intent(session, command.intent_key)
    if known is not None:
        return known
    await check_capture_limit(session, actor, limits.leads_an_hour, now=now)
    await check_lead_contacts_free(session, command.contacts)
    assignee_id = await _assignee(session, actor, limits)
    row = _row(actor, command, assignee_id, now)
    lead_id = await _insert(session, command, row)
    contacts = sorted({value for _, value in command.contacts})
    note_new(session, Lead, lead_id, {**row, "crm_status": CrmStatus.NONE, CONTACTS: contacts})
    await add_history(session, actor, lead_id, LeadAction.CREATED, now=now, to_stage=LeadStage.NEW, user_id=assignee_id)
    await publish(session, actor, _created(lead_id, command, row), now=now)
    await _keep_words(session, actor, lead_id, command, now)
    return lead_id


async def _insert(session: AsyncSession, command: CaptureLead, row: dict[str, Any]) -> int:
    """A refusal leaves nothing behind, so that the caller may go on in the same transaction."""
    async with session.begin_nested():
        lead_id = await insert_or_none(session, Lead, row, returning=Lead.id)
        if lead_id is None:
            raise ScreenOutdated
        for kind, value in dict.fromkeys(command.contacts):
            await insert_lead_contact(session, lead_id, kind, value)
    return lead_id


async def _assignee(session: AsyncSession, actor: Actor, limits: LeadLimits) -> int | None:
    if actor.role is not Role.SELLER:
        return None
    user = await hold_user(session, actor.id)
    return user.id if await room_for_leads(session, user, capacity=limits.capacity) > 0 else None


def _row(actor: Actor, command: CaptureLead, assignee_id: int | None, now: datetime) -> dict[str, Any]:
    row: dict[str, Any] = {
        "stage": LeadStage.NEW,
        "source": command.source,
        "campaign": command.campaign,
        "name": command.name,
        "company": command.company,
        "position": command.position,
        "domain_id": command.domain_id,
        "tax_kind": command.tax.kind if command.tax else None,
        "tax_number": command.tax.value if command.tax else None,
        "kind_ids": command.kind_ids,
        "object": command.object,
        "intent": command.intent,
        "pain_points": command.pain_points,
        "message_count": len(command.words),
        "last_activity_at": now,
        "assignee_id": assignee_id,
        "version": 1,
        "intent_key": command.intent_key,
        "created_at": now,
        "created_by": actor.id,
    }
    return {**row, "search_text": lead_search_text(row, [value for _, value in command.contacts])}


def _created(lead_id: int, command: CaptureLead, row: dict[str, Any]) -> LeadCreated:
    return LeadCreated(
        lead_id=lead_id,
        source=command.source,
        assignee_id=row["assignee_id"],
        fields={name: row[name] for name in FIELDS},
        person={name: row[name] for name in PERSONAL},
        contacts=[value for _, value in command.contacts],
    )


async def _keep_words(session: AsyncSession, actor: Actor, lead_id: int, command: CaptureLead, now: datetime) -> None:
    said = [(words, command.forwarded_from) for words in command.words]
    said += [(command.note, None)] if command.note else []
    for number, (words, sender) in enumerate(said):
        row = {
            "lead_id": lead_id,
            "author_id": actor.id,
            "text": words,
            "forwarded_from": sender,
            "intent_key": f"capture-{command.intent_key}-{number}",
            "created_at": now,
        }
        await insert_or_none(session, LeadNote, row, returning=LeadNote.id)


async def _find_by_intent(session: AsyncSession, intent_key: str) -> int | None:
    found = select(Lead.id).where(Lead.intent_key == intent_key)
    return (await session.execute(found)).scalar_one_or_none()
