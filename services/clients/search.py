"""Clients by any part of a name, phone or number."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from models.client import Client, ClientContact, ContactKind
from services.access import Actor, Right, check_right
from services.live import live
from services.search.match import matching
from services.search.normalise import search_text


def client_search_text(name: str, contacts: Sequence[str], tax_number: str | None) -> str:
    return search_text(name, *contacts, tax_number or "")


def client_lines() -> Select[int, str, str | None]:
    contact = aliased(ClientContact)
    phone = (
        select(func.min(contact.value))
        .where(contact.client_id == Client.id, contact.kind == ContactKind.PHONE)
        .scalar_subquery()
    )
    return live(Client).with_only_columns(Client.id, Client.name, phone)


@dataclass(frozen=True, slots=True)
class ClientLine:
    """A client in a list; `phone` is E.164 or None."""

    id: int
    name: str
    phone: str | None


async def search_clients(session: AsyncSession, actor: Actor, query: str, *, limit: int = 6) -> Sequence[ClientLine]:
    """Newest first."""
    check_right(actor, Right.SEE_CLIENTS)
    found = client_lines().where(matching(session, Client, query)).order_by(Client.id.desc()).limit(limit)
    return [ClientLine(*row) for row in (await session.execute(found)).all()]


async def list_recent_clients(session: AsyncSession, actor: Actor, *, limit: int = 5) -> Sequence[ClientLine]:
    check_right(actor, Right.SEE_CLIENTS)
    found = client_lines().where(Client.created_by == actor.id).order_by(Client.id.desc()).limit(limit)
    return [ClientLine(*row) for row in (await session.execute(found)).all()]
