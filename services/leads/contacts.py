"""Phones and addresses of leads: each belongs to one living lead; the database holds that."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ScalarSelect, delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from models.client import ContactKind
from models.lead import Lead, LeadContact
from services.access import Actor
from services.errors import ScreenOutdated
from services.events.publish import publish
from services.events.rows import CONTACTS, note_change
from services.leads.access import access_open_lead
from services.leads.change import change_lead, reword_lead
from services.leads.errors import LeadExists
from services.leads.events import LeadChanged
from services.leads.rules import check_reachable
from services.upsert import insert_or_none


async def find_lead_by_contact(session: AsyncSession, kind: ContactKind, value: str) -> int | None:
    """The living lead who has this contact, whoever works on it."""
    owner = select(LeadContact.lead_id).where(LeadContact.kind == kind, LeadContact.value == value, LeadContact.live)
    return (await session.execute(owner)).scalar_one_or_none()


async def list_contacts(session: AsyncSession, lead_id: int) -> list[tuple[ContactKind, str]]:
    """Of a lead that the caller holds, deleted ones too; the first of a kind is the main one."""
    kept = select(LeadContact.kind, LeadContact.value).where(LeadContact.lead_id == lead_id).order_by(LeadContact.id)
    return [(row.kind, row.value) for row in await session.execute(kept)]


async def check_lead_contacts_free(session: AsyncSession, contacts: Iterable[tuple[ContactKind, str]]) -> None:
    for kind, value in contacts:
        owner = await find_lead_by_contact(session, kind, value)
        if owner is not None:
            raise LeadExists(lead_id=owner, lead=str(owner))


async def insert_lead_contact(session: AsyncSession, lead_id: int, kind: ContactKind, value: str) -> None:
    """Refused with the owner; one that vanishes between the two statements no longer counts."""
    row = {"lead_id": lead_id, "kind": kind, "value": value, "live": True}
    while await insert_or_none(session, LeadContact, row, returning=LeadContact.id) is None:
        await check_lead_contacts_free(session, [(kind, value)])


async def add_lead_contacts(
    session: AsyncSession, actor: Actor, lead_id: int, contacts: Iterable[tuple[ContactKind, str]], *, now: datetime
) -> Lead:
    """All or none; values are normalised, and one that this lead has already is left as it is."""
    lead = await access_open_lead(session, actor, lead_id)
    async with session.begin_nested():
        for kind, value in contacts:
            if await find_lead_by_contact(session, kind, value) != lead.id:
                await insert_lead_contact(session, lead.id, kind, value)
                await _changed(session, actor, lead, before={}, after={kind.value: value}, now=now)
    return lead


async def remove_lead_contact(
    session: AsyncSession, actor: Actor, lead_id: int, contact_id: int, *, now: datetime
) -> Lead:
    """What a lead without a name is known by stays."""
    lead = await access_open_lead(session, actor, lead_id)
    gone = (
        delete(LeadContact)
        .where(LeadContact.id == contact_id, LeadContact.lead_id == lead.id)
        .returning(LeadContact.kind, LeadContact.value)
    )
    removed = (await session.execute(gone)).one_or_none()
    if removed is None:
        raise ScreenOutdated
    check_reachable(name=lead.name, contacts=await list_contacts(session, lead.id))
    await _changed(session, actor, lead, before={removed.kind.value: removed.value}, after={}, now=now)
    return lead


def lead_phone(lead_id: object) -> ScalarSelect[str]:
    """The first phone of the lead whose id the enclosing query has in this column."""
    return _first(lead_id, ContactKind.PHONE)


def lead_email(lead_id: object) -> ScalarSelect[str]:
    """The first address, in the same way."""
    return _first(lead_id, ContactKind.EMAIL)


def _first(lead_id: object, kind: ContactKind) -> ScalarSelect[str]:
    contact = aliased(LeadContact)
    return (
        select(contact.value)
        .where(contact.lead_id == lead_id, contact.kind == kind)
        .order_by(contact.id)
        .limit(1)
        .scalar_subquery()
    )


async def _changed(
    session: AsyncSession, actor: Actor, lead: Lead, *, before: dict[str, str], after: dict[str, str], now: datetime
) -> None:
    await change_lead(session, lead, now=now)
    contacts = sorted(value for _, value in await list_contacts(session, lead.id))
    note_change(session, Lead, lead.id, {CONTACTS: (None, contacts)})
    await reword_lead(session, lead)
    event = LeadChanged(lead_id=lead.id, fields=[*before, *after], before=before, after=after)
    await publish(session, actor, event, now=now)
