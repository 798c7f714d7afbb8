"""Makes a deal of a qualified lead: the lead's stage and the deal in one transaction, once.

- The client who has one of the lead's phones or addresses already is the deal's, else he is created.
- Notes become journal entries, attachments the deal's folder.
- A lead that was transferred before leads to the deal that stands there.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.base import Json
from models.client import ClientKind, ContactKind
from models.deal import Deal
from models.document import Document
from models.journal_entry import JournalEntry
from models.lead import Lead, LeadAction, LeadNote, LeadStage
from models.money import Currency
from services.access import Actor, Right
from services.clients.contacts import AddContact, add_client_contact, find_owner
from services.clients.create import CreateClient, create_client
from services.clients.errors import TaxNumberOfOtherKind
from services.clients.identifiers import TaxNumber, format_phone
from services.clients.rules import check_tax_number_fits
from services.deals.open import OpenDeal, open_deal
from services.errors import AppError
from services.health.tallies import TransferOutcome, count_transfer
from services.leads.access import access_lead
from services.leads.contacts import list_contacts
from services.leads.move import put_lead_stage
from services.leads.rules import check_reachable, check_transferable


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferLead:
    """`object` is what will be insured."""

    lead_id: int
    kind_id: int
    object: str
    currency: Currency


async def transfer_lead(session: AsyncSession, actor: Actor, command: TransferLead, *, now: datetime) -> int:
    """The deal's id."""
    lead = await access_lead(session, actor, command.lead_id, right=Right.WORK_LEADS, lock=True)
    deal_id = await find_deal_of_lead(session, lead.id)
    if deal_id is not None:
        return deal_id
    _check(lead)
    client_id = await _client(session, actor, lead, now)
    deal_id = await open_deal(session, actor, _deal(lead, client_id, command), now=now)
    await _copy_notes(session, lead.id, deal_id)
    await _move_attachments(session, lead.id, deal_id)
    await put_lead_stage(
        session, actor, lead, LeadStage.TRANSFERRED, action=LeadAction.TRANSFERRED, reason=None, now=now
    )
    return deal_id


def _check(lead: Lead) -> None:
    try:
        check_transferable(stage=lead.stage, score=lead.score, domain_id=lead.domain_id)
    except AppError:
        count_transfer(TransferOutcome.REFUSED)
        raise


async def find_deal_of_lead(session: AsyncSession, lead_id: int) -> int | None:
    """Also one that is lost or deleted: a lead becomes a deal once."""
    return (await session.execute(select(Deal.id).where(Deal.lead_id == lead_id))).scalar_one_or_none()


def _deal(lead: Lead, client_id: int, command: TransferLead) -> OpenDeal:
    return OpenDeal(
        client_id=client_id,
        kind_id=command.kind_id,
        object=command.object,
        currency=command.currency,
        intent_key=f"lead-{lead.id}",
        seller_id=lead.assignee_id,
        lead_id=lead.id,
        source=lead.source,
        campaign=lead.campaign,
    )


async def _client(session: AsyncSession, actor: Actor, lead: Lead, now: datetime) -> int:
    """Who has one of the contacts gets those that nobody has."""
    owners = {contact: await find_owner(session, *contact) for contact in await list_contacts(session, lead.id)}
    known = next((owner for owner in owners.values() if owner is not None), None)
    free = [contact for contact, owner in owners.items() if owner is None]
    if known is None:
        return await create_client(session, actor, _new_client(lead, free), now=now)
    for kind, value in free:
        await add_client_contact(session, actor, AddContact(client_id=known, kind=kind, value=value), now=now)
    return known


def _new_client(lead: Lead, contacts: list[tuple[ContactKind, str]]) -> CreateClient:
    kind = ClientKind.COMPANY if lead.company else ClientKind.INDIVIDUAL
    person = ", ".join(filter(None, (lead.name, lead.position))) if lead.company else None
    return CreateClient(
        kind=kind,
        name=lead.company or lead.name or _spelled(contacts),
        contacts=contacts,
        tax=_fitting_tax_number(lead, kind),
        notes=person or None,
        intent_key=f"lead-{lead.id}",
    )


def _spelled(contacts: list[tuple[ContactKind, str]]) -> str:
    """One who left a number only is called by it."""
    check_reachable(name=None, contacts=contacts)
    return next(format_phone(value) if kind is ContactKind.PHONE else value for kind, value in contacts)


def _fitting_tax_number(lead: Lead, kind: ClientKind) -> TaxNumber | None:
    if lead.tax_kind is None or lead.tax_number is None:
        return None
    tax = TaxNumber(lead.tax_kind, lead.tax_number)
    try:
        check_tax_number_fits(kind, tax)
    except TaxNumberOfOtherKind:
        return None
    return tax


async def _copy_notes(session: AsyncSession, lead_id: int, deal_id: int) -> None:
    columns = ("deal_id", "author_id", "text", "forwarded_from", "params", "created_at")
    notes = (
        select(
            literal(deal_id),
            LeadNote.author_id,
            LeadNote.text,
            LeadNote.forwarded_from,
            literal({}, Json),
            LeadNote.created_at,
        )
        .where(LeadNote.lead_id == lead_id)
        .order_by(LeadNote.id)
    )
    await session.execute(insert(JournalEntry).from_select(columns, notes))


async def _move_attachments(session: AsyncSession, lead_id: int, deal_id: int) -> None:
    moved = update(Document).where(Document.lead_id == lead_id).values(deal_id=deal_id)
    await session.execute(moved.execution_options(synchronize_session=False))
