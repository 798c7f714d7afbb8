"""The one way to write a client's row: under its lock, its version counted on, its search text kept."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.client import Client, ClientContact
from models.deal import Deal
from models.policy import Policy
from services.search.normalise import search_text
from services.search.reword import reword_deals, reword_policies


def client_search_text(name: str, contacts: list[str], tax_number: str | None) -> str:
    return search_text(name, *contacts, tax_number)


async def change_client(session: AsyncSession, client: Client, **values: Any) -> None:
    """The caller holds the row. Raises IntegrityError when the tax number is another living client's."""
    for column, value in values.items():
        setattr(client, column, value)
    contacts = select(ClientContact.value).where(ClientContact.client_id == client.id).order_by(ClientContact.id)
    known = list((await session.execute(contacts)).scalars())
    words = client_search_text(client.name, known, client.tax_number)
    reworded = words != client.search_text
    client.search_text = words
    await session.flush()
    if reworded:
        await reword_deals(session, Deal.client_id == client.id)
        await reword_policies(session, Policy.client_id == client.id)
