"""The one way to write a client's row: under its lock, its version counted on, its search text kept."""

from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.client import Client, ClientContact
from models.deal import Deal
from models.insurance_kind import InsuranceKind
from models.insurer import Insurer
from models.policy import Policy
from services.deals.open import deal_search_text
from services.policies.keys import policy_search_text
from services.search.normalise import search_text


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
        await _reword_deals(session, client)
        await _reword_policies(session, client)


async def _reword_deals(session: AsyncSession, client: Client) -> None:
    deals = (
        select(Deal.id, Deal.object, InsuranceKind)
        .join(InsuranceKind, InsuranceKind.id == Deal.kind_id)
        .where(Deal.client_id == client.id)
        .order_by(Deal.id)
    )
    for deal_id, insured, kind in (await session.execute(deals)).all():
        words = deal_search_text(client, kind, insured)
        reworded = update(Deal).where(Deal.id == deal_id).values(search_text=words)
        await session.execute(reworded.execution_options(synchronize_session=False))


async def _reword_policies(session: AsyncSession, client: Client) -> None:
    policies = (
        select(Policy.id, Policy.number, Policy.object, Insurer.name, InsuranceKind)
        .join(Insurer, Insurer.id == Policy.insurer_id)
        .join(InsuranceKind, InsuranceKind.id == Policy.kind_id)
        .where(Policy.client_id == client.id)
        .order_by(Policy.id)
    )
    for policy_id, number, insured, insurer, kind in (await session.execute(policies)).all():
        words = policy_search_text(client, kind, insurer, number, insured)
        reworded = update(Policy).where(Policy.id == policy_id).values(search_text=words)
        await session.execute(reworded.execution_options(synchronize_session=False))
