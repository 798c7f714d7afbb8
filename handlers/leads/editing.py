"""Changes what is known of a lead, field by field."""

from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.answers import long_text, name_text, short_text
from handlers.common.ids import row_id
from handlers.kit.draft import Draft, Memory
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Steps
from handlers.leads import question_screens as ask
from handlers.leads.capture_screens import contact_problem
from handlers.leads.choices import CLEAR, DONE, domain_named, switched
from handlers.leads.draft_lead import keep_typed, typed_contacts
from handlers.leads.known import known_lead
from handlers.leads.shown import done_with_lead
from handlers.leads.states import EditLeadFlow
from models.lead import LeadSource
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.clients.identifiers import TaxNumber, parse_tax_number
from services.conversation.values import Screen
from services.deals.kinds import list_kinds
from services.domains.queries import find_domain, list_domains
from services.errors import ScreenOutdated
from services.leads.access import access_open_lead
from services.leads.contacts import add_lead_contacts, remove_lead_contact
from services.leads.edit import EditLead, Value, edit_lead
from services.leads.errors import LeadExists
from services.leads.queries import find_lead_card

steps = Steps()
steps.flow(EditLeadFlow, right=Right.WORK_LEADS)

FIELDS = (
    *("name", "contact", "company", "position", "domain_id", "kind_ids", "object"),
    *("source", "campaign", "intent", "pain_points", "tax_number"),
)
LONG = frozenset({"intent", "pain_points"})


@steps.tap("lead.edit", right=Right.WORK_LEADS)
async def start(session: AsyncSession, actor: Actor, arg: str) -> Start:
    lead = await access_open_lead(session, actor, row_id(arg))
    return Start(EditLeadFlow.field, {"lead_id": lead.id, "version": lead.version, "kind_ids": lead.kind_ids})


@steps.question(EditLeadFlow.field)
async def ask_field(session: AsyncSession, actor: Actor, draft: Draft) -> Screen:
    return ask.field(await find_lead_card(session, actor, draft["lead_id"]), FIELDS)


@steps.pick(EditLeadFlow.field)
async def on_field(draft: Draft, value: str) -> Ask:
    if value not in FIELDS:
        raise ScreenOutdated
    draft["field"] = value
    return Ask(EditLeadFlow.contact if value == "contact" else EditLeadFlow.value)


@steps.answer(EditLeadFlow.field)
async def on_field_typed() -> Ask:
    return Ask(EditLeadFlow.field, problem=ask.choose_field())


@steps.question(EditLeadFlow.value)
async def ask_value(session: AsyncSession, brokerage: Brokerage, draft: Draft) -> Screen:
    match draft["field"]:
        case "domain_id":
            return ask.domain_of(draft["lead_id"], await list_domains(session))
        case "kind_ids":
            return ask.kinds(await list_kinds(session, brokerage.region), draft["kind_ids"])
        case "source":
            return ask.source()
        case field:
            return ask.value(field)


@steps.pick(EditLeadFlow.value)
async def on_value(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, value: str) -> Ask | Done:
    match draft["field"]:
        case "domain_id":
            domain = await find_domain(session, row_id(value))
            return await _save(session, actor, draft, domain.id, now)
        case "source" if value in set(LeadSource):
            return await _save(session, actor, draft, LeadSource(value), now)
        case "kind_ids" if value == DONE:
            return await _save(session, actor, draft, draft["kind_ids"], now)
        case "kind_ids":
            draft["kind_ids"] = switched(draft["kind_ids"], row_id(value))
            return Ask(EditLeadFlow.value)
        case _ if value == CLEAR:
            return await _save(session, actor, draft, None, now)
    raise ScreenOutdated


@steps.answer(EditLeadFlow.value)
async def on_value_typed(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, text: str
) -> Ask | Done:
    field = draft["field"]
    match field:
        case "domain_id":
            domain = domain_named(await list_domains(session), text)
            if domain is None:
                return Ask(EditLeadFlow.value, problem=ask.domain_problem(text))
            return await _save(session, actor, draft, domain.id, now)
        case "kind_ids" | "source":
            return await _save_told(session, actor, brokerage, draft, now, text)
        case "tax_number":
            tax = parse_tax_number(text, brokerage.region)
            if not isinstance(tax, TaxNumber):
                return Ask(EditLeadFlow.value, problem=ask.tax_problem(tax, text))
            return await _save(session, actor, draft, tax, now)
        case "name":
            return await _save(session, actor, draft, name_text(text), now)
    return await _save(session, actor, draft, long_text(text) if field in LONG else short_text(text), now)


async def _save_told(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, typed: str
) -> Ask | Done:
    """Kinds or a source in words, as in a whole line."""
    field = draft["field"]
    told: dict[str, Any] = {}
    await keep_typed(session, brokerage, told, typed)
    if not told.get(field):
        problem = ask.kind_problem(typed) if field == "kind_ids" else ask.source_problem(typed)
        return Ask(EditLeadFlow.value, problem=problem)
    value = LeadSource(told[field]) if field == "source" else told[field]
    return await _save(session, actor, draft, value, now)


@steps.question(EditLeadFlow.contact)
async def ask_contact(session: AsyncSession, actor: Actor, draft: Draft) -> Screen:
    return ask.contacts(await find_lead_card(session, actor, draft["lead_id"]))


@steps.pick(EditLeadFlow.contact)
async def on_contact_removed(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, value: str) -> Done:
    lead = await remove_lead_contact(session, actor, draft["lead_id"], row_id(value), now=now)
    return await done_with_lead(session, actor, lead.id, ask.saved())


@steps.answer(EditLeadFlow.contact)
async def on_contact_added(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, memory: Memory, draft: Draft, now: datetime, text: str
) -> Ask | Done | Screen:
    added = typed_contacts(text, brokerage.region)
    if not isinstance(added, list):
        return Ask(EditLeadFlow.contact, problem=contact_problem(added, text))
    try:
        await add_lead_contacts(session, actor, draft["lead_id"], added, now=now)
    except LeadExists as refusal:
        return await known_lead(session, actor, memory, refusal.params["lead_id"], not_added_to=draft["lead_id"])
    return await done_with_lead(session, actor, draft["lead_id"], ask.saved())


async def _save(session: AsyncSession, actor: Actor, draft: Draft, value: Value, now: datetime) -> Done:
    command = EditLead(lead_id=draft["lead_id"], field=draft["field"], value=value, seen_version=draft["version"])
    lead = await edit_lead(session, actor, command, now=now)
    return await done_with_lead(session, actor, lead.id, ask.saved())
