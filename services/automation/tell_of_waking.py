"""Tells of a deal that woke at the hour that was promised; of the others people hear with their morning."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from services.deals.events import DealWoke
from services.events.consumers import Done, Outcome, reacts_to
from services.events.event import Delivered
from services.reminders.woken import tell_executor, tell_seller


@reacts_to(DealWoke)
async def tell_of_waking(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    """Whoever wakes it by hand knows."""
    event = delivered.event
    assert isinstance(event, DealWoke)  # noqa: S101 - what the registry delivers
    if delivered.actor_id is not None or event.in_the_morning:
        return Done()
    deal = await session.get_one(Deal, event.deal_id)
    await tell_seller(session, deal, deal.seller_id, now=now, correlation_id=delivered.correlation_id)
    await tell_executor(session, deal, now=now, correlation_id=delivered.correlation_id)
    return Done()
