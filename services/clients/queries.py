"""Reads of clients: one line, and the card."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.client import Client, ClientContact, ClientKind, ContactKind
from models.deal import Deal, DealStage
from models.insurance_kind import InsuranceKind
from models.tax_number import TaxNumberKind
from services.access import Actor, Right, check_right
from services.clients.access import access_client
from services.clients.contacts import find_owner
from services.clients.errors import ClientNotFound
from services.clients.search import ClientLine, client_lines
from services.conversation.paging import Page
from services.deals.access import visible_deals
from services.live import live

DEALS_SHOWN = 5


async def find_client_line(session: AsyncSession, actor: Actor, client_id: int) -> ClientLine:
    check_right(actor, Right.SEE_CLIENTS)
    row = (await session.execute(client_lines(actor).where(Client.id == client_id))).one_or_none()
    if row is None:
        raise ClientNotFound
    return ClientLine(*row)


async def find_client_by_contact(
    session: AsyncSession, actor: Actor, kind: ContactKind, value: str
) -> ClientLine | None:
    """None also when the actor may not see the client."""
    check_right(actor, Right.SEE_CLIENTS)
    owner = await find_owner(session, kind, value)
    row = (await session.execute(client_lines(actor).where(Client.id == owner))).one_or_none()
    return ClientLine(*row) if row else None


async def find_client_by_tax_number(
    session: AsyncSession, actor: Actor, kind: TaxNumberKind, value: str
) -> ClientLine | None:
    """None also when the actor may not see the client."""
    check_right(actor, Right.SEE_CLIENTS)
    owner = client_lines(actor).where(Client.tax_kind == kind, Client.tax_number == value)
    row = (await session.execute(owner)).one_or_none()
    return ClientLine(*row) if row else None


@dataclass(frozen=True, slots=True)
class Contact:
    """`value` is an E.164 phone or a lower-case address."""

    id: int
    value: str


@dataclass(frozen=True, slots=True)
class ClientDeal:
    """A deal on its client's card."""

    id: int
    icon: str
    kind_names: dict[str, str]
    object: str
    stage: DealStage


@dataclass(frozen=True, slots=True)
class ClientCard:
    """Everything in full: masking is the screen's."""

    id: int
    version: int
    kind: ClientKind
    name: str
    phones: Sequence[Contact]
    emails: Sequence[Contact]
    birth_date: date | None
    tax_kind: TaxNumberKind | None
    tax_number: str | None
    passport: str | None
    notes: str | None
    deals: Page[ClientDeal]


async def find_client_card(
    session: AsyncSession, actor: Actor, client_id: int, *, deals_before: int | None = None
) -> ClientCard:
    """With a page of the deals that the actor may see, the newest first."""
    client = await access_client(session, actor, client_id)
    contacts = await _list_contacts(session, client_id)
    return ClientCard(
        id=client.id,
        version=client.version,
        kind=client.kind,
        name=client.name,
        phones=contacts[ContactKind.PHONE],
        emails=contacts[ContactKind.EMAIL],
        birth_date=client.birth_date,
        tax_kind=client.tax_kind,
        tax_number=client.tax_number,
        passport=client.passport,
        notes=client.notes,
        deals=await list_deals_of_client(session, actor, client_id, before=deals_before),
    )


async def _list_contacts(session: AsyncSession, client_id: int) -> dict[ContactKind, list[Contact]]:
    kept = (
        select(ClientContact.kind, ClientContact.id, ClientContact.value)
        .where(ClientContact.client_id == client_id)
        .order_by(ClientContact.id)
    )
    found: dict[ContactKind, list[Contact]] = {kind: [] for kind in ContactKind}
    for kind, contact_id, value in await session.execute(kept):
        found[kind].append(Contact(contact_id, value))
    return found


async def list_deals_of_client(
    session: AsyncSession, actor: Actor, client_id: int, *, before: int | None = None
) -> Page[ClientDeal]:
    """Newest first, only those the actor may see; `before` is the id of the last one on the page before."""
    check_right(actor, Right.SEE_DEALS)
    wanted = (
        live(Deal)
        .with_only_columns(Deal.id, InsuranceKind, Deal.object, Deal.stage)
        .join(InsuranceKind, InsuranceKind.id == Deal.kind_id)
        .where(Deal.client_id == client_id, visible_deals(actor))
        .order_by(Deal.id.desc())
        .limit(DEALS_SHOWN + 1)
    )
    if before is not None:
        wanted = wanted.where(Deal.id < before)
    lines = [
        ClientDeal(deal_id, kind.icon, kind.names, insured, stage)
        for deal_id, kind, insured, stage in await session.execute(wanted)
    ]
    return Page.of(lines, DEALS_SHOWN)
