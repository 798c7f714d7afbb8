"""Removes a client from every list, and brings him back.

- Deals that live on need their client: as long as there is one, he stays.
- A deleted client's phones, addresses and tax number are free for others; a restore that collides with one of these
  is refused with the other's card.
"""

from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from models.client import Client, ClientContact
from models.deal import Deal, DealStage
from services.access import Actor, Right, check_right
from services.clients.access import access_client
from services.clients.contacts import check_contacts_free, check_tax_number_free
from services.clients.errors import ClientHasDeals, ClientNotFound
from services.clients.events import ClientDeleted, ClientRestored
from services.clients.identifiers import TaxNumber
from services.events.publish import publish
from services.live import live


async def access_deletable_client(session: AsyncSession, actor: Actor, client_id: int) -> Client:
    client = await access_client(session, actor, client_id, right=Right.DELETE_CLIENTS, lock=True)
    needing = (
        live(Deal).with_only_columns(func.count()).where(Deal.client_id == client.id, Deal.stage != DealStage.LOST)
    )
    count = (await session.execute(needing)).scalar_one()
    if count:
        raise ClientHasDeals(count=count)
    return client


async def delete_client(session: AsyncSession, actor: Actor, client_id: int, *, now: datetime) -> None:
    client = await access_deletable_client(session, actor, client_id)
    client.deleted_at, client.deleted_by = now, actor.id
    await session.flush()
    await _set_contacts_live(session, client, live=False)
    await publish(session, actor, ClientDeleted(client_id=client.id), now=now)


async def restore_client(session: AsyncSession, actor: Actor, client_id: int, *, now: datetime) -> None:
    """One who is there already is left as he is."""
    check_right(actor, Right.DELETE_CLIENTS)
    wanted = select(Client).where(Client.id == client_id, Client.erased_at.is_(None)).with_for_update()
    client = (await session.execute(wanted)).scalar_one_or_none()
    if client is None:
        raise ClientNotFound
    if client.deleted_at is None:
        return
    tax = TaxNumber(client.tax_kind, client.tax_number) if client.tax_kind and client.tax_number else None
    await _check_free(session, client.id, tax)
    try:
        async with session.begin_nested():
            client.deleted_at = client.deleted_by = None
            await session.flush()
            await _set_contacts_live(session, client, live=True)
    except IntegrityError:
        await _check_free(session, client_id, tax)
        raise
    await publish(session, actor, ClientRestored(client_id=client_id), now=now)


async def _check_free(session: AsyncSession, client_id: int, tax: TaxNumber | None) -> None:
    kept = select(ClientContact.kind, ClientContact.value).where(ClientContact.client_id == client_id)
    await check_contacts_free(session, [(row.kind, row.value) for row in await session.execute(kept)])
    await check_tax_number_free(session, tax)


async def _set_contacts_live(session: AsyncSession, client: Client, *, live: bool) -> None:
    await session.execute(update(ClientContact).where(ClientContact.client_id == client.id).values(live=live))
