"""Changes one field of a lead."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy.ext.asyncio import AsyncSession

from models.lead import Lead, LeadSource
from services.access import Actor
from services.clients.identifiers import TaxNumber
from services.events.publish import publish
from services.leads.access import access_open_lead
from services.leads.change import change_lead, reword_lead
from services.leads.contacts import list_contacts
from services.leads.errors import LeadChangedMeanwhile
from services.leads.events import LeadChanged
from services.leads.rules import check_reachable

EDITABLE = frozenset(
    {
        *("name", "company", "position", "domain_id", "object", "kind_ids", "intent", "pain_points"),
        *("source", "campaign", "tax_number"),
    }
)
Value: TypeAlias = str | int | list[int] | LeadSource | TaxNumber | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EditLead:
    """`seen_version` is the row's when the person was asked; None empties a field that may be empty."""

    lead_id: int
    field: str
    value: Value
    seen_version: int | None = None


async def edit_lead(session: AsyncSession, actor: Actor, command: EditLead, *, now: datetime) -> Lead:
    """A value that stands there already changes nothing. Raises ValueError for a field that is none of EDITABLE."""
    if command.field not in EDITABLE:
        raise ValueError(command.field)
    lead = await access_open_lead(session, actor, command.lead_id)
    columns = _columns(command)
    before = {name: getattr(lead, name) for name in columns}
    if before == columns:
        return lead
    if command.seen_version is not None and command.seen_version != lead.version:
        raise LeadChangedMeanwhile
    if command.field == "name":
        check_reachable(name=columns["name"], contacts=await list_contacts(session, lead.id))
    await change_lead(session, lead, now=now, **columns)
    await reword_lead(session, lead)
    event = LeadChanged(lead_id=lead.id, fields=[command.field], before=before, after=columns)
    await publish(session, actor, event, now=now)
    return lead


def _columns(command: EditLead) -> dict[str, Any]:
    if command.field != "tax_number":
        return {command.field: command.value}
    tax = command.value if isinstance(command.value, TaxNumber) else None
    return {"tax_kind": tax.kind if tax else None, "tax_number": tax.value if tax else None}
