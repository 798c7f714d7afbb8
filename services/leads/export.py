"""A list of leads as a table for a file: asked for here, written and sent by a consumer.

Managers and admins only: contacts stand in it in full. That they were read is an event.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.business_domain import BusinessDomain
from models.client import ContactKind
from models.insurance_kind import InsuranceKind
from models.lead import Lead, LeadContact, of_one
from models.money import Money
from models.user import User
from services.access import Actor, Right, check_right
from services.clients.identifiers import format_phone
from services.conversation.values import Localized, Parts, Text, text
from services.events.publish import publish
from services.leads.events import LeadsExportRequested
from services.leads.filters import LeadFilter
from services.leads.lists import list_lead_ids
from services.leads.words import lead_lost_words
from services.live import live
from services.ports import Sheet, Value

MOST_ROWS = 10_000
AT_ONCE = 500
COLUMNS = (
    *("number", "created", "stage", "source", "campaign", "name", "company", "position", "phones", "emails"),
    *("domain", "kinds", "object", "tax", "tier", "score", "assignee", "activity", "lost", "intent", "pain"),
    *("paid", "paid-in", "paid-at"),
)
_assignee = select(User.name).where(User.id == Lead.assignee_id).scalar_subquery().label("assignee")
_LEADS = (
    live(Lead)
    .with_only_columns(
        *(Lead.id, Lead.created_at, Lead.stage, Lead.source, Lead.campaign, Lead.name, Lead.company, Lead.position),
        *(Lead.domain_id, Lead.kind_ids, Lead.object, Lead.tax_number, Lead.tier, Lead.score, _assignee),
        *(Lead.last_activity_at, Lead.lost_reason, Lead.intent, Lead.pain_points),
        *(Lead.paid_amount, Lead.paid_currency, Lead.paid_at),
    )
    .where(Lead.id.in_(bindparam("ids", expanding=True)))
)
_CONTACTS = (
    select(LeadContact.lead_id, LeadContact.kind, LeadContact.value)
    .where(LeadContact.lead_id.in_(bindparam("ids", expanding=True)))
    .order_by(LeadContact.id)
)


@dataclass(frozen=True, slots=True)
class Export:
    """`cut`: there were more leads than a file takes."""

    sheet: Sheet
    cut: bool


async def request_export(
    session: AsyncSession, actor: Actor, wanted: LeadFilter, *, idle_before: datetime | None, now: datetime
) -> None:
    """The file comes to the actor's own chat once it is made."""
    check_right(actor, Right.MANAGE_LEADS)
    event = LeadsExportRequested(
        user_id=actor.id,
        wanted=replace(wanted, words=None).to_json(),
        words=wanted.words,
        idle_before=idle_before.isoformat() if idle_before else None,
    )
    await publish(session, actor, event, now=now)


async def read_export(
    session: AsyncSession, actor: Actor, wanted: LeadFilter, *, idle_before: datetime | None
) -> Export:
    """In the order of the list."""
    check_right(actor, Right.MANAGE_LEADS)
    ids = await list_lead_ids(session, actor, wanted, idle_before=idle_before, limit=MOST_ROWS + 1)
    names = await _Names.read(session)
    rows: list[Sequence[Value]] = []
    for start in range(0, min(len(ids), MOST_ROWS), AT_ONCE):
        rows += await _rows(session, ids[start : min(start + AT_ONCE, MOST_ROWS)], names)
    heading = [text(f"sheet-lead-{column}") for column in COLUMNS]
    return Export(Sheet(text("sheet-leads"), heading, rows), cut=len(ids) > MOST_ROWS)


@dataclass(frozen=True, slots=True)
class _Names:
    domains: Mapping[int, Localized]
    kinds: Mapping[int, Localized]

    @classmethod
    async def read(cls, session: AsyncSession) -> "_Names":
        domains = (await session.execute(select(BusinessDomain))).scalars()
        kinds = (await session.execute(select(InsuranceKind))).scalars()
        return cls({one.id: Localized(one.names) for one in domains}, {one.id: Localized(one.names) for one in kinds})


async def _rows(session: AsyncSession, ids: Sequence[int], names: _Names) -> list[Sequence[Value]]:
    contacts: dict[int, dict[ContactKind, list[str]]] = {}
    for row in await session.execute(_CONTACTS, {"ids": ids}):
        contacts.setdefault(row.lead_id, {}).setdefault(row.kind, []).append(row.value)
    found = {row.id: row for row in await session.execute(_LEADS, {"ids": ids})}
    return [_row(found[lead_id], contacts.get(lead_id, {}), names) for lead_id in ids if lead_id in found]


def _row(lead: Row[*tuple[Any, ...]], contacts: Mapping[ContactKind, Sequence[str]], names: _Names) -> Sequence[Value]:
    kinds = [names.kinds[kind_id] for kind_id in lead.kind_ids if kind_id in names.kinds]
    return (
        *(lead.id, lead.created_at, text(f"stage-lead-{lead.stage}"), text(f"source-{lead.source}"), lead.campaign),
        *(lead.name, lead.company, lead.position),
        ", ".join(map(format_phone, contacts.get(ContactKind.PHONE, ()))) or None,
        ", ".join(contacts.get(ContactKind.EMAIL, ())) or None,
        names.domains.get(lead.domain_id),
        Parts(kinds) if kinds else None,
        *(lead.object, lead.tax_number, _tier(lead.tier)),
        None if lead.score is None else of_one(lead.score),
        *(lead.assignee or text("who-pool"), lead.last_activity_at),
        None if lead.lost_reason is None else lead_lost_words(lead.lost_reason),
        *(lead.intent, lead.pain_points),
        None if lead.paid_amount is None else Money(lead.paid_amount, lead.paid_currency).major,
        *(lead.paid_currency, lead.paid_at),
    )


def _tier(tier: str | None) -> Text | None:
    return None if tier is None else text(f"tier-{tier}")
