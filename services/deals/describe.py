"""A deal in a notice: the line that names it, and whom it concerns."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.client import Client
from models.deal import Deal
from models.insurance_kind import InsuranceKind
from services.conversation.values import Localized, Text, text


async def describe_deal(session: AsyncSession, deal_id: int) -> Text:
    """The line that names a deal in a notice."""
    found = (
        select(InsuranceKind, Deal.object, Client.name)
        .select_from(Deal)
        .join(InsuranceKind, InsuranceKind.id == Deal.kind_id)
        .join(Client, Client.id == Deal.client_id)
        .where(Deal.id == deal_id)
    )
    kind, insured, client = (await session.execute(found)).one()
    return text(
        "ntf-deal-line",
        icon=kind.icon,
        number=str(deal_id),
        kind=Localized(kind.names),
        object=insured,
        client=client,
    )


def others_in(deal: Deal, user_id: int | None) -> list[int]:
    """The seller and the executor, without the one who acted."""
    return [who for who in (deal.seller_id, deal.executor_id) if who is not None and who != user_id]
