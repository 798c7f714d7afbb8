"""Clients by any part of a name, phone or number."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, bindparam
from sqlalchemy.ext.asyncio import AsyncSession

from models.client import Client, ClientKind
from services.access import Actor, Right, check_right
from services.clients.access import visible_clients
from services.clients.contacts import main_phone
from services.conversation.paging import Page
from services.live import live
from services.search.match import newest_matches, unindexed

PAGE_SIZE = 5


@dataclass(frozen=True, slots=True)
class ClientLine:
    """A client in a list; `phone` is E.164 or None."""

    id: int
    name: str
    phone: str | None
    kind: ClientKind


_LINES = live(Client).with_only_columns(Client.id, Client.name, main_phone(Client.id), Client.kind)
_FOUND = _LINES.where(Client.id.in_(bindparam("ids", expanding=True))).order_by(Client.id.desc())


def client_lines(actor: Actor) -> Select[int, str, str | None, ClientKind]:
    """The rows of ClientLine that this actor may see."""
    return _LINES.where(visible_clients(actor))


def seen_clients(actor: Actor) -> tuple[type[Client], Select[int]]:
    return Client, live(Client).with_only_columns(Client.id).where(unindexed(visible_clients(actor)))


async def list_clients(
    session: AsyncSession,
    actor: Actor,
    *,
    query: str | None = None,
    before: int | None = None,
    size: int = PAGE_SIZE,
) -> Page[ClientLine]:
    """Newest first, with a query only those who match every word of it.

    Sellers, managers and admins find every client, executors only those of their deals. `before` is the id of the
    last one on the page before.
    """
    check_right(actor, Right.SEE_CLIENTS)
    if query is not None:
        found = await newest_matches(session, actor, seen_clients, query, before=before, limit=size + 1)
        return await page_of_clients(session, found, size)
    wanted = client_lines(actor).order_by(Client.id.desc()).limit(size + 1)
    if before is not None:
        wanted = wanted.where(Client.id < before)
    return Page.of([ClientLine(*row) for row in await session.execute(wanted)], size)


async def page_of_clients(session: AsyncSession, client_ids: list[int], size: int = PAGE_SIZE) -> Page[ClientLine]:
    """Of those that a search found, one more than a page holds. Part of it."""
    rows = await session.execute(_FOUND, {"ids": client_ids}) if client_ids else ()
    return Page.of([ClientLine(*row) for row in rows], size)


async def search_clients(session: AsyncSession, actor: Actor, query: str, *, limit: int = 6) -> Sequence[ClientLine]:
    """The newest that match, visible to the actor as in `list_clients`."""
    return (await list_clients(session, actor, query=query, size=limit)).lines


async def list_recent_clients(session: AsyncSession, actor: Actor, *, limit: int = 5) -> Sequence[ClientLine]:
    """Those that the actor brought himself."""
    check_right(actor, Right.SEE_CLIENTS)
    found = client_lines(actor).where(Client.created_by == actor.id).order_by(Client.id.desc()).limit(limit)
    return [ClientLine(*row) for row in await session.execute(found)]
