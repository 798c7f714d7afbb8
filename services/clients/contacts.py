"""Phones and addresses of clients.

- A contact belongs to one living client; the database holds that under simultaneous attempts.
- The first of a kind is the main one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ScalarSelect, delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from models.client import Client, ClientContact, ContactKind
from services.access import Actor, Right
from services.clients.access import access_client
from services.clients.change import change_client
from services.clients.errors import ClientExists
from services.clients.events import ClientChanged
from services.clients.identifiers import TaxNumber
from services.errors import ScreenOutdated
from services.events.publish import publish
from services.live import live
from services.upsert import insert_or_none


@dataclass(frozen=True, slots=True, kw_only=True)
class AddContact:
    """`value` is normalised: an E.164 phone or a lower-case address."""

    client_id: int
    kind: ContactKind
    value: str


async def add_client_contact(session: AsyncSession, actor: Actor, command: AddContact, *, now: datetime) -> None:
    """A contact that this client has already is left as it is."""
    client = await access_client(session, actor, command.client_id, right=Right.EDIT_CLIENTS, lock=True)
    if await find_owner(session, command.kind, command.value) == client.id:
        return
    await insert_contact(session, client.id, command.kind, command.value)
    await change_client(session, client)
    field = command.kind.value
    event = ClientChanged(client_id=client.id, fields=[field], before={}, after={field: command.value})
    await publish(session, actor, event, now=now)


async def remove_client_contact(
    session: AsyncSession, actor: Actor, client_id: int, contact_id: int, *, now: datetime
) -> None:
    client = await access_client(session, actor, client_id, right=Right.EDIT_CLIENTS, lock=True)
    gone = (
        delete(ClientContact)
        .where(ClientContact.id == contact_id, ClientContact.client_id == client.id)
        .returning(ClientContact.kind, ClientContact.value)
    )
    removed = (await session.execute(gone)).one_or_none()
    if removed is None:
        raise ScreenOutdated
    await change_client(session, client)
    field = removed.kind.value
    event = ClientChanged(client_id=client.id, fields=[field], before={field: removed.value}, after={})
    await publish(session, actor, event, now=now)


async def insert_contact(session: AsyncSession, client_id: int, kind: ContactKind, value: str) -> None:
    """Refused with the owner's card; one that vanishes between the two statements no longer counts."""
    row = {"client_id": client_id, "kind": kind, "value": value, "live": True}
    while await insert_or_none(session, ClientContact, row, returning=ClientContact.id) is None:
        await check_contacts_free(session, [(kind, value)])


async def check_contacts_free(session: AsyncSession, contacts: Sequence[tuple[ContactKind, str]]) -> None:
    for kind, value in contacts:
        await _refuse_if_taken(session, await find_owner(session, kind, value))


async def check_tax_number_free(session: AsyncSession, tax: TaxNumber | None) -> None:
    if tax is None:
        return
    owner = live(Client).with_only_columns(Client.id).where(Client.tax_kind == tax.kind, Client.tax_number == tax.value)
    await _refuse_if_taken(session, (await session.execute(owner)).scalar_one_or_none())


async def find_owner(session: AsyncSession, kind: ContactKind, value: str) -> int | None:
    """The living client who has this contact."""
    owner = select(ClientContact.client_id).where(
        ClientContact.kind == kind, ClientContact.value == value, ClientContact.live
    )
    return (await session.execute(owner)).scalar_one_or_none()


def main_phone(client_id: object) -> ScalarSelect[str]:
    """The first phone of the client whose id the enclosing query has in this column."""
    contact = aliased(ClientContact)
    return (
        select(contact.value)
        .where(contact.client_id == client_id, contact.kind == ContactKind.PHONE)
        .order_by(contact.id)
        .limit(1)
        .scalar_subquery()
    )


async def _refuse_if_taken(session: AsyncSession, owner_id: int | None) -> None:
    if owner_id is None:
        return
    name = (await session.execute(select(Client.name).where(Client.id == owner_id))).scalar_one()
    raise ClientExists(client_id=owner_id, name=name)
