"""Reads of clients."""

from sqlalchemy.ext.asyncio import AsyncSession

from models.client import Client, ClientContact, ContactKind
from services.access import Actor, Right, check_right
from services.clients.errors import ClientNotFound
from services.clients.search import ClientLine, client_lines


async def find_client_line(session: AsyncSession, actor: Actor, client_id: int) -> ClientLine:
    check_right(actor, Right.SEE_CLIENTS)
    row = (await session.execute(client_lines().where(Client.id == client_id))).one_or_none()
    if row is None:
        raise ClientNotFound
    return ClientLine(*row)


async def find_client_by_contact(
    session: AsyncSession, actor: Actor, kind: ContactKind, value: str
) -> ClientLine | None:
    check_right(actor, Right.SEE_CLIENTS)
    owner = (
        client_lines()
        .join(ClientContact, ClientContact.client_id == Client.id)
        .where(ClientContact.kind == kind, ClientContact.value == value, ClientContact.live)
    )
    row = (await session.execute(owner)).one_or_none()
    return ClientLine(*row) if row else None
