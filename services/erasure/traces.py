"""Where a person's data stand: one list for what is given out and what is erased.

His are the client, his deals with everything in them, and the leads that they came of or that have one of his phones,
addresses or his tax number.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.automation_execution import AutomationExecution
from models.base import Base
from models.calculation import Calculation, Choice
from models.client import Client, ClientContact
from models.deal import Deal
from models.document import Document
from models.event import EventPersonal, EventRow
from models.journal_entry import JournalEntry
from models.lead import Lead, LeadContact, LeadHistory, LeadNote
from models.lead_score import AiCall, LeadScore
from models.ledger import ExpenseRule, LedgerEntry
from models.packet import Packet
from models.policy import Endorsement, Instalment, Payment, Policy, Refund
from models.reminder import Reminder, ReminderSubject
from models.task import Task


@dataclass(frozen=True, slots=True)
class Traces:
    """Ids of everything that is his. `client_id` is None for leads that never became a client."""

    client_id: int | None
    leads: Sequence[int]
    deals: Sequence[int]
    policies: Sequence[int]
    tasks: Sequence[int]
    packets: Sequence[int]
    documents: Sequence[int]


@dataclass(frozen=True, slots=True)
class Place:
    """Rows of a table that are his: `words` are columns that may say who he is, with `gone` the rows themselves do."""

    table: type[Base]
    rows: Callable[[Traces], ColumnElement[bool]]
    words: tuple[str, ...] = ()
    gone: bool = False


def _in_deal(table: Any) -> Callable[[Traces], ColumnElement[bool]]:
    return lambda his: table.deal_id.in_(his.deals)


def _in_lead(table: Any) -> Callable[[Traces], ColumnElement[bool]]:
    return lambda his: table.lead_id.in_(his.leads)


def _in_policy(table: Any) -> Callable[[Traces], ColumnElement[bool]]:
    return lambda his: table.policy_id.in_(his.policies)


def _events(his: Traces) -> ColumnElement[bool]:
    about = {
        "client": [his.client_id] if his.client_id is not None else [],
        "deal": his.deals,
        "lead": his.leads,
        "policy": his.policies,
        "task": his.tasks,
        "document": his.documents,
    }
    return or_(*(and_(EventRow.aggregate_type == name, EventRow.aggregate_id.in_(ids)) for name, ids in about.items()))


def _executions(his: Traces) -> ColumnElement[bool]:
    about = {"deal": his.deals, "lead": his.leads, "policy": his.policies, "task": his.tasks}
    return or_(
        *(
            and_(AutomationExecution.entity_type == name, AutomationExecution.entity_id.in_(ids))
            for name, ids in about.items()
        )
    )


def _reminders(his: Traces) -> ColumnElement[bool]:
    about_lead = and_(Reminder.subject == ReminderSubject.LEAD, Reminder.subject_id.in_(his.leads))
    return or_(Reminder.deal_id.in_(his.deals), about_lead)


PLACES = (
    Place(
        Client,
        lambda his: Client.id == his.client_id,
        ("name", "birth_date", "tax_kind", "tax_number", "passport", "notes", "search_text", "intent_key"),
    ),
    Place(ClientContact, lambda his: ClientContact.client_id == his.client_id, gone=True),
    Place(
        Lead,
        lambda his: Lead.id.in_(his.leads),
        (
            *("name", "company", "position", "tax_kind", "tax_number", "object", "intent", "pain_points"),
            *("lost_reason", "search_text", "intent_key"),
        ),
    ),
    Place(LeadContact, _in_lead(LeadContact), gone=True),
    Place(LeadHistory, _in_lead(LeadHistory), ("reason",)),
    Place(LeadNote, _in_lead(LeadNote), ("text", "forwarded_from")),
    Place(LeadScore, _in_lead(LeadScore), ("reason",)),
    Place(AiCall, _in_lead(AiCall)),
    Place(Deal, lambda his: Deal.id.in_(his.deals), ("object", "lost_reason", "search_text")),
    Place(Task, _in_deal(Task), ("note", "reason")),
    Place(
        JournalEntry,
        lambda his: or_(JournalEntry.deal_id.in_(his.deals), JournalEntry.packet_id.in_(his.packets)),
        ("text", "forwarded_from"),
    ),
    Place(Packet, lambda his: Packet.id.in_(his.packets)),
    Place(
        Document, lambda his: Document.id.in_(his.documents), ("name", "caption", "forwarded_from", "file_id", "sha256")
    ),
    Place(Calculation, _in_deal(Calculation), ("conditions",)),
    Place(Choice, _in_deal(Choice), ("conditions",)),
    Place(
        Policy,
        lambda his: Policy.id.in_(his.policies),
        ("object", "object_key", "overlap_reason", "end_reason", "search_text"),
    ),
    Place(Endorsement, _in_policy(Endorsement), ("words",)),
    Place(Instalment, _in_policy(Instalment)),
    Place(Payment, _in_policy(Payment), ("reason",)),
    Place(Refund, _in_policy(Refund), ("reason",)),
    Place(LedgerEntry, _in_deal(LedgerEntry), ("payee", "reason")),
    Place(ExpenseRule, _in_deal(ExpenseRule), ("payee",)),
    Place(AutomationExecution, _executions),
    Place(Reminder, _reminders),
    Place(EventRow, _events),
    Place(EventPersonal, lambda his: EventPersonal.event_id.in_(select(EventRow.id).where(_events(his))), gone=True),
)


async def find_traces(session: AsyncSession, client_id: int | None, *, lead_ids: Sequence[int] = ()) -> Traces:
    """`lead_ids` are known to be his besides."""
    deals = await _ids(session, select(Deal.id).where(Deal.client_id == client_id))
    leads = await _ids(
        session, select(Lead.id).where(or_(Lead.id.in_(lead_ids), _his_lead(client_id) if client_id else Lead.id < 0))
    )
    packets = await _ids(session, select(Packet.id).where(Packet.deal_id.in_(deals)))
    documents = select(Document.id).where(
        or_(Document.deal_id.in_(deals), Document.lead_id.in_(leads), Document.packet_id.in_(packets))
    )
    return Traces(
        client_id=client_id,
        leads=leads,
        deals=deals,
        policies=await _ids(session, select(Policy.id).where(Policy.deal_id.in_(deals))),
        tasks=await _ids(session, select(Task.id).where(Task.deal_id.in_(deals))),
        packets=packets,
        documents=await _ids(session, documents),
    )


def _his_lead(client_id: int) -> ColumnElement[bool]:
    contact = and_(
        ClientContact.client_id == client_id,
        LeadContact.kind == ClientContact.kind,
        LeadContact.value == ClientContact.value,
    )
    taxed = and_(Client.id == client_id, Client.tax_number.is_not(None), Lead.tax_kind == Client.tax_kind)
    return or_(
        Lead.id.in_(select(Deal.lead_id).where(Deal.client_id == client_id, Deal.lead_id.is_not(None))),
        Lead.id.in_(select(LeadContact.lead_id).join(ClientContact, contact)),
        select(Client.id).where(taxed, Lead.tax_number == Client.tax_number).exists(),
    )


async def _ids(session: AsyncSession, wanted: Select[int]) -> Sequence[int]:
    return (await session.execute(wanted)).scalars().all()
