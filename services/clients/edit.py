"""Changes one field of a client.

- The actor says which version he saw; a change made since then is shown to him first, never overwritten.
- A tax number stays unique among living clients and fits the kind of client.
- The same value again changes nothing and tells nobody.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeAlias

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from models.client import Client, ClientKind
from services.access import Actor, Right
from services.clients.access import access_client
from services.clients.change import change_client
from services.clients.contacts import check_tax_number_free
from services.clients.errors import ClientChangedMeanwhile
from services.clients.events import ClientChanged
from services.clients.identifiers import TaxNumber
from services.clients.rules import check_birth_date, check_tax_number_fits
from services.events.publish import publish

FieldValue: TypeAlias = ClientKind | TaxNumber | str | date | None


class ClientField(StrEnum):
    KIND = "kind"
    NAME = "name"
    BIRTH_DATE = "birth_date"
    TAX_NUMBER = "tax_number"
    PASSPORT = "passport"
    NOTES = "notes"


@dataclass(frozen=True, slots=True, kw_only=True)
class EditClient:
    """`value` is a ClientKind, a name, a day, a TaxNumber, a normalised passport or notes; None empties the field."""

    client_id: int
    version: int
    field: ClientField
    value: FieldValue


async def edit_client(session: AsyncSession, actor: Actor, command: EditClient, *, now: datetime) -> None:
    client = await access_client(session, actor, command.client_id, right=Right.EDIT_CLIENTS, lock=True)
    after = _columns(command)
    before = {column: getattr(client, column) for column in after}
    if before == after:
        return
    if client.version != command.version:
        raise ClientChangedMeanwhile
    await _check(session, client, command, now)
    await _save(session, client, command, after)
    event = ClientChanged(client_id=client.id, fields=[command.field.value], before=_plain(before), after=_plain(after))
    await publish(session, actor, event, now=now)


def _columns(command: EditClient) -> dict[str, Any]:
    if command.field is not ClientField.TAX_NUMBER:
        return {command.field.value: command.value}
    tax = command.value if isinstance(command.value, TaxNumber) else None
    return {"tax_kind": tax.kind if tax else None, "tax_number": tax.value if tax else None}


async def _check(session: AsyncSession, client: Client, command: EditClient, now: datetime) -> None:
    match command.value:
        case TaxNumber() as tax:
            check_tax_number_fits(client.kind, tax)
            await check_tax_number_free(session, tax)
        case ClientKind() as kind if client.tax_kind is not None and client.tax_number is not None:
            check_tax_number_fits(kind, TaxNumber(client.tax_kind, client.tax_number))
        case date() as day:
            check_birth_date(day, now=now)


async def _save(session: AsyncSession, client: Client, command: EditClient, columns: dict[str, Any]) -> None:
    try:
        async with session.begin_nested():
            await change_client(session, client, **columns)
    except IntegrityError:
        await check_tax_number_free(session, command.value if isinstance(command.value, TaxNumber) else None)
        raise


def _plain(columns: dict[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in columns.items()}
