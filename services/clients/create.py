"""A new client of the brokerage.

- A phone, an e-mail or a tax number belongs to one living client: a second one is refused with the first one's id.
- The same intent key returns the client that was created under it.
"""

from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.client import Client, ClientContact, ClientKind, ContactKind
from models.tax_number import TaxNumberKind
from services.access import Actor, Right, check_right
from services.clients.errors import ClientExists
from services.clients.events import ClientCreated
from services.clients.search import client_search_text
from services.events.publish import publish
from services.upsert import insert_or_none


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateClient:
    """`contacts` are normalised: E.164 phones, lower-case addresses; the first of a kind is the main one."""

    kind: ClientKind
    name: str
    contacts: list[tuple[ContactKind, str]] = field(default_factory=list)
    birth_date: date | None = None
    tax: tuple[TaxNumberKind, str] | None = None
    notes: str | None = None
    intent_key: str


async def create_client(session: AsyncSession, actor: Actor, command: CreateClient, *, now: datetime) -> int:
    check_right(actor, Right.EDIT_CLIENTS)
    known = await _find_by_intent(session, command.intent_key)
    if known is not None:
        return known
    await check_contacts_free(session, command.contacts, command.tax)
    tax_kind, tax_number = command.tax or (None, None)
    values = {
        "kind": command.kind,
        "name": command.name,
        "birth_date": command.birth_date,
        "tax_kind": tax_kind,
        "tax_number": tax_number,
        "notes": command.notes,
        "search_text": client_search_text(command.name, [value for _, value in command.contacts], tax_number),
        "intent_key": command.intent_key,
        "created_at": now,
        "created_by": actor.id,
    }
    client_id = (await session.execute(insert(Client).values(values).returning(Client.id))).scalar_one()
    for kind, value in command.contacts:
        await add_contact(session, client_id, kind, value)
    event = ClientCreated(
        client_id=client_id,
        kind=command.kind,
        client_name=command.name,
        contacts=[value for _, value in command.contacts],
        tax_number=tax_number,
    )
    await publish(session, actor, event, now=now)
    return client_id


async def add_contact(session: AsyncSession, client_id: int, kind: ContactKind, value: str) -> None:
    """Refused by the database itself when two people add the same one at the same moment."""
    row = {"client_id": client_id, "kind": kind, "value": value, "live": True}
    if await insert_or_none(session, ClientContact, row, returning=ClientContact.id) is None:
        await check_contacts_free(session, [(kind, value)], None)
        raise ClientExists(client_id=0, name="")


async def check_contacts_free(
    session: AsyncSession, contacts: list[tuple[ContactKind, str]], tax: tuple[TaxNumberKind, str] | None
) -> None:
    for kind, value in contacts:
        owner = (
            select(Client.id, Client.name)
            .join(ClientContact)
            .where(ClientContact.kind == kind, ClientContact.value == value, ClientContact.live)
        )
        _refuse_if_taken((await session.execute(owner)).one_or_none())
    if tax is not None:
        owner = select(Client.id, Client.name).where(
            Client.tax_kind == tax[0], Client.tax_number == tax[1], Client.deleted_at.is_(None)
        )
        _refuse_if_taken((await session.execute(owner)).one_or_none())


def _refuse_if_taken(owner: object) -> None:
    if owner is not None:
        raise ClientExists(client_id=owner.id, name=owner.name)  # type: ignore[attr-defined]  # a Row with named columns


async def _find_by_intent(session: AsyncSession, intent_key: str) -> int | None:
    found = select(Client.id).where(Client.intent_key == intent_key)
    return (await session.execute(found)).scalar_one_or_none()
