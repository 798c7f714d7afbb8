"""Whether a client of a deal is still to get money back."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from models.policy import Policy


async def owes_refund(session: AsyncSession, deal: Deal) -> bool:
    """For a reader who has been authorised."""
    owed = select(Policy.id).where(Policy.deal_id == deal.id, Policy.to_refund > 0).limit(1)
    return (await session.execute(owed)).first() is not None
