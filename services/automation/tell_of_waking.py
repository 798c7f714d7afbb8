"""Tells of a deal that woke at the hour that was promised; of the others people hear with their morning."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from services.brokerage import Brokerage
from services.deals.events import DealWoke
from services.events.consumers import Done, Outcome, reacts_informed_to
from services.events.event import Delivered
from services.reminders.hearers import find_hearers
from services.reminders.woken import tell_executor, tell_seller


@reacts_informed_to(DealWoke)
async def tell_of_waking(session: AsyncSession, delivered: Delivered, now: datetime, brokerage: Brokerage) -> Outcome:
    """Whoever wakes it by hand knows. The hour was promised: while nobody else is there, who is away hears of it."""
    event = delivered.event
    assert isinstance(event, DealWoke)  # noqa: S101 - what the registry delivers
    if delivered.actor_id is not None or event.in_the_morning:
        return Done()
    deal = await session.get_one(Deal, event.deal_id)
    today = brokerage.today(now)
    hearers = await find_hearers(session, [deal.seller_id], today=today)
    hearer = hearers.of(deal.seller_id) or deal.seller_id
    whose = None if hearer == deal.seller_id else hearers.name(deal.seller_id)
    await tell_seller(session, deal, hearer, whose, now=now, correlation_id=delivered.correlation_id)
    await tell_executor(session, deal, now=now, today=today, correlation_id=delivered.correlation_id)
    return Done()
