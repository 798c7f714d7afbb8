"""Loads a client and authorises in one go."""

from sqlalchemy import ColumnElement, select, true
from sqlalchemy.ext.asyncio import AsyncSession

from models.client import Client
from models.deal import Deal
from services.access import Actor, Right, check_right
from services.clients.errors import ClientNotFound, ClientOfOthers
from services.deals.access import visible_deals
from services.live import live


def visible_clients(actor: Actor) -> ColumnElement[bool]:
    """Sellers, managers and admins see every client, executors those of their deals."""
    if actor.may(Right.SEE_ALL_CLIENTS):
        return true()
    return Client.id.in_(live(Deal).with_only_columns(Deal.client_id).where(visible_deals(actor)))


async def access_client(
    session: AsyncSession, actor: Actor, client_id: int, *, right: Right = Right.SEE_CLIENTS, lock: bool = False
) -> Client:
    """With `lock` the row is held until the transaction ends, which is what every change asks for."""
    check_right(actor, right)
    wanted = live(Client).where(Client.id == client_id)
    if lock:
        wanted = wanted.with_for_update().execution_options(populate_existing=True)
    client = (await session.execute(wanted)).scalar_one_or_none()
    if client is None:
        raise ClientNotFound
    seen = select(Client.id).where(Client.id == client_id, visible_clients(actor))
    if not actor.may(Right.SEE_ALL_CLIENTS) and (await session.execute(seen)).one_or_none() is None:
        raise ClientOfOthers
    return client
