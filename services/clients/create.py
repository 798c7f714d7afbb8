"""A new client of the brokerage.

- A phone, an e-mail or a tax number belongs to one living client: a second one is refused with the first one's id.
- The same intent key returns the client that was created under it.
- A refusal leaves nothing behind, so that the caller may go on in the same transaction.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.client import Client, ClientKind, ContactKind
from services.access import Actor, Right, check_right
from services.clients.change import client_search_text
from services.clients.contacts import check_contacts_free, check_tax_number_free, insert_contact
from services.clients.events import ClientCreated
from services.clients.identifiers import TaxNumber
from services.clients.rules import check_birth_date, check_tax_number_fits
from services.errors import ScreenOutdated
from services.events.publish import publish
from services.upsert import insert_or_none


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateClient:
    """`contacts` are normalised: E.164 phones, lower-case addresses; the first of a kind is the main one."""

    kind: ClientKind
    name: str
    contacts: list[tuple[ContactKind, str]] = field(default_factory=list)
    birth_date: date | None = None
    tax: TaxNumber | None = None
    notes: str | None = None
    intent_key: str


async def create_client(session: AsyncSession, actor: Actor, command: CreateClient, *, now: datetime) -> int:
    check_right(actor, Right.EDIT_CLIENTS)
    known = await _find_by_intent(session, command.intent_key)
    if known is not None:
        return known
    if command.tax is not None:
        check_tax_number_fits(command.kind, command.tax)
    if command.birth_date is not None:
        check_birth_date(command.birth_date, now=now)
    await _check_free(session, command)
    async with session.begin_nested():
        client_id = await insert_or_none(session, Client, _row(actor, command, now), returning=Client.id)
        if client_id is None:
            return await _find_simultaneous(session, command)
        for kind, value in dict.fromkeys(command.contacts):
            await insert_contact(session, client_id, kind, value)
    await publish(session, actor, _created(client_id, command), now=now)
    return client_id


def _row(actor: Actor, command: CreateClient, now: datetime) -> dict[str, Any]:
    tax_number = command.tax.value if command.tax else None
    contacts = [value for _, value in command.contacts]
    return {
        "kind": command.kind,
        "name": command.name,
        "birth_date": command.birth_date,
        "tax_kind": command.tax.kind if command.tax else None,
        "tax_number": tax_number,
        "notes": command.notes,
        "search_text": client_search_text(command.name, contacts, tax_number),
        "intent_key": command.intent_key,
        "created_at": now,
        "created_by": actor.id or None,
    }


def _created(client_id: int, command: CreateClient) -> ClientCreated:
    return ClientCreated(
        client_id=client_id,
        kind=command.kind,
        client_name=command.name,
        contacts=[value for _, value in command.contacts],
        birth_date=command.birth_date.isoformat() if command.birth_date else None,
        tax_number=command.tax.value if command.tax else None,
        notes=command.notes,
    )


async def _check_free(session: AsyncSession, command: CreateClient) -> None:
    await check_contacts_free(session, command.contacts)
    await check_tax_number_free(session, command.tax)


async def _find_simultaneous(session: AsyncSession, command: CreateClient) -> int:
    """What another transaction has just saved: this very client, or one with the same tax number."""
    known = await _find_by_intent(session, command.intent_key)
    if known is None:
        await _check_free(session, command)
        raise ScreenOutdated
    return known


async def _find_by_intent(session: AsyncSession, intent_key: str) -> int | None:
    found = select(Client.id).where(Client.intent_key == intent_key)
    return (await session.execute(found)).scalar_one_or_none()
